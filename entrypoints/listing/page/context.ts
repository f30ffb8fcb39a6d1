/**
 * Stands in for WXT's content script context (see `wxt.config.ts`), which announces itself to the page by events and
 * messages that name the extension, and takes a page's forged event for an update of the extension.
 */
import { browser } from '#imports';

export class ContentScriptContext {}

/** Whether the extension still runs: after an update or when it is switched off, this page is cut off from it. */
export function isAlive(): boolean {
  return browser.runtime?.id !== undefined;
}
