/** All contenders at one size, in turn. */

import { LIMIT_MS } from './browser.mjs';
import { judge } from './equality.mjs';
import { MEASURED, visit } from './measure.mjs';

/** @import { SearchBrowser } from './browser.mjs' */
/** @import { Prepared } from './contenders/contender' */
/** @import { Equality } from './equality.mjs' */
/** @import { Saved } from './library' */
/** @import { Visit } from './measure.mjs' */
/** @import { Queries } from './queries.mjs' */

/**
 * @typedef {object} Result of one contender at one size
 * @property {Prepared | undefined} prepared
 * @property {string} [unfinished] what it did not finish, or failed at
 * @property {number[]} cold
 * @property {number} [heap]
 * @property {number} [heapAfter]
 * @property {Record<string, number[]>} times
 */

/**
 * @typedef {object} SizeResult
 * @property {number} papers
 * @property {Record<string, Result>} of
 * @property {Saved | undefined} saved
 * @property {Equality | undefined} equality
 */

/**
 * @typedef {object} Wish
 * @property {number} papers
 * @property {string[]} names
 * @property {Queries} queries
 * @property {number} rounds
 * @property {(text: string) => void} say
 * @property {number} [until] `performance.now()` after which no further round begins
 * @property {boolean} [quick] the indexes are made side by side, and little is timed
 */

/** Those that have no index to make. */
const BARE = ['floor', 'linear'];
/** Saving ten after ten ends here; the bytes are those of as many papers as were saved. */
const SAVING_MS = 150_000;
/** A contender that takes longer (ms) for its first titles takes part in each fourth round only. */
const SLOW = 2500;

/**
 * @param {SearchBrowser} browser
 * @param {Wish} wish
 * @returns {Promise<SizeResult>}
 */
export async function measureSize(browser, wish) {
  const { papers, names, say, quick } = wish;
  const at = `${papers.toLocaleString('en')} papers`;
  /** @type {Record<string, Result>} */
  const of = Object.fromEntries(names.map((name) => [name, { prepared: undefined, cold: [], times: {} }]));
  /** @type {Saved | undefined} */
  let saved;
  if (quick) {
    await Promise.all([
      browser.prepare('fill', papers).then(() => prepare('offprint')),
      prepare('minisearch'),
    ]);
  } else {
    saved = await browser.prepare('save', papers, SAVING_MS);
    if (!saved) await browser.prepare('fill', papers);
    say(`${at}: saved`);
    for (const name of names) if (!BARE.includes(name)) await prepare(name);
  }

  /** @param {string} name */
  async function prepare(name) {
    const result = /** @type {Result} */ (of[name]);
    try {
      result.prepared = await browser.prepare(name, papers);
      if (!result.prepared) result.unfinished = `index not made in ${LIMIT_MS / 1000} s`;
    } catch (error) {
      result.unfinished = `index not made: ${reason(error)}`;
    }
    const seconds = result.prepared ? `${(result.prepared.ms / 1000).toFixed(1)} s` : result.unfinished;
    say(`${at}: index of ${name}: ${seconds}`);
  }

  for (let round = 0; round < wish.rounds; round++) {
    if (round > 0 && performance.now() > (wish.until ?? Number.POSITIVE_INFINITY)) break;
    await takeTurns(browser, wish, of, round);
  }
  const both = ['offprint', 'minisearch'].every((name) => of[name] && !of[name]?.unfinished);
  const equality = both && !quick ? await judge(browser, papers, wish.queries) : undefined;
  if (equality) say(`${at}: ${equality.same} of ${equality.queries} queries found the same as MiniSearch`);
  return { papers, of, saved, equality };
}

/**
 * Every contender once, each round beginning with another one.
 *
 * @param {SearchBrowser} browser
 * @param {Wish} wish
 * @param {Record<string, Result>} of
 * @param {number} round
 */
async function takeTurns(browser, { papers, names, queries, say, quick }, of, round) {
  const query = queries.cold[round % queries.cold.length] ?? '';
  const turns = names.map((_, index) => names[(index + round) % names.length] ?? '');
  for (const name of turns) {
    const result = of[name];
    if (!result || result.unfinished) continue;
    const slow = (result.cold[0] ?? 0) > SLOW;
    if (slow && round % 4 !== 0) continue;
    const warm = name !== 'floor' && (quick || round === 0 || (round === 1 && !slow));
    /** @type {Visit | undefined} */
    let seen;
    try {
      seen = await visit(browser, name, papers, {
        query,
        heap: round === 0,
        ways: warm ? (quick ? ['words'] : MEASURED) : [],
        queries,
      });
      if (!seen) result.unfinished = `no answers in ${LIMIT_MS / 1000} s`;
    } catch (error) {
      result.unfinished = reason(error);
    }
    if (!seen) {
      say(`${name}: ${result.unfinished}`);
      continue;
    }
    result.cold.push(seen.cold);
    if (seen.heap !== undefined) result.heap = seen.heap;
    if (seen.heapAfter !== undefined) result.heapAfter = seen.heapAfter;
    for (const [measure, times] of Object.entries(seen.times))
      result.times[measure] = [...(result.times[measure] ?? []), ...times];
    if (warm && round < 2)
      say(
        `${papers.toLocaleString('en')} papers: ${name}: ${seen.cold.toFixed(0)} ms cold, ${seen.drawn} titles`,
      );
  }
}

/**
 * @param {unknown} error as Playwright passes it on from a page
 * @returns {string} what the page said
 */
function reason(error) {
  const [line = ''] = String(error).split('\n');
  return line.replace(/^(Error: |page\.evaluate: )*/, '');
}
