/**
 * Running the steps of `npm test` and summing them up. Every step runs, whatever became of the others, and the sum is
 * the last line, whatever happened: outside checks read it, and silence must never look like success.
 */

import { sentence } from './complain.mjs';
import { ONE_FAILED, sound, sum, verdict } from './tally.mjs';

/** @import { Tally } from './tally.mjs' */

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {() => Promise<Tally>} run
 * @property {readonly Step[]} [beside] run meanwhile, one after the other, where this one leaves a core idle
 */

/**
 * Runs the steps one after the other, but for those beside another, prints the sum and sets the exit code.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<void>}
 */
export async function report(steps) {
  /** @type {Map<string, Tally>} by title of the step; one that was never finished has failed */
  const tallies = new Map(flat(steps).map(({ title }) => [title, ONE_FAILED]));
  let told = false;
  const tell = () => {
    if (told) return;
    told = true;
    const bad = [...tallies].filter(([, { failed }]) => failed > 0).map(([title]) => title);
    if (bad.length > 0) {
      for (const [title, { complaints = [] }] of tallies)
        for (const complaint of complaints) console.log(`✗ ${title}: ${complaint}`);
      console.log(`\nNot in order: ${bad.join(', ')}`);
      process.exitCode = 1;
    }
    console.log(`\n${verdict(sum([...tallies.values()]))}`);
  };
  // Also when we are told to end (run.mjs), or nothing is left that could wake us.
  process.once('exit', tell);
  const stray = (/** @type {unknown} */ error) => tallies.set('npm test', failed(error));
  process.on('uncaughtException', stray).on('unhandledRejection', stray);

  const walk = async (/** @type {readonly Step[]} */ some) => {
    for (const step of some) await Promise.all([finish(step), walk(step.beside ?? [])]);
  };
  const finish = async (/** @type {Step} */ { title, run }) => {
    console.log(`\n── ${title} ──`);
    const start = performance.now();
    tallies.set(title, await begin(run).then(sound).catch(failed));
    console.log(`── ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  await walk(steps);
  tell();
}

/**
 * @param {readonly Step[]} steps
 * @returns {Step[]} with those beside them
 */
function flat(steps) {
  return steps.flatMap((step) => [step, ...flat(step.beside ?? [])]);
}

/** @param {Step['run']} run may throw before it promises anything */
async function begin(run) {
  return run();
}

/**
 * @param {unknown} error
 * @returns {Tally}
 */
function failed(error) {
  console.error(`Offprint: ${sentence(error)}`);
  return { ...ONE_FAILED, complaints: [sentence(error)] };
}
