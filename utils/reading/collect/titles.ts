/** Finds the title of a paper in the part of the page that is about it. */
import { oneLine } from '@/utils/text/clean';
import {
  children,
  firstElementChild,
  getAttribute,
  isElement,
  localName,
  matches,
  nextElementSibling,
  parentElement,
  previousSibling,
  query,
  queryAll,
  tagOf,
  textOf,
} from '../dom';
import { INLINE } from '../listed/rows';
import { asTitle, isCitation, isNames, isSection, isSigned, isVenue, mayBeName, telling } from '../phrases';
import { shownText } from '../shown-text';
import { first } from './first';
import type { Item } from './item';
import { linesOf, type Run } from './lines';
import { isOnlyNames } from './names-ahead';
import { titleInReference, withoutVenue } from './references';
import { titleInProse } from './titles-in-prose';
import type { ElementOutline } from './walk';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Class names of titles: `title`, `paper-title`, `list-title`, `ptitle`; not `subtitle` or `journal-title`. */
const TITLE_CLASS = /(?:^|[\s_-])p?title(?:$|[\s_-])|(?:paper|article)Title/i;
const OTHER_TITLE = /(?:sub|journal|venue|site|page|section|session|conf|book|proceedings?)[\s_-]?title/i;
const ENTRY = /^(?:li|dt|dd|td|tr|p|article)$/;

/** A line with a label, which is not a title. */
const LABELLED =
  /^(?:abstract|tl;?dr|summary|keywords?|authors?|via|date|published|venue|摘要|概要|作者|著者)\s*[:：]/i;

/**
 * The best title. In this order: the text of the link, an element marked as title, a heading, the table column,
 * the first lines, the line before.
 */
export function titleOf(item: Item, parts: ReadonlyMap<Element, ElementOutline>): string | undefined {
  const links = item.mentions.filter(({ href }) => href).map(({ element }) => element);
  if (item.prose) return titleInProse(item, links);
  const elements = item.nodes.filter(isElement);
  const labels = links.map(labelOf).filter((text) => !isSigned(text) && !isVenue(text) && !isCitation(text));
  return (
    first(labels, (text) => asTitle(withoutVenue(text))) ??
    first(marked(elements), (text) => asTitle(text, 1)) ??
    headingIn(elements) ??
    first(links, (link) => asTitle(getAttribute(link, 'title') ?? '', 3)) ??
    first(elements, titleInColumn) ??
    titleInLines(item, labels) ??
    titleBefore(item, parts) ??
    first(labels, (text) => (text.length < 60 ? asTitle(text, 1) : undefined))
  );
}

/** The text of a link, or its heading if the link contains a whole card. */
function labelOf(link: Element): string {
  const inner = query(link, HEADINGS) ?? marks(link)[0];
  if (inner) return shownText(inner).slice(0, 1000);
  return firstElementChild(link) ? (linesOf([link])[0]?.text ?? '') : textOf(link).slice(0, 1000);
}

function marks(element: Element): Element[] {
  return queryAll(element, '[class*="title" i], [itemprop="name"], [itemprop="headline"]')
    .slice(0, 20)
    .filter((one) => {
      const name = getAttribute(one, 'class') ?? '';
      return getAttribute(one, 'itemprop') !== null || (TITLE_CLASS.test(name) && !OTHER_TITLE.test(name));
    });
}

/** Texts of the elements marked as titles, innermost first. */
function marked(elements: readonly Element[]): string[] {
  const found = elements.flatMap((element) => {
    const own =
      TITLE_CLASS.test(getAttribute(element, 'class') ?? '') && localName(element) !== 'a' ? [element] : [];
    return [...own, ...marks(element)];
  });
  return found.reverse().map((one) => elementText(one));
}

/** The text of an element without the links that only say where they lead. */
function elementText(element: Element): string {
  return linesOf([element])
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/[[(]?\ue000[\])]?/g, ' ');
}

function headingIn(elements: readonly Element[]): string | undefined {
  const headings = elements.flatMap((one) => (matches(one, HEADINGS) ? [one] : queryAll(one, HEADINGS)));
  return first(headings.slice(0, 3), (one) => {
    const own = localName(one) >= 'h3' || query(one, 'a') !== null || tagOf(parentElement(one)) === 'a';
    return asTitle(elementText(one), own ? 1 : 2);
  });
}

/** The title in a table row: the cell in the column whose header says that it holds titles. */
function titleInColumn(row: Element): string | undefined {
  if (localName(row) !== 'tr') return undefined;
  const body = parentElement(row);
  const table = body && parentElement(body);
  const top = table && query(table, 'tr');
  const heads =
    top && top !== row ? [...children(top)].map((cell) => oneLine(textOf(cell).slice(0, 100))) : [];
  const columns = [
    /^(?:paper )?titl|^titel|^标题|^题目|^論文名|^タイトル|^论文/i,
    /^(?:paper|name|publication|article|work)/i,
  ];
  return first(columns, (name) => {
    const index = heads.findIndex((head) => name.test(head));
    const cell = index < 0 ? undefined : children(row)[index];
    const line = cell && linesOf([cell])[0];
    return line && (titleInLine(line.text, line.runs, false) ?? asTitle(line.text, 1));
  });
}

/**
 * The title in the first line that is neither names nor a venue: set off at its start, in italics, or found by
 * punctuation.
 */
function titleInLines({ nodes, mentions, free: amid }: Item, labels: readonly string[]): string | undefined {
  const lines =
    nodes.length > 0 ? linesOf(nodes) : mentions.map(({ line }) => ({ text: line ?? '', runs: [] }));
  const [node] = nodes;
  const entry =
    nodes.length === 0 || !node || !isElement(node) || ENTRY.test(localName(node)) || nodes.length > 1;
  const least = entry ? 2 : 3;
  const free = amid || (nodes.length > 0 && lines.length === 1 && /^(?:p|div|span)$/.test(blockOf(node)));
  for (const [index, { text, runs }] of lines.slice(0, 5).entries()) {
    const short = runs.find(
      (run) => run.start && run.link && labels.includes(run.text) && !isSection(run.text),
    );
    if (short) return asTitle(short.text, 1);
    if (telling(text) < least || text.length > 1500 || isSection(text) || LABELLED.test(text)) continue;
    if (isNames(text) || (isVenue(text) && telling(text) < 6)) continue;
    const title =
      titleInLine(text, runs, index > 0) ?? (text.length > 900 ? undefined : titleInReference(text, free));
    const linked = runs.some((run) => run.link && run.text === title && !labels.includes(run.text));
    if (title && !((index > 0 || linked) && mayBeName(title))) return title;
  }
  return undefined;
}

/** The text set off at the start of a line, or in italics after names. */
function titleInLine(text: string, runs: readonly Run[], later: boolean): string | undefined {
  const set = runs.filter(
    ({ text: run, link }) =>
      telling(run) >= 2 &&
      !isNames(run) &&
      !isVenue(run) &&
      !isSection(run) &&
      !((link || later) && mayBeName(run)),
  );
  const behind = (run: Run) => text.slice(text.indexOf(run.text) + run.text.length);
  const lead = set.find((run) => run.start && !/^\s*[,\p{Ll}]/u.test(behind(run)));
  const afterNames = set.find(
    (run) => !run.link && telling(run.text) >= 3 && isOnlyNames(text.slice(0, text.indexOf(run.text))),
  );
  // `<b>WickBERT</b> - a new encoder`
  const short = runs.find((run) => run.start && !run.link && /^\s+[-–—]\s/u.test(behind(run)));
  return (
    (lead && asTitle(lead.text)) ??
    (afterNames && asTitle(afterNames.text)) ??
    (short && !isNames(short.text) ? asTitle(short.text, 1) : undefined)
  );
}

function blockOf(node: Node | undefined): string {
  if (!node) return '';
  return isElement(node) && !INLINE.test(localName(node)) ? localName(node) : tagOf(parentElement(node));
}

/** For a part that holds only links: the line or heading before it, if that belongs to this part alone. */
function titleBefore(
  { nodes, mentions }: Item,
  parts: ReadonlyMap<Element, ElementOutline>,
): string | undefined {
  const last = nodes.at(-1);
  const [node] = nodes;
  if (!node || !last) return mentions[0]?.line && titleInReference(mentions[0].line);
  let before = previousSibling(node);
  for (let steps = 0; before && steps < 8; steps++, before = previousSibling(before)) {
    if (!isElement(before)) continue;
    const named = parts.get(before)?.identifiers;
    if (named === 'many' || (named && named.size > 0)) return undefined;
    if (matches(before, HEADINGS))
      return governs(before, parts) ? asTitle(elementText(before), 3) : undefined;
    const title = TITLE_CLASS.test(getAttribute(before, 'class') ?? '') || isStrong(before);
    if (title) return asTitle(elementText(before), 2);
  }
  return undefined;
}

function isStrong(element: Element): boolean {
  const only = firstElementChild(element);
  if (!only || nextElementSibling(only) || !/^(?:b|strong)$/.test(localName(only))) return false;
  return textOf(only).trim() === textOf(element).trim();
}

/** Whether a heading belongs to one paper: the next heading comes before another paper. */
function governs(heading: Element, parts: ReadonlyMap<Element, ElementOutline>): boolean {
  let papers = 0;
  let next = nextElementSibling(heading);
  for (
    let steps = 0;
    next && steps < 20 && !matches(next, HEADINGS);
    steps++, next = nextElementSibling(next)
  ) {
    const named = parts.get(next)?.identifiers;
    if (named === 'many') return false;
    if (named && named.size > 0) papers++;
  }
  return papers === 1;
}
