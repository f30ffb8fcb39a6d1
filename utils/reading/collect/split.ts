/** Splits a part of a page that is about several papers. */
import {
  firstChild,
  isElement,
  isText,
  localName,
  nextSibling,
  ownText,
  parentElement,
  previousSibling,
  tagOf,
  textOf,
} from '../dom';
import { INLINE } from '../listed/rows';
import { asTitle, GAP, isNames, isVenue, mayBeName, telling, withoutIdentifiers, wordsOf } from '../phrases';
import type { Item } from './item';
import { linesOf } from './lines';
import type { Mention } from './walk';

/** Most nodes, and UTF-16 units of text, read between two mentions. */
const MOST_NODES = 50;
const MOST_TEXT = 2000;

/**
 * One item per paper. The mentions of an item may belong to different papers if their identifiers are in different
 * namespaces.
 */
export function papersIn(item: Item): Item[] {
  const papers = united(item.mentions);
  if (papers.length < 2) return [item];
  const names = papers.map((mentions) => mentions.map(nameOf).find((name) => name !== undefined));
  const distinct = new Set(names.filter((name) => name !== undefined));
  const clashing =
    new Set(item.mentions.flatMap(({ identifiers }) => keys(identifiers))).size !==
    new Set(item.mentions.flatMap(({ identifiers }) => Object.keys(identifiers))).size;
  const apart = isApart(item);
  if (distinct.size < 2 && !clashing && !apart) return withoutCited(item, papers);
  return papers.map((mentions) => ({ ...partOf(item, mentions), prose: item.prose || apart }));
}

/** An item with some of its mentions and nothing around them. */
function partOf(item: Item, mentions: Mention[]): Item {
  const nodes = mentions.filter(({ href }) => href).map(({ element }) => element);
  return { ...item, mentions, nodes };
}

/** Whether a paragraph has words between its links to papers, and is therefore about several. */
function isApart({ nodes }: Item): boolean {
  const [node] = nodes;
  const name = node ? tagOf(node) : '';
  if (!node || !(isText(node) || name === 'p' || INLINE.test(name))) return false;
  return linesOf(nodes).some(({ text }) => {
    const between = withoutIdentifiers(text).split(GAP).slice(1, -1);
    return between.some((words) => telling(words) >= 2 || wordsOf(words).length >= 3);
  });
}

/** The item's own paper with everything around it, then the papers that its sentences cite. */
function withoutCited(item: Item, papers: readonly Mention[][]): Item[] {
  const own: Mention[] = [];
  const cited: Mention[][] = [];
  for (const mentions of papers) {
    const [mention] = mentions;
    const before = mention && item.mentions[item.mentions.indexOf(mention) - 1];
    const words = before && wordsBetween(before, mention);
    const last = cited.at(-1);
    if (before && words && isCited(mention, before, words)) cited.push([...mentions]);
    else if (before && last?.includes(before) && /^[\s,/|[\]·]*$/.test(words ?? '-')) last.push(...mentions);
    else own.push(...mentions);
  }
  if (cited.length === 0) return [item];
  return [
    { ...item, mentions: own },
    ...cited.map((mentions) => ({ ...partOf(item, mentions), prose: true, free: true })),
  ];
}

/**
 * Whether the words between a mention and the one before it continue a sentence: `builds on the method of … [3]`.
 */
function isCited(mention: Mention, before: Mention, words: string): boolean {
  const titled = nameOf(before) !== undefined || telling(textBefore(before)) >= 2;
  const label = mention.href ? textOf(mention.element).slice(0, 200) : '';
  // A labelled link after the end of a sentence leads to the same paper: `We ask whether fish swim. [doi]`.
  const anew = /(?<!\bal)[.!?]["”)]?\s*[[(]?\s*$/.test(words) && /\p{L}/u.test(label);
  if (!titled || anew) return false;
  const numbered = mention.href !== undefined && !/\p{L}/u.test(label);
  return words
    .split(/[.,;:()[\]|]\s|[()[\]|]/)
    .map((piece) => piece.trim())
    .some(
      (piece) =>
        !isVenue(piece) && !isNames(piece) && !mayBeName(piece) && isSentence(piece, numbered ? 1 : 3),
    );
}

/** Whether at least `least` lower-case words follow each other, including one that is telling. */
function isSentence(text: string, least: number): boolean {
  const runs = text.match(/(?<=^|\s)\p{Ll}[\p{L}’'-]*(?:\s+\p{Ll}[\p{L}’'-]*)*(?=\s|$)/gu) ?? [];
  return runs.some((run) => run.split(/\s+/).length >= least && telling(run.replace(/\bet al\b/g, '')) >= 1);
}

/** The text between two mentions on one line; undefined if a line ends between them. */
function wordsBetween(before: Mention, { element, href, line = '' }: Mention): string | undefined {
  const around = (mention: Element, isLink: boolean) => (isLink ? parentElement(mention) : mention);
  const [link, isLink] = [before.element, before.href !== undefined];
  if (!isLink || !href) {
    if (around(link, isLink) !== around(element, href !== undefined)) return undefined;
    const words = href ? before.line?.split(GAP)[1] : line.split(GAP)[0];
    return (
      words &&
      withoutIdentifiers(words)
        .split(GAP)
        .at(href ? 0 : -1)
    );
  }
  let text = '';
  let node: Node | null = link;
  let inner = false; // the content of the link itself is not between them
  for (let steps = 0; steps < MOST_NODES; steps++) {
    let next: Node | null = inner ? firstChild(node) : null;
    for (let up: Node | null = node; !next && up; up = parentElement(up)) {
      if (isBlock(up) || ++steps > MOST_NODES) return undefined;
      next = nextSibling(up);
    }
    if (!next || isBlock(next)) return undefined;
    if (next === element) return text;
    text += ownText(next).slice(0, MOST_TEXT).replace(/\s+/g, ' ');
    if (text.length > MOST_TEXT) return undefined;
    node = next;
    inner = true;
  }
  return undefined;
}

function isBlock(node: Node): boolean {
  return isElement(node) && !INLINE.test(localName(node));
}

/** The text before a mention on its line. */
function textBefore({ element, href, line }: Mention): string {
  if (!href) return line?.split(GAP)[0] ?? '';
  let text = '';
  let before = previousSibling(element);
  for (let steps = 0; before && !isBlock(before) && steps < MOST_NODES; steps++) {
    text = `${textOf(before).slice(-MOST_TEXT)} ${text}`;
    before = previousSibling(before);
  }
  return text;
}

/** The title that a link shows, in lower case. */
function nameOf({ element, href }: Mention): string | undefined {
  return href ? asTitle(textOf(element).slice(0, 1000), 1)?.toLowerCase() : undefined;
}

/** Groups mentions by paper: those that share an identifier belong together. */
function united(mentions: readonly Mention[]): Mention[][] {
  const groups: { keys: Set<string>; mentions: Mention[] }[] = [];
  const byKey = new Map<string, (typeof groups)[number]>();
  for (const mention of mentions) {
    const own = keys(mention.identifiers);
    let group = own.map((key) => byKey.get(key)).find((one) => one !== undefined);
    if (!group) {
      group = { keys: new Set(), mentions: [] };
      groups.push(group);
    }
    group.mentions.push(mention);
    for (const key of own) byKey.set(key, group);
  }
  return groups.map((group) => group.mentions);
}

function keys(identifiers: Readonly<Record<string, string>>): string[] {
  return Object.entries(identifiers).map(([name, value]) => `${name}:${value}`);
}
