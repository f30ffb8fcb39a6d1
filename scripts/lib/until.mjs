/** Waiting for something that says nothing when it is ready. */

import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL = 50;
/** Only what hangs takes so long (ms), also on a machine that has much else to do. */
export const PATIENCE = 120_000;

/**
 * Asks again and again until there is an answer.
 *
 * @template T
 * @param {() => Promise<T | undefined | false>} ask
 * @param {string} otherwise what to complain of when time is up
 * @param {number} [timeout] in milliseconds
 * @returns {Promise<T>}
 */
export async function until(ask, otherwise, timeout = PATIENCE) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`${otherwise} (waited ${timeout / 1000} s)`);
    await pause(INTERVAL);
  }
}
