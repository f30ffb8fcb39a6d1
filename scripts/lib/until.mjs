/** Waiting for something that says nothing when it is ready. */

import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL = 50;

/**
 * Asks again and again until there is an answer.
 *
 * @template T
 * @param {() => Promise<T | undefined | false>} ask
 * @param {string} otherwise what to complain of when time is up
 * @param {number} [timeout] in milliseconds
 * @returns {Promise<T>}
 */
export async function until(ask, otherwise, timeout = 10_000) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`${otherwise} (waited ${timeout / 1000} s)`);
    await pause(INTERVAL);
  }
}
