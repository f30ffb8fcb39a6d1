import { tagOf } from '@/utils/reading/dom';
import base from './host.css?inline';

/** Names of our elements on foreign pages. */
export type HostName = 'offprint-save' | 'offprint-save-all';

/**
 * An element with a closed shadow root. Its attributes never change, so they tell the page nothing. A plain `<style>`,
 * because adopted style sheets fail in Firefox's content scripts (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346).
 */
export function createHost(
  document: Document,
  name: HostName,
  style: string,
): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = document.createElement('style');
  sheet.textContent = base + style;
  root.append(sheet);
  return { host, root };
}

export function isHost(node: Node): boolean {
  return tagOf(node).startsWith('offprint-save');
}
