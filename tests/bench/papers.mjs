/**
 * A library of made-up papers, the same for everyone. Words follow Zipf's law, so that rare ones keep coming however
 * large the library grows, as in real abstracts. Pure.
 */

/** @import { Paper, Sighting } from '@/utils/paper/schema' */
/** @import { Alias, Changes, JournalEntry } from '@/storage/database' */

/**
 * @typedef {object} Library rows by table, as `storage/commands.ts` writes them
 * @property {Paper[]} papers
 * @property {Alias[]} aliases
 * @property {Sighting[]} sightings
 * @property {JournalEntry[]} journal
 * @property {Changes[]} changes
 * @property {{ name: string, value: unknown }[]} settings
 */

const VOCABULARY = 60_000;
const NAMES = 20_000;
const ABSTRACT = 150;
/** Papers that one press of "Save all" saves together, and the time between two presses. */
const GROUP = 10;
const STEP_MS = 3 * 60 * 60_000;

const STARTS = [...'bdfgklmnprstvz', 'st', 'tr', 'pl', 'qu'];
const VOWELS = [...'aeiou', 'io', 'ea'];
const ENDS = ['', '', '', 'n', 'r', 's', 'l', 'x'];

/**
 * Spelled by chance, so that the words are as far from each other as real ones: fuzzy search must not find half of them.
 *
 * @param {number} rank 0 is the most frequent word
 * @returns {string} frequent words are short
 */
export function word(rank) {
  const random = mulberry(rank);
  const pick = (/** @type {string[]} */ letters) => letters[Math.floor(random() * letters.length)];
  const syllables = rank < 100 ? 1 : rank < 3000 ? 2 + (rank % 2) : 3 + (rank % 2);
  return Array.from({ length: syllables }, () => `${pick(STARTS)}${pick(VOWELS)}${pick(ENDS)}`).join('');
}

/**
 * @param {number} count
 * @param {Date} until when the newest was saved
 * @returns {Library}
 */
export function makeLibrary(count, until) {
  const random = mulberry(42);
  const zipf = (/** @type {number} */ size) => Math.floor(size ** random()) - 1;
  const words = (/** @type {number} */ length) =>
    Array.from({ length }, () => word(zipf(VOCABULARY))).join(' ');
  const groups = Math.ceil(count / GROUP);
  /** @type {Library} */
  const library = { papers: [], aliases: [], sightings: [], journal: [], changes: [], settings: [] };
  for (let index = 0; index < count; index++) {
    const group = Math.floor(index / GROUP);
    const at = new Date(until.getTime() - (groups - group) * STEP_MS).toISOString();
    const arxiv = `${2301 + (index % 12)}.${String(10_000 + Math.floor(index / 12)).padStart(5, '0')}`;
    const title = capital(words(7 + (index % 5)));
    const abstract = Array.from({ length: ABSTRACT / 15 }, () => `${capital(words(15))}.`).join(' ');
    const authors = Array.from({ length: 3 + (index % 6) }, () =>
      [zipf(NAMES), zipf(NAMES)].map((rank) => capital(word(rank + 500))).join(' '),
    );
    addPaper(library, { arxiv, title, abstract, authors, at, revision: group + 1, upvotes: index % 300 });
  }
  library.settings.push({ name: 'revision', value: groups });
  return library;
}

/**
 * @param {Library} library
 * @param {{ arxiv: string, title: string, abstract: string, authors: string[], at: string, revision: number, upvotes: number }} paper
 */
function addPaper(library, { arxiv, title, abstract, authors, at, revision, upvotes }) {
  const id = `arxiv:${arxiv}`;
  const listedAt = at.slice(0, 10);
  const url = `https://huggingface.co/papers/date/${listedAt}`;
  const origin = /** @type {const} */ ({ site: 'huggingface', trust: 3, at });
  const shown = /** @type {const} */ ({ ...origin, trust: 2 });
  library.papers.push({
    id,
    authors,
    identifiers: { arxiv },
    tags: [],
    status: 'unread',
    starred: false,
    savedAt: at,
    edited: [],
    origins: { title: origin, abstract: origin, authors: origin, publishedAt: origin, url: shown },
    revision,
    title,
    abstract,
    publishedAt: listedAt,
    url: `https://arxiv.org/abs/${arxiv}`,
  });
  const keys = [id, `title:${title.toLowerCase().replaceAll(' ', '')}`];
  library.aliases.push(...keys.map((key) => ({ key, paper: id })));
  library.sightings.push({
    paper: id,
    site: 'huggingface',
    url,
    seenAt: at,
    listedAt,
    upvotes,
    comments: 2,
    submitter: 'ann',
  });
  const created = /** @type {const} */ ({ before: undefined, after: undefined });
  const changes = [
    { table: /** @type {const} */ ('papers'), key: id, ...created },
    { table: /** @type {const} */ ('sightings'), key: [id, 'huggingface', url], ...created },
    ...keys.map((key) => ({ table: /** @type {const} */ ('aliases'), key: [key, id], ...created })),
  ];
  const last = library.journal.at(-1);
  if (last?.entry === revision) {
    last.papers++;
    library.changes.at(-1)?.changes.push(...changes);
  } else {
    library.journal.push({ entry: revision, at, intention: 'save', from: url, papers: 1, title });
    library.changes.push({ entry: revision, part: 0, changes });
  }
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A small random generator with a seed (mulberry32, public domain).
 *
 * @param {number} seed
 * @returns {() => number} from 0 to 1
 */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
