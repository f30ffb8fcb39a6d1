/** Walks over a page once: collects what it says about papers, and how much text its parts hold. */
import { identifiersInText, identifiersOfAddress } from '../addresses';
import {
  body,
  clip,
  documentElement,
  firstChild,
  firstElementChild,
  getAttribute,
  isElement,
  isText,
  localName,
  nextSibling,
  tagOf,
  textOf,
} from '../dom';
import { MOST_NODES } from '../listed/rows';
import { GAP } from '../phrases';

/** A place where a page names a paper. */
export interface Mention {
  /** The link, or the element whose text names the paper. */
  element: Element;
  identifiers: Readonly<Record<string, string>>;
  /** The address, if it is a link. */
  href?: string | undefined;
  /** The line of text around it, if it is not a link. */
  line?: string;
  /** Named in passing, within a long text. */
  passing?: boolean;
}

/** What a part of a page holds; kept only for parts that name or describe a paper. */
export interface ElementOutline {
  /** The identifiers inside: one value per namespace, or `many` if they belong to several papers. */
  identifiers: Map<string, string> | 'many';
  headings: number;
  /** Text inside, in UTF-16 units. */
  length: number;
}

export interface Outline {
  mentions: Mention[];
  parts: Map<Element, ElementOutline>;
  /** Elements whose text is labelled as an abstract. */
  abstracts: Element[];
}

/** Nodes, and UTF-16 units of text, read between two pauses. */
const STRETCH = 4000;
const LONG_STRETCH = 50_000;
const MAX_MENTIONS = 20_000;
/** Text longer than this (UTF-16 units) is not the label of a paper; identifiers in it are named in passing. */
const PASSING = 200;

const SKIPPED = /^(?:script|style|noscript|template|textarea|select|svg|iframe|object|head)$/;
const ENTRY = /^(?:li|article|tr|dd)$/;
const HEADING = /^h[1-6]$/;

interface Frame extends ElementOutline {
  element: Element;
  /** Whether anything inside names or describes a paper. */
  telling: boolean;
  inEntry: boolean;
  inMention: boolean;
  inAbstract: boolean;
}

/** Walks over the page without recursion, because hostile pages nest thousands of levels deep. */
export async function lookThrough(
  document: Document,
  url: URL,
  pause: () => Promise<void>,
): Promise<Outline> {
  const outline: Outline = { mentions: [], parts: new Map(), abstracts: [] };
  const root: Element | null = body(document) ?? documentElement(document);
  const stack: Frame[] = root ? [frameOf(root, undefined)] : [];
  let node: Node | null = root && firstChild(root);
  let nodes = 0;
  let read = 0;
  while (stack.length > 0) {
    const frame = stack.at(-1) as Frame;
    if (!node || nodes >= MOST_NODES || outline.mentions.length >= MAX_MENTIONS) {
      leave(frame, stack.at(-2), outline);
      stack.pop();
      node = nextSibling(frame.element);
      continue;
    }
    if (++nodes % STRETCH === 0 || read > LONG_STRETCH) {
      read = 0;
      await pause();
    }
    if (isElement(node) && !isSkipped(node, frame)) {
      const inner: Frame = frameOf(node, frame);
      const mention = linked(inner.element, url);
      if (mention) add(mention, inner, outline);
      inner.inMention ||= mention !== undefined;
      stack.push(inner);
      node = firstChild(node);
      continue;
    }
    if (isText(node)) {
      const data: string = textOf(node);
      frame.length += data.length;
      read += data.length;
      for (let start = 0; start < data.length; start += LONG_STRETCH) {
        if (start > 0) await pause();
        readText(data.slice(start, start + LONG_STRETCH), frame, outline);
      }
    }
    node = nextSibling(node);
  }
  return outline;
}

function frameOf(element: Element, around: Frame | undefined): Frame {
  const name = localName(element);
  return {
    element,
    identifiers: new Map(),
    headings: HEADING.test(name) ? 1 : 0,
    length: 0,
    telling: false,
    inEntry: around?.inEntry || ENTRY.test(name),
    inMention: around?.inMention ?? false,
    inAbstract: around?.inAbstract || isAbstract(element),
  };
}

/** Whether a paragraph is marked as an abstract. The papers it cites are not the one it belongs to. */
function isAbstract(element: Element): boolean {
  return (
    /^(?:p|div|span|blockquote)$/.test(localName(element)) &&
    /abstract|summary/i.test(getAttribute(element, 'class') ?? '') &&
    !/^(?:div|p|ul|ol|section|article|h\d)$/.test(tagOf(firstElementChild(element)))
  );
}

/** Whether to skip an element: scripts, and the site's own footers and menus, but not those inside an entry. */
function isSkipped(element: Element, { inEntry }: Frame): boolean {
  const name = localName(element);
  if (SKIPPED.test(name)) return true;
  if (inEntry) return false;
  return (
    name === 'nav' ||
    name === 'footer' ||
    /^(?:navigation|contentinfo|menu)$/.test(getAttribute(element, 'role') ?? '')
  );
}

/** Passes on to the parent what was found inside. */
function leave(frame: Frame, around: Frame | undefined, { parts }: Outline): void {
  const { element, identifiers, headings, length, telling } = frame;
  if (telling) parts.set(element, { identifiers, headings, length });
  if (!around) return;
  around.headings += headings;
  around.length += length;
  around.telling ||= telling;
  if (identifiers === 'many') around.identifiers = 'many';
  else for (const [name, value] of identifiers) note(around, name, value);
}

function note(part: ElementOutline, name: string, value: string): void {
  if (part.identifiers === 'many') return;
  if ((part.identifiers.get(name) ?? value) === value) part.identifiers.set(name, value);
  else part.identifiers = 'many';
}

function add(mention: Mention, frame: Frame, { mentions }: Outline): void {
  mentions.push(mention);
  frame.telling = true;
  if (!mention.passing)
    for (const [name, value] of Object.entries(mention.identifiers)) note(frame, name, value);
}

function linked(element: Element, url: URL): Mention | undefined {
  const href = /^(?:a|area)$/.test(localName(element)) ? getAttribute(element, 'href') : null;
  if (!href || href.startsWith('#') || !URL.canParse(href, url.href)) return undefined;
  const address = new URL(href, url.href);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const here = address.pathname + address.search === url.pathname + url.search && address.host === url.host;
  const identifiers = here ? {} : identifiersOfAddress(address);
  if (Object.keys(identifiers).length === 0) return undefined;
  return { element, identifiers, href: clip(address.href) };
}

function readText(text: string, frame: Frame, outline: Outline): void {
  const { element } = frame;
  if (/^\s*(?:abstract|摘要|zusammenfassung|概要)\s*(?:[:：.—-]|$)/i.test(text.slice(0, 100))) {
    outline.abstracts.push(element);
    frame.telling = true;
  }
  if (frame.inMention || frame.inAbstract || !/\d{4}|\.\w+\//.test(text)) return;
  const found = new Map<number, Mention>();
  for (const { namespace, value, start, end } of identifiersInText(text)) {
    const known = found.get(start);
    const identifiers = { ...known?.identifiers, [namespace]: value };
    found.set(start, {
      element,
      identifiers,
      line: lineAround(text, start, end),
      passing: isProse(text, element),
    });
  }
  for (const mention of found.values()) add(mention, frame, outline);
}

function isProse(text: string, element: Element): boolean {
  if (/^(?:li|dd|dt|td)$/.test(localName(element))) return false;
  return (
    text.length > PASSING &&
    !text
      .slice(0, 4 * PASSING)
      .trim()
      .includes('\n')
  );
}

/** The line of a mention, limited to what may hold a title, with the mention itself replaced by `GAP`. */
function lineAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 600), start);
  const after = text.slice(end, end + 100);
  return `${before.slice(before.lastIndexOf('\n') + 1)}${GAP}${after.split('\n', 1)[0] ?? ''}`;
}
