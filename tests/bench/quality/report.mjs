/** What the measurements say: a table for people, a line for programs. Pure. */

/** @import { Answers } from './judge.mjs' */
/** @import { Options, Result } from './run.mjs' */

/**
 * @param {string} name of the collection
 * @param {Result} result
 * @param {Options} options
 * @returns {string}
 */
export function report(name, result, { seed, half }) {
  const { papers, questions, fts5, known, similar } = result;
  const asked = half === 'all' ? 'all questions' : `the ${half} questions`;
  const rows = [
    answersRow('Offprint', questions.offprint),
    answersRow('MiniSearch, any word', questions.minisearch),
    ...fts5.map(({ weights, answers }) =>
      answersRow(`FTS5, porter, any word, ${weights.join(':')}`, answers),
    ),
  ];
  const knownRow = (/** @type {string} */ label, /** @type {typeof known.offprint} */ counts) =>
    row([label, counts.right, counts.oneWrong, counts.form, counts.swapped]);
  return [
    `${name}: ${papers} papers, ${asked}\n`,
    row(['', 'nDCG@10', 'MAP@100', 'empty']),
    row(['---', '---:', '---:', '---:']),
    ...rows,
    `\nKnown papers among the first ten, of ${known.of} (seed ${seed})\n`,
    row(['', 'right', 'one wrong', 'other form', 'swapped']),
    row(['---', '---:', '---:', '---:', '---:']),
    knownRow('Offprint', known.offprint),
    knownRow('MiniSearch, any word', known.minisearch),
    `\nSimilar papers against citation links, nDCG@10 (seed ${seed}${half === 'all' ? '' : `, papers with ${half} numbers`}): ${similar === null ? 'no links' : digits(similar)}`,
  ].join('\n');
}

/**
 * @param {ReadonlyMap<string, Result>} results by collection
 * @returns {string} JSON; of FTS5's weights, those that do better by each measure
 */
export function lastLine(results) {
  const collections = [...results].map(([name, { questions, fts5, known, similar }]) => [
    name,
    {
      questions: { ...questions, fts5porter: better(fts5.map(({ answers }) => answers)) },
      known,
      similar,
    },
  ]);
  return JSON.stringify({ collections: Object.fromEntries(collections) });
}

/**
 * @param {readonly Answers[]} answers
 * @returns {Answers}
 */
function better(answers) {
  return {
    ndcg10: Math.max(...answers.map(({ ndcg10 }) => ndcg10)),
    map100: Math.max(...answers.map(({ map100 }) => map100)),
    empty: Math.min(...answers.map(({ empty }) => empty)),
  };
}

/**
 * @param {string} label
 * @param {Answers} answers
 */
function answersRow(label, { ndcg10, map100, empty }) {
  return row([label, digits(ndcg10), digits(map100), empty]);
}

/** @param {readonly (string | number)[]} cells */
function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** @param {number} value from 0 to 1 */
function digits(value) {
  return value.toFixed(3);
}
