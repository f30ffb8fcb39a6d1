/** Stopping the extension's worker, as the browser does with an idle one. */

/** @import { Browser, BrowserContext, CDPSession } from '@playwright/test' */

/**
 * One watcher per browser: a second one on the same worker would hold its restart up.
 *
 * @type {WeakMap<BrowserContext, Promise<{ devtools: CDPSession, targetId: string }>>}
 */
const watchers = new WeakMap();

/**
 * Stops the extension's worker as the browser's idle timer does. The next message starts it again.
 *
 * @param {BrowserContext} context
 * @returns {Promise<void>}
 */
export async function stopWorker(context) {
  const watcher = watchers.get(context) ?? watchWorker(context);
  watchers.set(context, watcher);
  const { devtools, targetId } = await watcher;
  await devtools.send('Target.closeTarget', { targetId });
}

/**
 * Playwright stays attached to workers, so Chromium starts the next one paused: it is let go as soon as it reports
 * itself.
 *
 * @param {BrowserContext} context
 * @returns {Promise<{ devtools: CDPSession, targetId: string }>}
 */
async function watchWorker(context) {
  const devtools = await /** @type {Browser} */ (context.browser()).newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets', { filter: [{}] });
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'),
  );
  if (!worker) throw new Error('the extension has no worker');
  const { targetId } = worker;
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const send = (/** @type {string} */ method) =>
    devtools.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method }) });
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    if (message.includes('Inspector.targetReloadedAfterCrash')) void send('Runtime.runIfWaitingForDebugger');
  });
  await send('Inspector.enable');
  return { devtools, targetId };
}
