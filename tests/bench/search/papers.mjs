/**
 * Papers that nobody wrote, the same for everyone, for libraries of any size: the first thousand of a large library are
 * the small one. Words come as in abstracts: a third are stop words, the frequent ones of the trade follow Zipf's law, and
 * new ones never cease (Heaps' law with an exponent of about one half; https://en.wikipedia.org/wiki/Heaps%27_law). Pure.
 */

/** @import { Paper, Sighting } from '@/utils/paper/schema' */

/** @typedef {{ paper: Paper, sighting: Sighting }} Made */

const STOP_WORDS = `the of and a to in we is for that on with this by as are an our from be which can it these
  such have or at has not but show using their than more between also however both when into its while they been
  each other over only through where most two may all one some under then how there across without many based new
  via propose approach results method model data learning task performance`.split(/\s+/);
/** Papers that are saved by one press of “Save all”, and the time between two presses. */
export const GROUP = 10;
const STEP_MS = 30 * 60_000;
const UNTIL = Date.UTC(2026, 9, 1);

const SHARE = { stop: 0.38, common: 0.36, rare: 0.22, compound: 0.025, acronym: 0.01 };
/** Common words, without the very first, which would stand in every paper. */
const COMMON = { from: 9, to: 6000 };
/** Of the rare words, half have ranks below this. */
const RARE_HALF = 900;
const COMPOUND_HALF = 260;

const STARTS = [...'bcdfghlmnprstvw', 'st', 'tr', 'pl', 'qu', 'pr', 'ch', 'ph', 'k', 'j', 'z'];
const VOWELS = [...'aeiou', ...'aei', 'io', 'ea', 'ou'];
const ENDS = ['', '', '', '', 'n', 'r', 's', 'l', 'x', 'nt', 'ct'];
const SUFFIXES = ['', '', '', 's', 'ing', 'tion', 'al', 'ed', 'ic', 'ity'];

/** @type {string[]} */
const spelled = [];

/**
 * @param {number} rank 0 is the most frequent word
 * @returns {string} frequent words are short
 */
export function word(rank) {
  const known = spelled[rank];
  if (known !== undefined) return known;
  const random = randomFrom(rank + 7);
  const syllables = rank < 300 ? 2 : rank < 20_000 ? 2 + (rank % 2) : 3 + (rank % 2);
  let text = '';
  for (let index = 0; index < syllables; index++)
    text += pick(STARTS, random) + pick(VOWELS, random) + pick(ENDS, random);
  text += pick(SUFFIXES, random);
  if (rank < 400_000) spelled[rank] = text;
  return text;
}

/** @param {number} index of the paper in its library */
export function idOf(index) {
  const month = 2301 + (index % 12) + 100 * (Math.floor(index / 12) % 4);
  return `arxiv:${month}.${10_000 + Math.floor(index / 48)}`;
}

/**
 * @param {number} index of the paper in its library: 0 was saved first
 * @param {number} count how many papers the library has
 * @returns {Made}
 */
export function makePaper(index, count) {
  const random = randomFrom(index * 2 + 1);
  const title = titleCase(words(5 + Math.floor(random() * 11), random, 0.6));
  const sentences = Array.from({ length: 6 + Math.floor(random() * 4) }, () =>
    sentence(words(14 + Math.floor(random() * 13), random, 1)),
  );
  const authors = Array.from({ length: 1 + Math.floor(random() ** 1.3 * 8) }, () => author(random));
  const group = Math.floor(index / GROUP);
  const at = new Date(UNTIL - (Math.ceil(count / GROUP) - group) * STEP_MS).toISOString();
  const id = idOf(index);
  const arxiv = id.slice('arxiv:'.length);
  const listedAt = at.slice(0, 10);
  const url = `https://huggingface.co/papers/date/${listedAt}`;
  const origin = /** @type {const} */ ({ site: 'huggingface', trust: 3, at });
  const tags = Array.from({ length: index % 7 === 0 ? 1 + (index % 2) : 0 }, () => word(zipf(300, random)));
  return {
    paper: {
      id,
      authors,
      identifiers: { arxiv },
      tags,
      status: index % 9 === 0 ? 'read' : 'unread',
      starred: index % 23 === 0,
      savedAt: at,
      edited: [],
      origins: { title: origin, abstract: origin, authors: origin, publishedAt: origin, url: origin },
      changedAt: {},
      revision: group + 1,
      title,
      abstract: sentences.join(' '),
      publishedAt: listedAt,
      url: `https://arxiv.org/abs/${arxiv}`,
      ...(index % 19 === 0 ? { note: sentence(words(12, random, 1)) } : {}),
    },
    sighting: {
      paper: id,
      site: 'huggingface',
      url,
      seenAt: at,
      listedAt,
      upvotes: index % 300,
      comments: 2,
    },
  };
}

/**
 * @param {number} length
 * @param {() => number} random
 * @param {number} stopping less than 1: fewer stop words, as in titles
 * @returns {string[]}
 */
function words(length, random, stopping) {
  return Array.from({ length }, () => {
    let chance = random();
    if (chance < SHARE.stop) {
      if (random() < stopping)
        return STOP_WORDS[Math.floor((STOP_WORDS.length + 3) ** random() - 1)] ?? 'the';
      chance = SHARE.stop + random() * (1 - SHARE.stop);
    }
    chance -= SHARE.stop;
    if (chance < SHARE.common) return word(zipf(COMMON.to, random));
    chance -= SHARE.common;
    if (chance < SHARE.rare) return word(tail(RARE_HALF, random));
    chance -= SHARE.rare;
    if (chance < SHARE.compound) {
      const inner = randomFrom(tail(COMPOUND_HALF, random) + 99_991);
      return `${word(zipf(2000, inner))}-${word(zipf(2000, inner))}`;
    }
    chance -= SHARE.compound;
    const number = String(Math.floor(10 ** (random() * 3.3)));
    if (chance > SHARE.acronym) return number;
    const acronym = word(tail(60, random) + 500)
      .slice(0, 4)
      .toUpperCase();
    return random() < 0.3 ? `${acronym}-${number.slice(0, 2)}` : acronym;
  });
}

/** @param {() => number} random */
function author(random) {
  const [first, last] = [word(20_000 + zipf(3000, random)), word(50_000 + zipf(30_000, random))];
  return `${capital(first.slice(0, 7))} ${capital(last.slice(0, 9))}`;
}

/**
 * @param {number} size
 * @param {() => number} random
 */
function zipf(size, random) {
  return Math.floor(COMMON.from * (size / COMMON.from) ** random()) - COMMON.from;
}

/**
 * A rank from a distribution without an end.
 *
 * @param {number} half
 * @param {() => number} random
 */
function tail(half, random) {
  return Math.min(2 ** 30, Math.floor(half * (1 / (1 - random()) - 1)));
}

/** @param {readonly string[]} list */
function sentence(list) {
  return `${capital(list.join(' '))}.`;
}

/** @param {readonly string[]} list */
function titleCase(list) {
  return list.map((one) => (one.length > 3 ? capital(one) : one)).join(' ');
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * @param {readonly string[]} list
 * @param {() => number} random
 */
function pick(list, random) {
  return list[Math.floor(random() * list.length)] ?? '';
}

/**
 * A small random generator with a seed (mulberry32, public domain).
 *
 * @param {number} seed
 * @returns {() => number} from 0 to 1
 */
export function randomFrom(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
