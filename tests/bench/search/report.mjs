/** The report in Markdown, and the line that other programs read. Pure, except that it asks which machine this is. */

import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { median, ms, quantile } from '../stats.mjs';
import { goals } from './goals.mjs';
import { NAMES } from './names.mjs';

/** @import { Result, SizeResult } from './measure-size.mjs' */

/**
 * One measure: its name, and what it was for one contender; undefined where it was not taken.
 *
 * @typedef {[name: string, value: (result: Result, size: SizeResult) => string | undefined]} Measure
 */

const UNFINISHED = 'did not finish';

/** @type {Measure[]} */
const MEASURES = [
  ['new page → 20 titles drawn, median', ({ cold }) => ms(median(cold))],
  ['… slowest of the visits', ({ cold }) => `${ms(Math.max(...cold))} of ${cold.length}`],
  ['memory after that, over the floor’s', (result, size) => megabytes(heapOver(result.heap, size))],
  ['… after the queries below', (result, size) => megabytes(heapOver(result.heapAfter, size))],
  ['warm, 1–3 words: p50', ({ times }) => time(times.words, 0.5)],
  ['… p95', ({ times }) => time(times.words, 0.95)],
  ['… the same once more: p50', ({ times }) => time(times.again, 0.5)],
  ['… p95', ({ times }) => time(times.again, 0.95)],
  ['… index alone, no papers read: p50', ({ times }) => time(times.rank, 0.5)],
  ['… p95', ({ times }) => time(times.rank, 0.95)],
  ['as-you-type, from one letter on: p50', ({ times }) => time(times.typed, 0.5)],
  ['… p95', ({ times }) => time(times.typed, 0.95)],
  ['with words spelled alike: p50', ({ times }) => time(times.typos, 0.5)],
  ['… p95', ({ times }) => time(times.typos, 0.95)],
  ['… index alone, no papers read: p50', ({ times }) => time(times.alike, 0.5)],
  ['… p95', ({ times }) => time(times.alike, 0.95)],
  ['stored per paper', ({ prepared }, { papers }) => stored(prepared, papers)],
  ['index made and stored in', ({ prepared }) => prepared && ms(prepared.ms)],
];

/**
 * @param {{ results: readonly SizeResult[], browser: string, date: Date }} run
 * @returns {string}
 */
export function report({ results, browser, date }) {
  const rows = goals(results).map(({ what, goal, value, reached }) =>
    [what, goal, value, reached === undefined ? '–' : reached ? 'yes' : '**no**'].join(' | '),
  );
  const memory = Math.round(totalmem() / 2 ** 30);
  return `# The search, measured

${date.toISOString().slice(0, 10)}, Chromium ${browser} without a window, ${availableParallelism()} cores (${cpus()[0]?.model.trim()}; shared with
other work, load ${loadavg()[0]?.toFixed(1)} at the end), ${memory} GB. See it again: \`npm run bench\`, or a part of it in less than a minute:
\`npm run bench -- --quick\`. Times differ from machine to machine; what counts are the ratios within one run.

![New page to 20 titles, by size of the library](../../assets/bench/search.svg)

## Goals

| | goal | measured | reached |
| --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}

${results.map(tableOf).join('\n\n')}

## How it is measured

Contenders take turns within one run, on pages of the built extension, to which the benchmark's pages are added and
whose policy then also permits WebAssembly; each page loads the script of one contender only. The papers are made up
(\`search/papers.mjs\`): abstracts of 150 words, of which new ones never cease, so that 100,000 papers have some 170,000
different words and an arXiv number each. Queries are drawn from them, those of all sizes are the same.

- **New page → titles**: from the start of the navigation to the first task after the frame with the titles. Each
  page is a new one, and the one before it is closed. The *floor* opens the database by the browser's own means
  and reads 20 papers by their ids: no search at all.
- **Memory**: of the JavaScript heap and its buffers after a garbage collection on that page, and of SQLite's module in its
  worker. Once somebody searches, Offprint reads the index ahead, up to 32 MB of it.
- **Warm**: half a second after other queries of the same kind (84 for words; half a second after the first titles), from
  asking to 20 papers in hand: Offprint and MiniSearch read them from the database, the linear scan and Orama hold them, SQLite has
  their titles itself. “Index alone” is ids and scores: the best 20 and their number for Offprint, all of them for
  MiniSearch. What Offprint has not read of its index yet it reads then; “the same once more” shows what that takes.
- **With words spelled alike**: from asking to the answer of the second pass, the first one included; “index alone” is
  one pass with exact words, beginnings and words spelled alike. For SQLite and FlexSearch there is none.
- **MiniSearch** has the fields, tokens, weights and options that our index promises to equal, and its JSON in
  IndexedDB; the **linear scan** reads all records and looks for each word in their text, unranked; **SQLite** is FTS5
  with prefix indexes, in a file of the origin private file system; **FlexSearch** and **Orama** are loaded from what they export.
- **Stored** are bytes of index values (for SQLite with the texts; Orama’s objects are the browser’s to store).
- **Written per paper saved**: all values put into the tables of the index while papers are saved ten at a time and
  the worker's job is done after each ten, merges included.
- After two minutes of queries of one kind a contender is asked no more of them.
- Whatever is not done after 300 s “did not finish”, and is not tried with more papers.
`;
}

/** @param {SizeResult} size */
function tableOf(size) {
  const names = Object.keys(NAMES).filter((name) => size.of[name]);
  const lines = MEASURES.map(([what, value]) => [
    what,
    ...names.map((name) => cell(size, name, value)),
  ]).filter(([, ...cells]) => cells.some((text) => text && text !== UNFINISHED));
  const head = [
    ['', ...names.map((name) => NAMES[name])],
    ['---', ...names.map(() => '---:')],
  ];
  const { saved, equality } = size;
  const notes = [
    saved &&
      `Written for the index per paper saved: ${Math.round(saved.written / saved.papers)} B (${saved.papers.toLocaleString('en')} papers, ten at a time, in ${ms(saved.ms)}).`,
    equality &&
      `The same papers as MiniSearch with the same scores: ${equality.same} of ${equality.queries} queries${equality.different.length > 0 ? `; others: ${equality.different.map((query) => `“${query}”`).join(', ')}` : ''}.`,
    ...names.map((name) => size.of[name]?.unfinished && `${NAMES[name]}: ${size.of[name].unfinished}.`),
  ];
  return `## ${size.papers.toLocaleString('en')} papers

${[...head, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')}

${notes
  .filter(Boolean)
  .map((note) => `- ${note}`)
  .join('\n')}`;
}

/**
 * @param {SizeResult} size
 * @param {string} name
 * @param {Measure[1]} value
 */
function cell(size, name, value) {
  const result = size.of[name];
  if (!result || result.cold.length === 0) return result?.unfinished ? UNFINISHED : '';
  return value(result, size) ?? '';
}

/**
 * @param {number[] | undefined} values
 * @param {number} share
 */
function time(values, share) {
  return values && values.length > 0 ? ms(quantile(values, share)) : undefined;
}

/**
 * @param {number | undefined} heap
 * @param {SizeResult} size
 * @returns {number} bytes
 */
function heapOver(heap, size) {
  return (heap ?? Number.NaN) - (size.of.floor?.heap ?? Number.NaN);
}

/**
 * @param {Result['prepared']} prepared
 * @param {number} papers
 */
function stored(prepared, papers) {
  return prepared && !Number.isNaN(prepared.bytes) ? `${Math.round(prepared.bytes / papers)} B` : undefined;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Number.isNaN(bytes) ? undefined : `${(bytes / 1e6).toFixed(1)} MB`;
}

/**
 * @param {SizeResult} size
 * @returns {string} JSON in one line; throws where something was not measured
 */
export function quickLine(size) {
  /** @param {(result: Result) => number} value */
  const numbers = (value, names = ['offprint', 'minisearch', 'linear']) =>
    Object.fromEntries(
      names.map((name) => {
        const result = size.of[name];
        const number = result && !result.unfinished ? value(result) : Number.NaN;
        if (!Number.isFinite(number))
          throw new Error(`${name} was not measured: ${result?.unfinished ?? ''}`);
        return [name, Number(number.toFixed(1))];
      }),
    );
  return JSON.stringify({
    papers: size.papers,
    cold: numbers(({ cold }) => median(cold), ['floor', 'offprint', 'minisearch', 'linear']),
    warmP95: numbers(({ times }) => quantile(times.words ?? [], 0.95)),
    heapMB: numbers(({ heap }) => heapOver(heap, size) / 1e6, ['offprint', 'minisearch']),
    bytesPerPaper: numbers(({ prepared }) => (prepared?.bytes ?? Number.NaN) / size.papers, ['offprint'])
      .offprint,
  });
}
