/** Finds the part of a page that is about each paper. */
import { oneLine } from '@/utils/text/clean';
import {
  closest,
  isElement,
  isText,
  localName,
  nextSibling,
  ownText,
  parentElement,
  previousElementSibling,
  previousSibling,
  tagOf,
  textOf,
} from '../dom';
import { INLINE } from '../listed/rows';
import { isCitation, isLeading, telling, withoutIdentifiers } from '../phrases';
import type { Item } from './item';

import { papersIn } from './split';
import type { ElementOutline, Mention, Outline } from './walk';

type Parts = ReadonlyMap<Element, ElementOutline>;

/** Lists and whole pages: the part about a single paper never extends to these. */
const CONTAINER = /^(?:ul|ol|dl|table|tbody|thead|main|body|html)$/;
/** Longest text of a part about one paper (title, authors, abstract), in UTF-16 units. */
const LONGEST_ITEM = 8000;
/** Most levels between a mention and the root of its part. */
const DEEPEST = 30;
/** Most siblings examined on either side of a mention. */
const NEIGHBOURS = 24;

/** The items of a page, ordered by their first mention. */
export function itemsOf({ mentions, parts }: Outline): Item[] {
  const groups = new Map<unknown, Item>();
  const climbed = new Map<Element, Element>();
  const wholes = new Set<Element>();
  for (const mention of mentions.filter(({ passing }) => !passing)) {
    const { key, ...place } = placeOf(mention, parts, climbed);
    const known = groups.get(key);
    if (known) known.mentions.push(mention);
    else groups.set(key, { mentions: [mention], ...place });
    for (const node of place.nodes) if (isElement(node)) wholes.add(node);
  }
  const items = [...groups.values()].flatMap(papersIn);
  for (const mention of mentions)
    if (mention.passing && !isInside(mention.element, wholes))
      items.push({ mentions: [mention], nodes: [], prose: true, free: true });
  const place = new Map(mentions.map((mention, index) => [mention, index]));
  const order = ({ mentions: [first] }: Item) => (first && place.get(first)) ?? 0;
  return items.sort((a, b) => order(a) - order(b));
}

interface PlacedMention extends Omit<Item, 'mentions'> {
  key: unknown;
}

function placeOf(mention: Mention, parts: Parts, climbed: Map<Element, Element>): PlacedMention {
  const { element, line } = mention;
  const alone = { prose: false, free: false };
  if (line !== undefined && (localName(element) === 'pre' || parts.get(element)?.identifiers === 'many'))
    return { key: mention, nodes: [], ...alone };
  if (parts.get(element)?.identifiers === 'many') return { key: mention, nodes: [element], ...alone };
  if (mention.href !== undefined && isAside(element))
    return { key: sentenceKey(element), nodes: [element], prose: true, free: true };
  const free = mention.href !== undefined && isAmidSentence(element);
  if (free && !(inEntry(element) && isLeading(textOf(element).slice(0, 200))))
    return { key: sentenceKey(element), nodes: [element], prose: true, free };
  const nodes = neighbours(climb(element, parts, climbed), parts);
  return { key: nodes[0], nodes, prose: false, free };
}

/** Whether a link stands in a caption, or behind words that it only says who wrote: `CoWick (McLund et al. 2026)`. */
function isAside(link: Element): boolean {
  if (closest(link, 'figcaption, caption')) return true;
  if (!isCitation(oneLine(textOf(link).slice(0, 200))) || inEntry(link)) return false;
  const before = previousSibling(link);
  return before !== null && telling(`${textOf(previousSibling(before) ?? before)} ${textOf(before)}`) > 0;
}

/** Whether a link is in an entry of a list or table, whose text is about one thing. */
function inEntry(link: Element): boolean {
  let block: Element | null = link;
  for (let steps = 0; block && steps < DEEPEST && INLINE.test(localName(block)); steps++)
    block = parentElement(block);
  return /^(?:li|dd|dt|td)$/.test(tagOf(block));
}

/** The largest ancestor of an element that is about this paper alone. */
function climb(element: Element, parts: Parts, climbed: Map<Element, Element>): Element {
  const path: Element[] = [];
  let item = element;
  for (let up = parentElement(element); up && path.length < DEEPEST; up = parentElement(up)) {
    const known = climbed.get(item);
    if (known) {
      item = known;
      break;
    }
    path.push(item);
    const part = parts.get(up);
    if (!part || part.identifiers === 'many' || CONTAINER.test(localName(up))) break;
    if (part.headings > 1 || part.length > LONGEST_ITEM) break;
    item = up;
  }
  for (const one of path) climbed.set(one, item);
  return item;
}

/** A part together with the siblings that belong to it: the definition of a term, the rest of a line. */
function neighbours(whole: Element, parts: Parts): Node[] {
  const name = localName(whole);
  if (/^d[dt]$/.test(name)) {
    const first = name === 'dt' ? whole : termOf(whole);
    const group = [first, ...following(first, (node) => isElement(node) && localName(node) === 'dd')];
    return clash(group, parts) ? [whole] : group;
  }
  if (!INLINE.test(name) || !parentElement(whole)) return [whole];
  const line = [...preceding(whole, isInLine), whole, ...following(whole, isInLine)];
  if (!clash(line, parts))
    return line.some((node) => !isLeading(textOf(node))) ? line : [...linesAbove(line[0], parts), ...line];
  const own = (node: Node) => isInLine(node) && !parts.get(node as Element)?.identifiers;
  return [...preceding(whole, own), whole, ...following(whole, own)];
}

/** The lines above one that holds only links, up to a blank line, a block or another paper. */
function linesAbove(from: Node | undefined, parts: Parts): Node[] {
  let breaks = 0;
  const isAbove = (node: Node) => {
    if (!isElement(node)) {
      if (textOf(node).trim()) breaks = 0;
      return true;
    }
    if (localName(node) === 'br') return ++breaks < 2;
    breaks = 0;
    return INLINE.test(localName(node)) && !parts.get(node)?.identifiers;
  };
  const above = from ? preceding(from, isAbove) : [];
  return above.some((node) => textOf(node).trim()) ? above : [];
}

function termOf(definition: Element): Element {
  let term = definition;
  for (let steps = 0; steps < NEIGHBOURS && localName(term) === 'dd'; steps++)
    term = previousElementSibling(term) ?? term;
  return localName(term) === 'dt' ? term : definition;
}

function isInLine(node: Node): boolean {
  return !isElement(node) || INLINE.test(localName(node));
}

function following(from: Node, belongs: (node: Node) => boolean): Node[] {
  const found: Node[] = [];
  for (let next = nextSibling(from); next && found.length < NEIGHBOURS; next = nextSibling(next)) {
    const blank = !isElement(next) && !textOf(next).trim();
    if (!blank && !belongs(next)) break;
    found.push(next);
  }
  return found;
}

function preceding(from: Node, belongs: (node: Node) => boolean): Node[] {
  const found: Node[] = [];
  for (let next = previousSibling(from); next && found.length < NEIGHBOURS; next = previousSibling(next)) {
    if (!belongs(next)) break;
    found.push(next);
  }
  return found.reverse();
}

/** Whether these nodes name several papers. */
function clash(nodes: readonly Node[], parts: Parts): boolean {
  const known = new Map<string, string>();
  return nodes.some((node) => {
    const named = parts.get(node as Element)?.identifiers;
    if (named === 'many') return true;
    for (const [name, value] of named ?? []) {
      if ((known.get(name) ?? value) !== value) return true;
      known.set(name, value);
    }
    return false;
  });
}

/** Whether a link shows nothing but an address or identifier. */
function isAddress(text: string): boolean {
  return text.length < 300 && /^[\s\ue000]*$/.test(withoutIdentifiers(text));
}

/** The text right before or after an inline element, also where each piece of a sentence is in an element of its own. */
function beside(inline: Element, step: typeof nextSibling): string {
  const next = step(inline);
  if (!next || isText(next)) return ownText(next);
  return /^(?:span|b|i|em|strong)$/.test(tagOf(next)) ? textOf(next) : '';
}

/** Whether a link is part of a sentence, with a lower-case word right before or after it. */
function isAmidSentence(link: Element): boolean {
  let inline: Element = link;
  for (let steps = 0; steps < DEEPEST && !previousSibling(inline) && !nextSibling(inline); steps++) {
    const around = parentElement(inline);
    if (!around || !INLINE.test(localName(around))) break;
    inline = around;
  }
  const before = beside(inline, previousSibling).slice(-200);
  const after = beside(inline, nextSibling).slice(0, 200);
  // `doi: https://doi.org/10.1234/5, accessed 3 May`: an address that a label announces.
  if (isAddress(textOf(link)) && /(?:^|[:.])\s*$/.test(before)) return false;
  const last = /(?:^|[\s(“"])(\p{Ll}[\p{L}’'-]*),?\s+[“"„«(]?$/u.exec(before)?.[1];
  const next = /^["”»,)]?\s+(\p{Ll}[\p{L}’'-]*)/u.exec(after)?.[1];
  if (
    /(?:[\p{Script=Han}\p{Script=Hiragana}]{2}[《「『]?$)/u.test(before) ||
    /^[》」』]?[\p{Script=Han}\p{Script=Hiragana}]{2}/u.test(after)
  )
    return telling(before) + telling(after) > 3;
  return (
    (last !== undefined && !isLeading(last)) ||
    (next !== undefined && (!isLeading(next) || telling(after) > 6))
  );
}

/**
 * The first in a series of links that belong to one paper: only `,`, `/` or `and` is between them, as in
 * `(paper, code)`.
 */
function sentenceKey(link: Element): Element {
  let first = link;
  for (let steps = 0; steps < NEIGHBOURS; steps++) {
    const between = previousSibling(first);
    const before = between && isText(between) ? previousSibling(between) : between;
    if (!before || !isElement(before) || !isLeading(textOf(first).slice(0, 200))) break;
    if (!/^[\s,/|()[\]·]*(?:and|und)?[\s,/|()[\]·]*$/.test(ownText(between))) break;
    if (localName(before) !== 'a') break;
    first = before;
  }
  return first;
}

function isInside(element: Element, wholes: ReadonlySet<Element>): boolean {
  let up = parentElement(element);
  for (let steps = 0; up && steps < NEIGHBOURS; up = parentElement(up), steps++)
    if (wholes.has(up)) return true;
  return false;
}
