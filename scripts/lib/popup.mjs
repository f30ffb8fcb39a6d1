/**
 * The real popup. It is no page that Playwright lists, so it is spoken to by the DevTools protocol; and a press on the
 * toolbar's button, which grants `activeTab`, is a call of that protocol too.
 */
import { until } from './until.mjs';

/** @import { Browser, BrowserContext, CDPSession, Page } from '@playwright/test' */

/**
 * @typedef {object} Popup
 * @property {(expression: string) => Promise<any>} evaluate the value of an expression in the popup
 * @property {() => Promise<string>} text what stands in it
 * @property {(name: string) => Promise<void>} press the button with that accessible name
 * @property {() => Promise<Buffer>} screenshot
 */

/**
 * Presses the extension's button in the toolbar while `page` is in front, and waits for the popup.
 *
 * @param {BrowserContext} context
 * @param {string} extensionId
 * @param {Page} page
 * @returns {Promise<Popup>}
 */
export async function openPopup(context, extensionId, page) {
  await page.bringToFront();
  const devtools = await /** @type {Browser} */ (context.browser()).newBrowserCDPSession();
  const targets = async () => (await devtools.send('Target.getTargets', { filter: [{}] })).targetInfos;
  const tab = (await targets()).find(({ type, url }) => type === 'tab' && url === page.url());
  // Too new for the types: https://chromedevtools.github.io/devtools-protocol/tot/Extensions/#method-triggerAction
  const call = /** @type {(method: string, params: object) => Promise<unknown>} */ (
    devtools.send.bind(devtools)
  );
  await call('Extensions.triggerAction', { id: extensionId, targetId: tab?.targetId });
  const address = `chrome-extension://${extensionId}/popup.html`;
  const popup = await until(
    async () => (await targets()).find(({ type, url }) => type === 'page' && url === address),
    'the popup did not open',
  );
  const send = await attach(devtools, popup.targetId);
  /** @param {string} expression */
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const find = (/** @type {string} */ name) =>
    `[...document.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).trim() === ${JSON.stringify(name)})`;
  return {
    evaluate,
    text: () => evaluate('document.body?.innerText ?? ""'),
    async press(name) {
      await until(() => evaluate(`${find(name)} !== undefined`), `no button “${name}” in the popup`);
      await evaluate(`${find(name)}.click()`);
    },
    screenshot: async () => Buffer.from((await send('Page.captureScreenshot', {})).data, 'base64'),
  };
}

/**
 * @param {CDPSession} devtools
 * @param {string} targetId
 * @returns {Promise<(method: string, params: object) => Promise<any>>}
 */
async function attach(devtools, targetId) {
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  let last = 0;
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  return (method, params) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      const message = JSON.stringify({ id: last, method, params });
      void devtools.send('Target.sendMessageToTarget', { sessionId, message });
    });
}
