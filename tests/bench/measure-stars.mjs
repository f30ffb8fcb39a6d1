/** One edit of one paper, seen from the page: until it is drawn, and until the worker has saved it. */

import { setTimeout as pause } from 'node:timers/promises';
import { ownAddress } from './bench-browser.mjs';

/** @import { Bench } from './bench-browser.mjs' */

/** Between two presses, so that what follows one is over before the next (ms). */
const REST_MS = 1000;

/**
 * @param {Bench} bench
 * @param {number} repeats
 * @returns {Promise<{ drawn: number[], told: number[] }>} ms after the press
 */
export async function measureStars(bench, repeats) {
  const page = await bench.context.newPage();
  await page.setViewportSize({ width: 400, height: 700 });
  await page.goto(ownAddress(bench, 'sidepanel.html'));
  await page.getByRole('button', { name: 'Star', exact: true }).first().waitFor();
  await pause(2 * REST_MS);
  /** @type {{ drawn: number[], told: number[] }} */
  const times = { drawn: [], told: [] };
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const { drawn, told } = await page.evaluate(pressStar);
    if (repeat > 0) {
      times.drawn.push(drawn);
      times.told.push(told);
    }
    await pause(REST_MS);
  }
  await page.close();
  return times;
}

/**
 * Runs in the page.
 *
 * @returns {Promise<{ drawn: number, told: number }>}
 */
async function pressStar() {
  const star = () => /** @type {HTMLElement} */ (document.querySelector('li .star'));
  const message = () => document.querySelector('.undo')?.textContent;
  const [name, words] = [star().ariaLabel, message()];
  const pressed = performance.now();
  /** @param {() => boolean} changed */
  const once = (changed) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!changed()) return;
        observer.disconnect();
        resolve(undefined);
      });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  const drawing = once(() => star().ariaLabel !== name).then(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressed);
          port2.postMessage(0);
        }),
      ),
  );
  const telling = once(() => message() !== words).then(() => performance.now() - pressed);
  star().click();
  const [drawn, told] = /** @type {number[]} */ (await Promise.all([drawing, telling]));
  return { drawn: drawn ?? Number.NaN, told: told ?? Number.NaN };
}
