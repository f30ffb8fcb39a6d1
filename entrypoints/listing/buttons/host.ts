import { tagOf } from '@/utils/reading/dom';
import base from './host.css?inline';

/** Names of our elements on foreign pages. */
export type HostName = 'offprint-save' | 'offprint-save-all';

/** Gives a shadow tree its looks. */
export type Dress = (root: ShadowRoot, css: string) => void;

/** An element with a closed shadow root. Its attributes never change, so they tell the page nothing. */
export function createHost(
  document: Document,
  name: HostName,
  style: string,
  dress: Dress = writeStyle,
): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, base + style);
  return { host, root };
}

/** Adopted style sheets fail in Firefox's content scripts (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346). */
function writeStyle(root: ShadowRoot, css: string): void {
  const sheet = root.ownerDocument.createElement('style');
  sheet.textContent = css;
  root.append(sheet);
}

export function isHost(node: Node): boolean {
  return tagOf(node).startsWith('offprint-save');
}
