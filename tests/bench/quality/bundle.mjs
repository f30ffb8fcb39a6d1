/** Lets Node run the product's own sources, which are TypeScript: as one script in a folder of its own. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { scriptText } from '@/scripts/lib/script-text.mjs';

/** @returns {Promise<typeof import('./offprint')>} */
export function loadProduct() {
  return bundled('tests/bench/quality/offprint.ts');
}

/**
 * What a module exports.
 * @param {string} path from the root of the repository
 */
export async function bundled(path) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [scriptText()],
      resolve: { alias: { '@': ROOT } },
      ssr: { noExternal: true },
      build: {
        ssr: join(ROOT, path),
        target: 'node20',
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'offprint.mjs', codeSplitting: false } },
      },
    });
    return await import(pathToFileURL(join(folder, 'offprint.mjs')).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
