/** The benchmark as a whole: every contender over every collection. */

import { loadProduct } from './bundle.mjs';
import { readCollections } from './collections.mjs';
import { drawExam } from './exam.mjs';
import { openFts5, WEIGHTS } from './fts5.mjs';
import { judgeKnown, judgeQuestions, judgeSimilar } from './judge.mjs';
import { openMiniSearch } from './minisearch.mjs';
import { lastLine, report } from './report.mjs';

/** @import { Collection } from './collections.mjs' */
/** @import { Answers, Half, Known } from './judge.mjs' */

const TRIES = 300;

/** @typedef {{ seed: number, half: Half }} Options `half` of the questions, and of the papers that similar ones are asked for */

/**
 * @typedef {object} Result of one collection
 * @property {number} papers
 * @property {Record<'offprint' | 'minisearch', Answers>} questions
 * @property {{ weights: readonly number[], answers: Answers }[]} fts5
 * @property {Record<'offprint' | 'minisearch', Known> & { of: number }} known
 * @property {number | null} similar
 */

/**
 * @param {Options} options
 * @returns {Promise<void>}
 */
export async function runQuality(options) {
  const collections = await readCollections();
  const product = await loadProduct();
  /** @type {Map<string, Result>} */
  const results = new Map();
  for (const [name, collection] of collections) {
    const result = await judge(product, name, collection, options);
    results.set(name, result);
    console.log(`${report(name, result, options)}\n`);
  }
  console.log(lastLine(results));
}

/**
 * @param {Awaited<ReturnType<typeof loadProduct>>} product
 * @param {string} name
 * @param {Collection} collection
 * @param {Options} options
 * @returns {Promise<Result>}
 */
async function judge(product, name, collection, options) {
  const { papers } = collection;
  const { seed, half } = options;
  const exam = drawExam(papers, seed, TRIES);
  const minisearch = openMiniSearch(papers);
  const fts5 = openFts5(papers);
  const library = await product.openLibrary(name, papers);
  try {
    const answers = [];
    for (const weights of WEIGHTS) {
      const find = (/** @type {string} */ text, /** @type {number} */ limit) =>
        fts5.find(text, limit, weights);
      answers.push({ weights, answers: await judgeQuestions(collection, half, find) });
    }
    return {
      papers: papers.length,
      questions: {
        offprint: await judgeQuestions(collection, half, library.find),
        minisearch: await judgeQuestions(collection, half, minisearch),
      },
      fts5: answers,
      known: {
        offprint: await judgeKnown(exam, library.find),
        minisearch: await judgeKnown(exam, minisearch),
        of: exam.length,
      },
      similar: await judgeSimilar(papers, options, library.similar),
    };
  } finally {
    fts5.close();
    await library.close();
  }
}
