/** What the search is to reach, held against what was measured. Pure. */

import { median, ms, quantile } from '../stats.mjs';

/** @import { SizeResult } from './measure-size.mjs' */

/**
 * @typedef {object} Goal
 * @property {string} what
 * @property {string} goal
 * @property {string} value
 * @property {boolean | undefined} reached undefined where it could not be measured
 */

const FRAMES_MS = 32;

/**
 * @param {readonly SizeResult[]} results
 * @returns {Goal[]}
 */
export function goals(results) {
  /** @param {number} papers */
  const at = (papers) => results.find((result) => result.papers === papers);
  const [small, middle, large] = [at(1000), at(10_000), at(100_000)];
  const typed = p95(large, 'offprint', 'typed');
  const stored = (large?.of.offprint?.prepared?.bytes ?? Number.NaN) / 100_000;
  const written = (large?.saved?.written ?? Number.NaN) / (large?.saved?.papers ?? Number.NaN);
  const over = heap(large, 'offprint') - heap(large, 'floor');
  return [
    times('new page → 20 titles, to the floor', cold(large, 'offprint') / cold(large, 'floor'), 3.5),
    part('… to MiniSearch’s snapshot', cold(large, 'offprint') / cold(large, 'minisearch'), 80),
    part('… to SQLite', cold(large, 'offprint') / cold(large, 'sqlite'), 5),
    most('memory after that, over the floor’s', over / 1e6, 12, (value) => `${value.toFixed(1)} MB`),
    part('warm p95, to MiniSearch', ratio(large, 'words', 'minisearch'), 20),
    part('… index alone', ratio(large, 'rank', 'minisearch'), 20),
    times('… to SQLite', ratio(large, 'words', 'sqlite'), 1),
    part('as-you-type p95, to MiniSearch', ratio(large, 'typed', 'minisearch'), 50),
    most('… by itself', typed, FRAMES_MS, ms),
    part('with words spelled alike p95, to MiniSearch', ratio(large, 'typos', 'minisearch'), 8),
    part('… index alone', ratio(large, 'alike', 'minisearch'), 8),
    most('index per paper', stored, 300, bytes),
    most('written for the index per paper saved', written, 3000, bytes),
    times('1,000 papers: new page, to MiniSearch', cold(small, 'offprint') / cold(small, 'minisearch'), 1),
    times('… warm p95, to MiniSearch', ratio(small, 'words', 'minisearch'), 1.2),
    times('from 10,000 to 100,000: new page', cold(large, 'offprint') / cold(middle, 'offprint'), 2),
    times('… memory of the page', heap(large, 'offprint') / heap(middle, 'offprint'), 2),
  ];
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} goal
 * @param {(value: number) => string} show
 * @returns {Goal}
 */
function most(what, value, goal, show) {
  const known = Number.isFinite(value);
  return {
    what,
    goal: `≤ ${show(goal)}`,
    value: known ? show(value) : '–',
    reached: known ? value <= goal : undefined,
  };
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} goal
 */
function times(what, value, goal) {
  return most(what, value, goal, (number) => `${Number(number.toFixed(2))} ×`);
}

/**
 * A goal that is a fraction: 1/20 and less.
 *
 * @param {string} what
 * @param {number} value
 * @param {number} parts
 */
function part(what, value, parts) {
  return most(what, value, 1 / parts, (number) => `1/${Number((1 / number).toFixed(1))}`);
}

/** @param {number} value */
function bytes(value) {
  return `${Math.round(value)} B`;
}

/**
 * @param {SizeResult | undefined} size
 * @param {string} name
 */
function cold(size, name) {
  return median(size?.of[name]?.cold ?? []);
}

/**
 * @param {SizeResult | undefined} size
 * @param {string} name
 */
function heap(size, name) {
  return size?.of[name]?.heap ?? Number.NaN;
}

/**
 * @param {SizeResult | undefined} size
 * @param {string} name
 * @param {string} measure
 */
function p95(size, name, measure) {
  return quantile(size?.of[name]?.times[measure] ?? [], 0.95);
}

/**
 * @param {SizeResult | undefined} size
 * @param {string} measure
 * @param {string} other
 */
function ratio(size, measure, other) {
  return p95(size, 'offprint', measure) / p95(size, other, measure);
}
