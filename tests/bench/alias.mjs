/** Lets Node understand `@/folder/file.mjs` as TypeScript and the other tests do: from the root of the repository. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * @param {string} specifier
 * @param {object} context
 * @param {(specifier: string, context: object) => Promise<object>} next
 * @returns {Promise<object>}
 */
export function resolve(specifier, context, next) {
  return next(
    specifier.startsWith('@/') ? pathToFileURL(join(ROOT, specifier.slice(2))).href : specifier,
    context,
  );
}
