/**
 * Reads the abstract shown on the page, for publishers whose tags have none (ACL, PMLR, NeurIPS, CVF; 2026-10): the
 * paragraphs behind the label, as long as they are sentences and stand where the first of them stands.
 */

import { oneLine } from '@/utils/text/clean';
import { body, clip, contains, getAttribute, parentElement, queryAll } from '../dom';
import { type Row, rowsIn } from '../listed/rows';
import { abstractText } from './markup-text';

/** Most rows of a page examined, and most labels and marked elements tried. */
const MAX = { rows: 5000, labels: 20 };
/** Shortest abstract, in UTF-16 units; Chinese and Japanese need only a third of that. */
const SHORTEST = 100;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Most rows between a label and the first paragraph: the first heading of a structured abstract, a switch of language. */
const NEAR = 3;
const HIGHEST = 40;

const LABELS = [
  /^\s*(?:abstract|摘要|概要|초록|zusammenfassung|résumé|resumen|resumo|riassunto|аннотация)(?![\p{L}\p{N}])/iu,
  /^\s*(?:summary|synopsis)(?![\p{L}\p{N}])/iu,
];
const BEHIND_LABEL = /^\s*[:：.—–-]+\s*/u;
const ENDED = /[.!?…。！？»”"')\]]\s*$/u;
/** Marked as an abstract, and no drawing of one or way to one. */
const MARKED =
  '[id*="abstract" i], [class*="abstract" i], [role="doc-abstract"], [itemprop="abstract"], [property="schema:abstract"]';
const OTHER = /graphical|link|button|nav|tab|toggle|author/i;
const SKIPPED =
  /^(?:script|style|noscript|template|textarea|select|svg|iframe|object|head|button|form|figure|video|audio|canvas|title)$/;

/** The paragraphs behind a label "Abstract", else those of an element with such an id or class. */
export function shownAbstract(document: Document): string | undefined {
  const root = body(document);
  if (!root) return undefined;
  const rows = rowsOf(root);
  for (const label of LABELS) {
    const places = [...rows.keys()].filter((index) => label.test(rows[index]?.text.slice(0, 40) ?? ''));
    for (const place of places.slice(0, MAX.labels)) {
      const found = behindLabel(rows, place, label);
      if (found) return found;
    }
  }
  for (const marked of queryAll(root, MARKED).slice(0, MAX.labels)) {
    if (OTHER.test(`${getAttribute(marked, 'class') ?? ''} ${getAttribute(marked, 'id') ?? ''}`)) continue;
    const inside = rowsOf(marked);
    const found = abstractFrom(inside, 0, inside.length, marked);
    if (found) return found;
  }
  return undefined;
}

function rowsOf(root: Element): Row[] {
  const rows: Row[] = [];
  for (const row of rowsIn(root, SKIPPED)) {
    if (row) rows.push(withoutLastLink(row));
    if (rows.length >= MAX.rows) break;
  }
  return rows;
}

/** `… on the fog alone. <a>Show more</a>` */
function withoutLastLink(row: Row): Row {
  const { text, links } = row;
  const last = links.at(-1);
  const before = last && last.end === text.length ? text.slice(0, last.start).trimEnd() : '';
  return last && before !== '' && ENDED.test(before) && last.end - last.start < 40
    ? { ...row, text: before, links: links.slice(0, -1) }
    : row;
}

function behindLabel(rows: readonly Row[], place: number, label: RegExp): string | undefined {
  const row = rows[place] as Row;
  const length = label.exec(row.text)?.[0].length ?? 0;
  const rest = row.text.slice(length);
  if (/^[\s:：.—–-]*$/u.test(rest)) return abstractFrom(rows, place + 1, place + 1 + NEAR, row.block, row);
  // In the row of the text: `Abstract: We count …`, `<b>Abstract</b> We count …`
  const isSetOff = row.runs.some(({ start, end, shape }) => start === 0 && end <= length + 2 && shape !== '');
  if (!isSetOff && !BEHIND_LABEL.test(rest)) return undefined;
  const first = { ...row, text: rest.replace(BEHIND_LABEL, '').trim() };
  return abstractFrom([first, ...rows.slice(place + 1)], 0, 1, row.block, row);
}

/** The abstract whose first paragraph is one of the rows from `start` to `end`. */
function abstractFrom(
  rows: readonly Row[],
  start: number,
  end: number,
  near: Element,
  label?: Row,
): string | undefined {
  const first = rows.findIndex((row, index) => index >= start && index < end && isProse(row));
  const from = rows[first];
  if (!from) return undefined;
  const between = rows.slice(start, first).map(({ heading }) => heading);
  // Headings as high as the label, or as the first part of an abstract without a heading, begin something else.
  const top = label?.heading || Math.max(0, ...between) - 1;
  const isEnd = ({ heading }: Row) => heading > 0 && (top <= 0 || heading <= top);
  if (label && label.heading > 0 && between.some((level) => level > 0 && level <= label.heading))
    return undefined;
  const whole = commonOf(near, from.block);
  const texts = [...rows.slice(Math.max(start, first - 1), first).filter(isPartName), from].map(
    ({ text }) => text,
  );
  for (let index = first + 1; index < rows.length; index++) {
    const row = rows[index] as Row;
    const next = rows[index + 1];
    if (isEnd(row) || (whole && !contains(whole, row.block))) break;
    if (isPartName(row) && next && isAlike(next, from) && isProse(next)) texts.push(row.text);
    else if (isAlike(row, from) && (isProse(row) || (ENDED.test(row.text) && row.links.length === 0)))
      texts.push(row.text);
    else break;
  }
  const abstract = abstractText(texts.map(oneLine).join('\n\n'));
  return lengthOf(abstract) >= SHORTEST ? clip(abstract) : undefined;
}

/** `Background`, `Methods` over a part of an abstract. */
function isPartName({ text, links }: Row): boolean {
  return text.length < 40 && links.length === 0 && /^\p{Lu}[\p{L}\s/&]+[:.]?$/u.test(text);
}

/** Sentences, and no row of links. */
function isProse({ text, links }: Row): boolean {
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0);
  const isWhole = ENDED.test(text) ? lengthOf(text) >= 60 : lengthOf(text) >= 300;
  return isWhole && 2 * linked < text.length && /[.!?。！？]/u.test(text);
}

function isAlike(row: Row, first: Row): boolean {
  const around = parentElement(row.block);
  const home = parentElement(first.block);
  return (
    row.block === first.block ||
    (around === home && row.shape.split('|', 1)[0] === first.shape.split('|', 1)[0]) ||
    (row.shape.split('|', 1)[0] === first.shape.split('|', 1)[0] &&
      parentElement(around ?? row.block) === parentElement(home ?? first.block))
  );
}

function lengthOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}

function commonOf(a: Element, b: Element): Element | undefined {
  let up: Element | null = a;
  for (let level = 0; up && level < HIGHEST; level++, up = parentElement(up)) if (contains(up, b)) return up;
  return undefined;
}
