/** Whether our index finds what MiniSearch finds: the same papers with the same scores. */

import { findAll } from './measure.mjs';

/** @import { SearchBrowser } from './browser.mjs' */
/** @import { Queries } from './queries.mjs' */

/**
 * @typedef {object} Equality
 * @property {number} queries
 * @property {number} same
 * @property {number} farthest greatest distance between two scores of one paper
 * @property {string[]} different queries that found other papers
 */

const EACH = 20;
const CLOSE = 1e-9;

/**
 * @param {SearchBrowser} browser
 * @param {number} papers
 * @param {Queries} queries
 * @returns {Promise<Equality>}
 */
export async function judge(browser, papers, { words, typos, typed }) {
  /** @type {Equality} */
  const result = { queries: 0, same: 0, farthest: 0, different: [] };
  const rounds = /** @type {const} */ ([
    [[...words.slice(0, EACH), ...typed.filter((text) => text.length > 3).slice(0, EACH)], false],
    [typos.slice(0, EACH), true],
  ]);
  for (const [asked, fuzzy] of rounds) {
    const ours = await findAll(browser, 'offprint', papers, [...asked], fuzzy);
    const theirs = await findAll(browser, 'minisearch', papers, [...asked], fuzzy);
    for (const [index, query] of asked.entries()) {
      result.queries++;
      const farthest = distance(ours?.[index] ?? [], theirs?.[index] ?? []);
      if (farthest < CLOSE) result.same++;
      else result.different.push(query);
      if (Number.isFinite(farthest)) result.farthest = Math.max(result.farthest, farthest);
    }
  }
  return result;
}

/**
 * @param {[id: string, score: number][]} ours
 * @param {[id: string, score: number][]} theirs
 * @returns {number} infinite where the papers differ
 */
function distance(ours, theirs) {
  const scores = new Map(theirs);
  if (ours.length !== scores.size) return Number.POSITIVE_INFINITY;
  return ours.reduce((most, [id, score]) => {
    const other = scores.get(id);
    return other === undefined ? Number.POSITIVE_INFINITY : Math.max(most, Math.abs(score - other));
  }, 0);
}
