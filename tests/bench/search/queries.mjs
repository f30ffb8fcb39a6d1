/** What is searched for, drawn from the papers that every library begins with; the same for everyone. Pure. */

import { makePaper, randomFrom } from './papers.mjs';

/**
 * @typedef {object} Asked
 * @property {string[]} words one, two or three words of one paper: frequent, middling and rare ones
 * @property {string[]} typed the beginnings of queries, from the first letter on
 * @property {string[]} typos words with a slip of the finger in one of them
 */

/**
 * @typedef {object} Cold
 * @property {string[]} cold typed into a new page: frequent words
 * @property {Asked} warmup asked before the others and not measured: browsers compile what runs often
 */

/** @typedef {Asked & Cold} Queries */

/** Words are counted in these many papers; in all sizes they are the same. */
const SAMPLE = 1000;
const FREQUENT = 0.04;
const WARMUP = { words: 84, typed: 4, typos: 28 };
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Which words stand together: f, m and r are frequent, middling and rare ones. */
const MIXES = ['f', 'm', 'r', 'ff', 'fm', 'mm', 'mr', 'fr', 'fff', 'ffm', 'fmm', 'fmr', 'mmr', 'mmm'];

/**
 * @param {{ words: number, typed: number, typos: number }} counts of queries; `typed` counts the typed-out ones
 * @returns {Queries}
 */
export function makeQueries(counts) {
  const random = randomFrom(2026);
  const texts = Array.from({ length: SAMPLE }, (_, index) => {
    const { title, abstract } = makePaper(index, SAMPLE).paper;
    return [...new Set(`${title} ${abstract}`.toLowerCase().match(/\b[a-z]{3,}\b/g) ?? [])];
  });
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const words of texts) for (const one of words) found.set(one, (found.get(one) ?? 0) + 1);

  /** @param {string} one */
  const classOf = (one) => {
    const share = (found.get(one) ?? 0) / SAMPLE;
    return share > 0.4 ? 'stop' : share > FREQUENT ? 'f' : share > 2.5 / SAMPLE ? 'm' : 'r';
  };
  /** @param {string} mix */
  const draw = (mix) => {
    for (;;) {
      const words = texts[Math.floor(random() * SAMPLE)] ?? [];
      const chosen = [...mix].map((kind) => {
        const fitting = words.filter((one) => classOf(one) === kind);
        return fitting[Math.floor(random() * fitting.length)];
      });
      if (chosen.every((one) => one !== undefined) && new Set(chosen).size === mix.length)
        return chosen.join(' ');
    }
  };
  /** @param {number} count */
  const drawn = (count) =>
    Array.from({ length: count }, (_, index) => draw(MIXES[index % MIXES.length] ?? 'm'));
  /** @param {typeof counts} numbers */
  const asked = (numbers) => ({
    words: drawn(numbers.words),
    typed: Array.from({ length: numbers.typed }, (_, index) =>
      typedOut(draw(['m', 'f', 'fm', 'r'][index % 4] ?? 'm')),
    ).flat(),
    typos: drawn(numbers.typos).map((query) => slip(query, random)),
  });
  return {
    ...asked(counts),
    cold: Array.from({ length: 12 }, (_, index) => draw(index % 2 === 0 ? 'f' : 'ff')),
    warmup: asked(WARMUP),
  };
}

/**
 * @param {string} query
 * @returns {string[]} what stands in the search box after each letter
 */
function typedOut(query) {
  return Array.from(query, (_, index) => query.slice(0, index + 1)).filter((text) => !text.endsWith(' '));
}

/**
 * @param {string} query
 * @param {() => number} random
 * @returns {string} with one letter wrong, missing, doubled or swapped in its longest word
 */
function slip(query, random) {
  const words = query.split(' ');
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  const at = 1 + Math.floor(random() * Math.max(1, longest.length - 2));
  const [before, letter, after] = [longest.slice(0, at), longest.charAt(at), longest.slice(at + 1)];
  const other = LETTERS.charAt(Math.floor(random() * LETTERS.length));
  const wrong = [
    before + other + after,
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
  ][Math.floor(random() * 4)];
  return words.map((one) => (one === longest ? wrong : one)).join(' ');
}
