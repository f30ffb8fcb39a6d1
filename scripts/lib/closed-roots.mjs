/**
 * Finding our buttons on a foreign page. They stand in closed shadow roots, where no selector reaches; but the
 * accessibility tree has them, by role and name, as a screen reader would find them.
 */

import { until } from './until.mjs';

/** @import { CDPSession, ElementHandle, Locator, Page } from '@playwright/test' */

/** @typedef {Locator | ElementHandle<Element>} Card what holds a paper on a listing */

/**
 * @typedef {object} FoundButton
 * @property {string} name its accessible name
 * @property {number} backendNodeId
 */

/** @type {WeakMap<Page, Promise<CDPSession>>} */
const sessions = new WeakMap();
let marks = 0;

/**
 * @param {Page} page
 * @returns {Promise<CDPSession>} always the same one for a page
 */
export function devtools(page) {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/**
 * @param {Page} page
 * @param {readonly string[]} prefixes how the accessible name may begin
 * @param {Card} [within] look only inside this card
 * @returns {Promise<FoundButton[]>} in the order of the document
 */
export async function findButtons(page, prefixes, within) {
  const session = await devtools(page);
  const backendNodeId = within ? await cardNode(session, within) : await documentNode(session);
  const { nodes } = await session.send('Accessibility.queryAXTree', { backendNodeId, role: 'button' });
  return nodes.flatMap((node) => {
    const name = String(node.name?.value ?? '');
    const wanted = !node.ignored && prefixes.some((prefix) => name.startsWith(prefix));
    return wanted && node.backendDOMNodeId ? [{ name, backendNodeId: node.backendDOMNodeId }] : [];
  });
}

/**
 * @param {Page} page
 * @param {string} prefix
 * @param {Card} [within]
 * @param {number} [timeout] in milliseconds; buttons mount only once the page is quiet
 * @returns {Promise<FoundButton>} the first one
 */
export function waitForButton(page, prefix, within, timeout) {
  const ask = async () => (await findButtons(page, [prefix], within))[0];
  return until(ask, `no button "${prefix} …" ${within ? 'in the card' : 'on the page'}`, timeout);
}

/** @param {CDPSession} session */
async function documentNode(session) {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  return root.backendNodeId;
}

/**
 * Playwright does not tell the protocol's id of its elements, so the page hands the element over under a name
 * that exists for this one moment. (An attribute would wake the content script's observers.)
 *
 * @param {CDPSession} session
 * @param {Card} card
 */
async function cardNode(session, card) {
  const mark = `offprintCard${marks++}`;
  /** @type {ElementHandle<Element> | null} */
  const handle = 'elementHandle' in card ? await card.elementHandle() : card;
  await handle?.evaluate((element, key) => void Object.assign(globalThis, { [key]: element }), mark);
  const expression = `(() => { const card = ${mark}; delete globalThis.${mark}; return card; })()`;
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (!result.objectId) throw new Error('the card is not on the page');
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId });
  return node.backendNodeId;
}
