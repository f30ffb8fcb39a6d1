/** Watching one of our buttons from inside the content script's own world, where events carry the moment of the press. */

import { devtools, findButtons } from '@/scripts/lib/closed-roots.mjs';

/** @import { CDPSession, Page } from '@playwright/test' */

/** @typedef {{ objectId: string }} Watched a button, in the content script's world */

/**
 * @typedef {object} Pressed
 * @property {number} pressedAt when the browser made the trusted click (ms since 1970)
 * @property {number} saved until the button's label said so (ms after the press)
 * @property {string} name the label at the end
 */

/**
 * @param {Page} page
 * @param {string} extensionId
 * @returns {Promise<number>} the content script's world
 */
export async function isolatedWorld(page, extensionId) {
  const session = await page.context().newCDPSession(page);
  /** @type {number | undefined} */
  let id;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) id = context.id;
  });
  await session.send('Runtime.enable');
  await session.detach();
  if (id === undefined) throw new Error('the content script has no world on this page');
  return id;
}

/**
 * Finds the buttons that offer to save and makes them report; `measure` then presses one.
 *
 * @param {Page} page
 * @param {string} extensionId
 * @returns {Promise<Watched[]>} in the order of the cards
 */
export async function watchButtons(page, extensionId) {
  const session = await devtools(page);
  const executionContextId = await isolatedWorld(page, extensionId);
  const buttons = await findButtons(page, ['Save to Offprint']);
  return Promise.all(buttons.map(({ backendNodeId }) => watch(session, backendNodeId, executionContextId)));
}

/**
 * @param {CDPSession} session
 * @param {number} backendNodeId
 * @param {number} executionContextId
 * @returns {Promise<Watched>}
 */
async function watch(session, backendNodeId, executionContextId) {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
  const objectId = String(object.objectId);
  await call(session, objectId, install);
  return { objectId };
}

/**
 * Presses by mouse and waits for the label to change to "Saved …" or "… failed …".
 *
 * @param {Page} page
 * @param {Watched} watched
 * @returns {Promise<Pressed>}
 */
export async function measurePress(page, watched) {
  const { x, y } = await scrollTo(page, watched);
  await page.mouse.click(x, y);
  return outcome(page, watched);
}

/**
 * @param {Page} page
 * @param {Watched} watched
 * @returns {Promise<{ x: number, y: number }>} where to press it
 */
export async function scrollTo(page, watched) {
  const session = await devtools(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { objectId: watched.objectId });
  return call(session, watched.objectId, middleOf);
}

/**
 * @param {Page} page
 * @param {Watched} watched
 * @returns {Promise<Pressed>}
 */
export async function outcome(page, watched) {
  return call(await devtools(page), watched.objectId, told);
}

/**
 * @param {CDPSession} session
 * @param {string} objectId
 * @param {(this: any) => unknown} body runs in the content script's world, `this` is the button
 * @returns {Promise<any>}
 */
async function call(session, objectId, body) {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: body.toString(),
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** @this {HTMLButtonElement & { benchOutcome?: Promise<unknown> }} */
function install() {
  this.benchOutcome = new Promise((resolve) => {
    let at = 0;
    const note = (/** @type {Event} */ event) => {
      if (event.isTrusted && at === 0) at = event.timeStamp;
    };
    this.getRootNode().addEventListener('click', note, true);
    new MutationObserver(() => {
      const name = this.ariaLabel ?? '';
      if (at === 0 || !/^Saved|failed/.test(name)) return;
      resolve({ pressedAt: performance.timeOrigin + at, saved: performance.now() - at, name });
    }).observe(this, { attributes: true, attributeFilter: ['aria-label'] });
  });
}

/** @this {HTMLElement} */
function middleOf() {
  const { left, top, width, height } = this.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** @this {{ benchOutcome: Promise<unknown> }} */
function told() {
  return this.benchOutcome;
}
