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

/** @type {{ ending: RegExp, read: (product: Product, text: string) => Read | Promise<Read>, judges: typeof JUDGES.bibtex }[]} */
const FORMATS = [
  { ending: /\.bib(?:la)?(?:tex)?$/, read: readOurs, judges: JUDGES.bibtex },
  { ending: /^papermemory.*\.json$/, read: readMemory, judges: {} },
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
    const text = decode(await readFile(join(FOLDER, name)));
    /** @type {Map<string, Read>} */
    const judges = new Map();
    for (const [judge, read] of Object.entries(format.judges)) {
      const verdict = await read(text, name).catch((error) => ({ failed: firstLine(error) }));
      if (verdict) judges.set(judge, verdict);
    }
    files.push({ name, ours: await format.read(product, text), judges });
  }
  return files;
}

/**
 * @param {Product} product
 * @param {string} text
 * @returns {Read}
 */
function readOurs({ readBibtex }, text) {
  const reading = readBibtex(text);
  return reading ? toldBy(reading) : { failed: 'no BibTeX' };
}

/**
 * @param {Product} product
 * @param {string} text
 * @returns {Promise<Read>}
 */
async function readMemory({ papermemory, sourceOfText }, text) {
  const reading = await papermemory.read(sourceOfText(text));
  return reading?.entries
    ? toldBy({ ...reading, entries: reading.entries })
    : { failed: 'none of PaperMemory' };
}

/**
 * @param {Pick<import('@/utils/formats/parts/format').Reading, 'refused'> & { entries: import('@/utils/formats/parts/file-entry').FileEntry[] }} reading
 * @returns {Read}
 */
function toldBy(reading) {
  return {
    entries: reading.entries.map(({ key = '', card }) => ({
      key,
      title: card.title ?? '',
      author: card.authors?.[0] ?? '',
      year: card.publishedAt?.slice(0, 4) ?? '',
      doi: [card.identifiers.doi ?? ''].flat()[0] ?? '',
    })),
    refused: reading.refused.map(({ line, reason }) => `line ${line}: ${reason}`),
  };
}

/**
 * Files say nothing of their encoding, or the wrong thing.
 * @param {Uint8Array} bytes
 */
function decode(bytes) {
  if (bytes.subarray(0, 100).filter((byte) => byte === 0).length > 20)
    return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = /% *encoding: *([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes))?.[1];
    return new TextDecoder(declared ?? 'gbk').decode(bytes);
  }
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
