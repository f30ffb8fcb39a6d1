/** Collections of papers with questions and judged answers, read from files beside the repository. */

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ROOT } from '@/scripts/lib/paths.mjs';

/**
 * @typedef {object} JudgedPaper
 * @property {number} n its number in the collection
 * @property {string} title
 * @property {string} abstract empty if there is none
 * @property {string[]} authors
 * @property {[other: number, kind: number, self: number][]} [X] links between papers
 */

/**
 * @typedef {object} Collection
 * @property {JudgedPaper[]} papers
 * @property {{ q: number, text: string }[]} queries
 * @property {Record<string, number[]>} qrels the numbers of the relevant papers, by the question's number
 */

const EVAL = join(ROOT, '../shared/eval');

/**
 * The collections beside the repository and in the folder that OFFPRINT_EVAL names, by their file names.
 *
 * @returns {Promise<Map<string, Collection>>}
 */
export async function readCollections() {
  const folders = [EVAL, process.env.OFFPRINT_EVAL].filter((folder) => folder !== undefined);
  /** @type {Map<string, Collection>} */
  const collections = new Map();
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    for (const name of names)
      collections.set(basename(name, '.json'), await readCollection(join(folder, name)));
  }
  if (collections.size === 0) throw new Error(`there are no collections in ${folders.join(' or ')}`);
  return collections;
}

/**
 * @param {string} path
 * @returns {Promise<Collection>}
 */
async function readCollection(path) {
  const read = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(read.papers) || !Array.isArray(read.queries) || typeof read.qrels !== 'object')
    throw new Error(`${path} has no papers, queries and qrels`);
  return read;
}
