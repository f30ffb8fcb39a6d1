/** Lets tests see what a page cannot: the insides of closed shadow roots, and presses of the user. */
import { configure, within } from '@testing-library/preact';
import { onTestFinished, vi } from 'vitest';

// The usual message prints the container, which fails for a shadow root.
configure({ getElementError: (message) => new Error(message ?? 'not found') });

// happy-dom does not reflect these yet.
for (const [property, attribute] of [
  ['ariaLabel', 'aria-label'],
  ['ariaBusy', 'aria-busy'],
] as const)
  Object.defineProperty(HTMLElement.prototype, property, {
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute(attribute);
    },
    set(this: HTMLElement, value: string) {
      this.setAttribute(attribute, value);
    },
  });

const roots = new WeakMap<Element, ShadowRoot>();

/** Notes closed roots until the test ends; elements made before are not known. */
export function watchRoots(): void {
  const attach = Element.prototype.attachShadow;
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
    this: Element,
    options,
  ) {
    const root = attach.call(this, options);
    if (options.mode === 'closed') roots.set(this, root);
    return root;
  });
  onTestFinished(() => void spy.mockRestore());
}

export function rootOf(host: Element): ShadowRoot {
  const root = roots.get(host);
  if (!root) throw new Error(`${host.localName} has no closed root`);
  return root;
}

/** The texts in a host's root, which a page can find although it is closed; style sheets are none. */
export function textsIn(host: Element): string[] {
  const texts = (node: Node): string[] =>
    node.nodeName === 'STYLE'
      ? []
      : node.nodeType === Node.TEXT_NODE
        ? [node.textContent ?? '']
        : [...node.childNodes].flatMap(texts);
  return texts(rootOf(host));
}

/** Queries for what is inside a host. */
export function inside(host: Element) {
  return within(rootOf(host) as unknown as HTMLElement);
}

/** A press as the user makes it. happy-dom trusts no event, so this one says itself that it can be. */
export function press(button: Element): MouseEvent {
  return click(button, true);
}

/** A press as the page can make it. */
export function forge(button: Element): MouseEvent {
  return click(button, false);
}

/** A press begins, as the user makes it unless told otherwise. */
export function pressDown(button: Element, type = 'pointerdown', isTrusted = true): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  button.dispatchEvent(event);
}

function click(button: Element, isTrusted: boolean): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  button.dispatchEvent(event);
  return event;
}
