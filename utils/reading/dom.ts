/**
 * Reads pages, in a way that no page can shadow, so that a site's `read` looks like a table of fields and selectors.
 *
 * The fields of a form shadow its members by their names: in `<form><input name="firstChild"></form>`,
 * `form.firstChild` is the input, in Chromium for content scripts too, and a walk over such a page need not end. By the
 * standard a document does the same with images, frames and forms (`document.body`); in content scripts no browser lets
 * it. Both interfaces are marked so, and no other node is (`[LegacyOverrideBuiltIns]`,
 * https://html.spec.whatwg.org/#htmlformelement, https://html.spec.whatwg.org/#document, and
 * https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns). Prototypes are out of a page's reach: they are our own in a
 * content script. So members of elements and documents are taken from there. Text nodes and our own elements may be
 * read directly.
 */

/** Longest text taken from a page, in UTF-16 units; the same limit as in `PaperCard`. */
const RAW_TEXT = 20_000;

type Native<N, Value> = Value extends (argument: infer Argument) => infer Result
  ? (node: N, argument: Argument) => Result
  : (node: N) => Value;
type Member = (this: Node, argument: unknown) => unknown;

/**
 * Reads an attribute, or calls a method, as the platform defines it. It is looked up when first needed, because rules
 * are also loaded where there is no DOM.
 */
function native<K extends string & keyof HTMLElement>(
  name: K,
): Native<K extends keyof Node ? Node : K extends keyof Element ? Element : HTMLElement, HTMLElement[K]>;
function native<K extends string & keyof Document>(name: K, home: 'Document'): Native<Document, Document[K]>;
// @__NO_SIDE_EFFECTS__
function native(name: string, home: 'HTMLElement' | 'Document' = 'HTMLElement') {
  let member: Member | undefined;
  // No member that is read here takes more than one argument.
  return (node: Node, argument?: unknown) => {
    member ??= lookUp(globalThis[home].prototype, name);
    return member.call(node, argument);
  };
}

function lookUp(prototype: object, name: string): Member {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  return own ? (own.get ?? own.value) : lookUp(Object.getPrototypeOf(prototype), name);
}

// Named as in the DOM, and the same but for the shadows.
export const nodeType = native('nodeType');
export const firstChild = native('firstChild');
export const nextSibling = native('nextSibling');
export const previousSibling = native('previousSibling');
export const parentElement = native('parentElement');
export const childNodes = native('childNodes');
export const contains = native('contains');
export const localName = native('localName');
export const attributes = native('attributes');
export const getAttribute = native('getAttribute');
export const children = native('children');
export const firstElementChild = native('firstElementChild');
export const nextElementSibling = native('nextElementSibling');
export const previousElementSibling = native('previousElementSibling');
export const matches = native('matches');
export const closest = native('closest');
export const append = native('append');
export const isConnected = native('isConnected');
export const style = native('style');
export const boundingBox = native('getBoundingClientRect') as (element: Element) => DOMRect;
export const clientLeft = native('clientLeft');
export const clientTop = native('clientTop');
export const clientWidth = native('clientWidth');
export const clientHeight = native('clientHeight');
export const documentElement = native('documentElement', 'Document');
export const body = native('body', 'Document');

const textContent = native('textContent');
const elementQuery = native('querySelector');
const elementQueryAll = native('querySelectorAll');
const documentQuery = native('querySelector', 'Document');
const documentQueryAll = native('querySelectorAll', 'Document');

export function isElement(node: Node): node is Element {
  return nodeType(node) === 1;
}

/** The text of an element and all that is in it; of any other node its own. */
export function textOf(node: Node): string {
  return (isElement(node) ? textContent(node) : node.nodeValue) ?? '';
}

export function isText(node: Node): boolean {
  return nodeType(node) === 3;
}

/** The text of a text node; empty for anything else. */
export function ownText(node: Node | null): string {
  return node && isText(node) ? textOf(node) : '';
}

/** The name of an element; empty for anything else. */
export function tagOf(node: Node | null): string {
  return node && isElement(node) ? localName(node) : '';
}

/** The first element inside `root` that matches the selector. */
export function query(root: Element | Document, selector: string): Element | null {
  return isElement(root) ? elementQuery(root, selector) : documentQuery(root, selector);
}

/** All elements inside `root` that match the selector, in page order. */
export function queryAll(root: Element | Document, selector: string): Element[] {
  return [...(isElement(root) ? elementQueryAll(root, selector) : documentQueryAll(root, selector))];
}

/** Text of the first match inside `root`, trimmed; undefined if there is no match or no text. */
export function text(root: Element | Document, selector: string): string | undefined {
  const found = query(root, selector);
  return clip(found && textOf(found).trim());
}

/** Attribute of the first match inside `root`; undefined if missing or empty. */
export function attr(root: Element | Document, selector: string, name: string): string | undefined {
  const found = query(root, selector);
  return clip(found && getAttribute(found, name)?.trim());
}

/** A string cut to what a card may carry; undefined if it is empty or not a string. */
export function clip(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, RAW_TEXT) : undefined;
}

/** The first whole number in a text (`12`, `1,024`); undefined if there is none (`-`). */
export function wholeNumber(value: unknown): number | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 0 && value <= 1e9 ? value : undefined;
  const digits = typeof value === 'string' ? /\d[\d,]*/.exec(value)?.[0].replaceAll(',', '') : undefined;
  return digits && digits.length <= 9 ? Number(digits) : undefined;
}
