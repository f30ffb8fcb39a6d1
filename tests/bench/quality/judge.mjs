/** Asks a contender everything and judges its answers. */

import { randomFrom } from '../search/papers.mjs';
import { drawn, KINDS } from './exam.mjs';
import { averagePrecision, mean, ndcg } from './measures.mjs';

/** @import { Collection, JudgedPaper } from './collections.mjs' */
/** @import { Try } from './exam.mjs' */

/** @typedef {(text: string, limit: number) => number[] | Promise<number[]>} Find the numbers of the best papers */
/** @typedef {'all' | 'odd' | 'even'} Half */
/** @typedef {{ ndcg10: number, map100: number, empty: number }} Answers `empty` counts questions that find nothing */
/** @typedef {{ right: number, oneWrong: number, form: number, swapped: number }} Known */

/** Places of a list that are looked at. */
const DEPTH = { list: 100, top: 10 };
/** Links that look like direct citations; the other kinds are derived from them. */
const CITES = 5;
const SIMILAR = 200;

/**
 * @param {Collection} collection
 * @param {Half} half
 * @param {Find} find
 * @returns {Promise<Answers>}
 */
export async function judgeQuestions({ queries, qrels }, half, find) {
  const ndcgs = [];
  const precisions = [];
  let empty = 0;
  for (const { q, text } of queries.filter(({ q }) => isIn(half, q))) {
    const relevant = new Set(qrels[q] ?? []);
    if (relevant.size === 0) continue;
    const list = await find(text, DEPTH.list);
    ndcgs.push(ndcg(list, relevant, DEPTH.top));
    precisions.push(averagePrecision(list, relevant, DEPTH.list));
    if (list.length === 0) empty++;
  }
  return { ndcg10: mean(ndcgs), map100: mean(precisions), empty };
}

/**
 * @param {readonly Try[]} exam
 * @param {Find} find
 * @returns {Promise<Known>} how often the paper is among the first ten
 */
export async function judgeKnown(exam, find) {
  const known = { right: 0, oneWrong: 0, form: 0, swapped: 0 };
  for (const one of exam)
    for (const kind of KINDS) if ((await find(one[kind], DEPTH.top)).includes(one.n)) known[kind]++;
  return known;
}

/**
 * @param {readonly JudgedPaper[]} papers
 * @param {{ seed: number, half: Half }} options `half` is that of the papers that are asked about
 * @param {(n: number, limit: number) => number[] | Promise<number[]>} similar
 * @returns {Promise<number | null>} nDCG@10 of similar papers, where those that a citation links are relevant; null
 * without links
 */
export async function judgeSimilar(papers, { seed, half }, similar) {
  const linked = papers
    .map(({ n, X = [] }) => ({
      n,
      relevant: new Set(X.filter(([other, kind]) => kind === CITES && other !== n).map(([other]) => other)),
    }))
    .filter(({ relevant }) => relevant.size > 0);
  const asked = drawn(linked, Math.min(SIMILAR, linked.length), randomFrom(seed));
  const ndcgs = [];
  for (const { n, relevant } of asked.filter(({ n }) => isIn(half, n)))
    ndcgs.push(ndcg(await similar(n, DEPTH.top), relevant, DEPTH.top));
  return ndcgs.length === 0 ? null : mean(ndcgs);
}

/**
 * @param {Half} half
 * @param {number} number of a question or paper
 */
function isIn(half, number) {
  return half === 'all' || (Number(number) % 2 === 1) === (half === 'odd');
}
