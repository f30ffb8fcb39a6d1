/**
 * The exam of known papers: somebody remembers four words of an abstract, three of them right and one in some way
 * wrong. Drawn by a seed, so that whoever draws it gets the same one. Pure.
 */

import { randomFrom } from '../search/papers.mjs';

/** @import { JudgedPaper } from './collections.mjs' */

/**
 * @typedef {object} Try what is typed, four words each time
 * @property {number} n the paper that is looked for
 * @property {string} right as they stand in its abstract
 * @property {string} oneWrong one replaced by a word that the paper does not have
 * @property {string} form one in another form
 * @property {string} swapped letters 3 and 4 of one swapped
 */

export const KINDS = /** @type {const} */ (['right', 'oneWrong', 'form', 'swapped']);

/** How many papers have a word that is drawn: rarer ones are names and slips, more frequent ones tell nothing. */
const RIGHT = { least: 2, most: 200 };
const WRONG = { least: 5, most: 200 };
const WORDS = 4;

/**
 * @param {readonly JudgedPaper[]} papers
 * @param {number} seed
 * @param {number} count
 * @returns {Try[]} none if no abstract has four such words, otherwise `count`
 */
export function drawExam(papers, seed, count) {
  const random = randomFrom(seed);
  const frequency = frequencies(papers);
  const between =
    (/** @type {typeof RIGHT} */ { least, most }) =>
    (/** @type {string} */ word) =>
      (frequency.get(word) ?? 0) >= least && (frequency.get(word) ?? 0) <= most;
  const wrongs = [...frequency.keys()].filter(between(WRONG));
  const candidates = papers
    .map((paper) => ({
      n: paper.n,
      own: wordsOf(`${paper.title} ${paper.abstract}`),
      words: [...wordsOf(paper.abstract)].filter(between(RIGHT)),
    }))
    .filter(
      ({ own, words }) =>
        words.length >= WORDS && words.some(isSwappable) && wrongs.some((word) => !own.has(word)),
    );
  /** @type {Try[]} */
  const tries = [];
  while (candidates.length > 0 && tries.length < count) {
    const { n, own, words } = pick(candidates, random);
    const four = drawn(words, WORDS, random);
    const swappable = four.filter(isSwappable);
    if (swappable.length === 0) continue;
    const others = wrongs.filter((word) => !own.has(word));
    /** @param {string} old @param {string} changed */
    const replaced = (old, changed) => four.map((word) => (word === old ? changed : word)).join(' ');
    const inForm = pick(four, random);
    const inSwapped = pick(swappable, random);
    tries.push({
      n,
      right: four.join(' '),
      oneWrong: replaced(pick(four, random), pick(others, random)),
      form: replaced(inForm, otherForm(inForm)),
      swapped: replaced(inSwapped, swapped(inSwapped)),
    });
  }
  return tries;
}

/**
 * @param {string} word
 * @returns {string} without its ending, if it has one of these, and with another: `routing` for `routed`
 */
export function otherForm(word) {
  const stem = word.replace(/(?:ions|ing|ion|ed|es|al|ly|s)$/, '');
  return stem + (word.endsWith('ing') ? 'ed' : 'ing');
}

/**
 * @param {string} word of at least four letters
 * @returns {string} with letters 3 and 4 swapped
 */
export function swapped(word) {
  return word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4);
}

/** @param {string} word */
function isSwappable(word) {
  return swapped(word) !== word;
}

/**
 * @param {readonly JudgedPaper[]} papers
 * @returns {Map<string, number>} how many papers have each word in title or abstract
 */
function frequencies(papers) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const { title, abstract } of papers)
    for (const word of wordsOf(`${title} ${abstract}`)) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

/**
 * @param {string} text
 * @returns {Set<string>} in the order of the text
 */
function wordsOf(text) {
  return new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);
}

/**
 * @template T
 * @param {readonly T[]} values at least one
 * @param {() => number} random
 * @returns {T}
 */
function pick(values, random) {
  return /** @type {T} */ (values[Math.floor(random() * values.length)]);
}

/**
 * @template T
 * @param {readonly T[]} values
 * @param {number} count at most as many as there are values
 * @param {() => number} random
 * @returns {T[]} different ones, in the order in which they were drawn
 */
export function drawn(values, count, random) {
  const left = [...values];
  return Array.from({ length: count }, () => {
    const at = Math.floor(random() * left.length);
    return /** @type {T} */ (left.splice(at, 1)[0]);
  });
}
