import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@/scripts/lib/until.mjs';
import { cardButtons, openListing, press, SAVE, SAVED } from './listing.mjs';
import { openOwnPage, waitForStatus } from './own-page.mjs';
import { testInFirefox } from './scene.mjs';

/** As long as a second press may still belong to a double click, and a little more (ms). */
const DOUBLE_MS = 700;

/** The first card shows the second one's paper as soon as a press on it begins. */
const CHANGE_UNDER_THE_PRESS = `
  document.addEventListener('pointerdown', () => {
    const [one, two] = document.querySelectorAll('article h3 a');
    one.setAttribute('href', two.getAttribute('href'));
    one.textContent = two.textContent;
  }, { capture: true, once: true });
`;
/** The second card gets a form around its contents, whose fields are named like parts of the DOM. */
const SHADOW = `
  const add = (parent, ...children) => Element.prototype.append.call(parent, ...children);
  const form = document.createElement('form');
  for (const name of ['firstChild', 'nextSibling', 'getAttribute', 'querySelector', 'closest', 'append', 'style']) {
    const field = document.createElement('input');
    field.name = name;
    field.type = 'hidden';
    add(form, field);
  }
  const card = document.querySelectorAll('article')[1];
  add(form, ...card.childNodes);
  add(card, form);
`;

testInFirefox(
  'presses: double, on a card that changes, on one in a form that shadows the DOM',
  async ({ firefox }) => {
    await openListing(firefox);
    const run = (/** @type {string} */ script) =>
      firefox.send('WebDriver:ExecuteScript', { script, args: [] });
    const first = async () => (await cardButtons(firefox))[0] ?? '';

    await press(firefox, SAVE, 2, 2);
    await pause(DOUBLE_MS);
    assert.equal((await cardButtons(firefox)).filter((name) => name.startsWith(SAVED)).length, 1);

    await run(CHANGE_UNDER_THE_PRESS);
    await press(firefox, SAVE, 0);
    await until(
      async () => (await first()).includes('nothing was saved'),
      'the button does not tell that the card changed',
    );

    await run(SHADOW);
    await until(async () => (await cardButtons(firefox)).length === 32, 'a card lost its button');
    await press(firefox, SAVE, 1);
    await until(
      async () => (await cardButtons(firefox))[1]?.startsWith(SAVED),
      'the card in the form is not saved',
    );
    await openOwnPage(firefox, 'sidepanel.html');
    await waitForStatus(firefox, '2 papers');
  },
);
