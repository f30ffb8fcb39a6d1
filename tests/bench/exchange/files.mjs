/** The real files, each read by us and by every judge of its format that is there. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { JUDGES } from './judges.mjs';

const FOLDER = join(ROOT, '../shared/exchange');

/**
 * @typedef {object} Told what one reader says of an entry
 * @property {string} key
 * @property {string} title
 * @property {string} author the first one
 * @property {string} year
 * @property {string} doi
 */
/** @typedef {{ entries: Told[], refused: string[] } | { failed: string }} Read */
/** @typedef {{ name: string, ours: Read, judges: Map<string, Read> }} ReadFile */
/** @typedef {typeof import('./offprint')} Product */

/** @type {{ ending: RegExp, judges: Record<string, import('./judges.mjs').Judge> }[]} */
const FORMATS = [
  { ending: /\.bib(?:la)?(?:tex)?$/, judges: JUDGES.bibtex },
  { ending: /\.ris$/, judges: JUDGES.ris },
  { ending: /csl\.json$/, judges: JUDGES.csl },
  { ending: /\.nbib$/, judges: JUDGES.nbib },
  { ending: /^web-of-science\.txt$/, judges: JUDGES.wos },
  { ending: /^papermemory.*\.json$/, judges: {} },
];

/**
 * @param {Product} product
 * @returns {Promise<ReadFile[]>}
 */
export async function readFiles(product) {
  /** @type {ReadFile[]} */
  const files = [];
  for (const name of (await readdir(FOLDER)).sort()) {
    const format = FORMATS.find(({ ending }) => ending.test(name));
    if (!format) continue;
    const bytes = await readFile(join(FOLDER, name));
    const text = new product.SourceFile(bytes).text;
    /** @type {Map<string, Read>} */
    const judges = new Map();
    for (const [judge, read] of Object.entries(format.judges)) {
      const verdict = await read(text, name, FOLDER).catch((error) => ({ failed: firstLine(error) }));
      if (verdict) judges.set(judge, verdict);
    }
    files.push({ name, ours: await readOurs(product, new File([bytes], name)), judges });
  }
  return files;
}

/**
 * As an import reads it.
 * @param {Product} product
 * @param {File} file
 * @returns {Promise<Read>}
 */
async function readOurs({ readFiles }, file) {
  const { described = [], refused, files } = await readFiles([file], { today: '2026-11-28' }, undefined);
  if (files[0]?.problem) return { failed: files[0].problem };
  return {
    entries: described.map(({ key = '', card }) => ({
      key,
      title: card.title ?? '',
      author: card.authors?.[0] ?? '',
      year: card.publishedAt?.slice(0, 4) ?? '',
      doi: [card.identifiers.doi ?? ''].flat()[0] ?? '',
    })),
    refused: refused.map(({ line, reason }) => `line ${line}: ${reason}`),
  };
}

/** @param {unknown} error */
function firstLine(error) {
  return (
    String(error instanceof Error ? error.message : error)
      .trim()
      .split('\n')[0]
      ?.slice(0, 120) ?? ''
  );
}
