/** Pressing our buttons on a foreign page as a person does: by mouse, with events that the browser trusts. */

import { devtools, findButtons, waitForButton } from './closed-roots.mjs';
import { until } from './until.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Card } from './closed-roots.mjs' */

export const SAVE = 'Save to Offprint';
export const SAVED = 'Saved in Offprint';
export const SAVE_ALL = 'Save all';

/**
 * @param {Page} page
 * @param {Card} card
 * @param {string} namePrefix how the button's accessible name begins
 * @returns {Promise<void>}
 */
export async function pressCard(page, card, namePrefix) {
  await press(page, namePrefix, card);
}

/**
 * @param {Page} page
 * @param {string} namePrefix
 * @returns {Promise<void>}
 */
export async function pressByName(page, namePrefix) {
  await press(page, namePrefix);
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>} the names of all card buttons, in the order of the cards
 */
export async function cardButtons(page) {
  const buttons = await findButtons(page, [SAVE, SAVED]);
  return buttons.map((button) => button.name);
}

/**
 * @param {Page} page
 * @param {Card} card
 * @returns {Promise<string | undefined>} the name of the card's button, if it has one by now
 */
export async function buttonName(page, card) {
  const [button] = await findButtons(page, [SAVE, SAVED], card);
  return button?.name;
}

/**
 * @param {Page} page
 * @param {string} namePrefix
 * @param {Card} [within]
 */
async function press(page, namePrefix, within) {
  const ask = async () => {
    const { backendNodeId } = await waitForButton(page, namePrefix, within);
    return middle(page, backendNodeId).catch(() => undefined); // the page may have re-drawn it meanwhile
  };
  const { x, y } = await until(ask, `the button "${namePrefix} …" cannot be scrolled into view`);
  await page.mouse.click(x, y);
}

/**
 * @param {Page} page
 * @param {number} backendNodeId
 * @returns {Promise<{ x: number, y: number } | undefined>} where to press it, after scrolling it into view
 */
async function middle(page, backendNodeId) {
  const session = await devtools(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
  const [quad] = quads;
  if (!quad) return undefined;
  const [left = 0, top = 0, , , right = 0, bottom = 0] = quad; // corners clockwise from the upper left
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
