/** A listing in Firefox and our buttons on it, which stand in closed shadow roots. */

import { until } from '@/scripts/lib/until.mjs';

/** @import { Firefox } from './browser.mjs' */

export const DAILY = 'https://huggingface.co/papers/date/2026-09-28';
export const SAVE = 'Save to Offprint';
export const SAVED = 'Saved in Offprint';
export const SAVE_ALL = 'Save all';

/** Only the browser itself may look into closed roots: for `pierce`. */
const BUTTONS = `
  const ourButtons = (card) =>
    [...(card === null ? document : document.querySelectorAll('article')[card]).querySelectorAll('*')]
      .flatMap((host) => [...(host.openOrClosedShadowRoot?.querySelectorAll('button') ?? [])])
      .filter((button) => button.checkVisibility());
  const nameOf = (button) => (button.getAttribute('aria-label') ?? button.textContent).trim();
`;
const NAMES = `${BUTTONS} return ourButtons(arguments[0]).map(nameOf);`;
const MIDDLE = `${BUTTONS}
  const button = ourButtons(arguments[1]).find((button) => nameOf(button).startsWith(arguments[0]));
  if (!button) return null;
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
`;

/**
 * @param {Firefox} firefox
 * @param {string} [address]
 * @returns {Promise<void>} once it has its buttons
 */
export async function openListing(firefox, address = DAILY) {
  await firefox.send('WebDriver:Navigate', { url: address });
  await until(async () => (await cardButtons(firefox)).length > 0, `no buttons on ${address}`);
}

/**
 * @param {Firefox} firefox
 * @returns {Promise<string[]>} the names of all card buttons
 */
export async function cardButtons(firefox) {
  const names = await buttonNames(firefox);
  return names.filter((name) => name.startsWith(SAVE) || name.startsWith(SAVED));
}

/**
 * @param {Firefox} firefox
 * @param {number} expected how many cards should still offer to be saved
 */
export async function waitForUnsaved(firefox, expected) {
  const reached = async () =>
    (await cardButtons(firefox)).filter((name) => name.startsWith(SAVE)).length === expected;
  await until(reached, `the page does not come to ${expected} unsaved cards`);
}

/**
 * Presses the first button of that name with a real pointer, whose events the page cannot tell from a person's.
 *
 * @param {Firefox} firefox
 * @param {string} namePrefix
 * @param {number | null} [card] only in this one, counted from 0
 * @param {number} [times] 2 for a double click
 */
export async function press(firefox, namePrefix, card = null, times = 1) {
  const ask = async () => (await firefox.pierce(MIDDLE, namePrefix, card)) ?? undefined;
  const { x, y } = await until(ask, `no button "${namePrefix} …"`);
  const click = [
    { type: 'pointerDown', button: 0 },
    { type: 'pause', duration: 60 },
    { type: 'pointerUp', button: 0 },
  ];
  const move = { type: 'pointerMove', x, y, origin: 'viewport', duration: 0 };
  const steps = [move, ...Array.from({ length: times }, () => click).flat()];
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps };
  await firefox.send('WebDriver:PerformActions', { actions: [mouse] });
}

/**
 * @param {Firefox} firefox
 * @returns {Promise<string[]>} the accessible names of all our buttons on the page
 */
function buttonNames(firefox) {
  return firefox.pierce(NAMES, null);
}
