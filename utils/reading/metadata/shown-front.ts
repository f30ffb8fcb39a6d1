/** Reads title and authors of the one paper that a page is about from what it shows at its top. */
import { oneLine, squash } from '@/utils/text/clean';
import { body, text } from '../dom';
import { type Row, rowsIn } from '../listed/rows';
import { spotsIn } from '../listed/spots';
import { bareTitle, titleScore, wordsIn } from '../listed/title-score';
import { isNames } from '../phrases';
import { shownText } from '../shown-text';
import { shownAuthors } from './shown-authors';

/** Most rows read. */
const MOST_ROWS = 600;
/** What parts a title from the name of the site in the name of a page. */
const DIVIDER = /\s+[|–—·»«›•-]+\s+|\s*[|»«›]\s*|\s?::?\s+/u;
/** Names may stand in headings and buttons, but not in marks and menus. */
const SKIPPED =
  /^(?:script|style|noscript|template|textarea|select|svg|iframe|object|head|sup|figure|video|audio|canvas|title)$/;
const ABSTRACT =
  /^\s*(?:abstract|summary|introduction|keywords?|摘要|概要|초록|zusammenfassung|résumé|resumen|resumo)(?![\p{L}\p{N}])/iu;
/** A text without names that is longer begins the paper. */
const LONG = 250;

export interface Front {
  title?: string;
  authors?: string[];
  /** The row of the title, and those between it and the text. */
  rows: readonly Row[];
}

/** What a page shows of its paper. `known` is its title, if something else states it; `site` are names of the site. */
export function shownFront(document: Document, known: string | undefined, site: readonly string[]): Front {
  const root = body(document);
  if (!root) return { rows: [] };
  const rows: Row[] = [];
  for (const row of rowsIn(root, SKIPPED)) {
    const last = rows.at(-1);
    // A heading of several lines is one.
    if (row && last && row.heading > 0 && row.block === last.block)
      rows[rows.length - 1] = {
        ...last,
        text: `${last.text} ${row.text}`,
        links: [...last.links, ...row.links],
      };
    else if (row) rows.push(row);
    if (rows.length >= MOST_ROWS) break;
  }
  const places = known === undefined ? titlesOf(rows, document, site) : placesOf(rows, known);
  const [first] = places;
  for (const place of places) {
    const front = rows.slice(place, endOf(rows, place));
    const authors = shownAuthors(front.slice(1), rows[place]?.block as Element);
    if (authors) return { ...titled(rows[place]), authors, rows: front };
  }
  return first === undefined
    ? { rows: [] }
    : { ...titled(rows[first]), rows: rows.slice(first, endOf(rows, first)) };
}

/** With the raised letters that rows lack. */
function titled(row: Row | undefined): { title?: string } {
  if (!row) return {};
  const whole = oneLine(shownText(row.block).slice(0, 2 * LONG));
  return { title: bareTitle(whole.length < row.text.length + 20 ? whole : row.text) };
}

/** Rows that are a title, headings first. */
function placesOf(rows: readonly Row[], title: string): number[] {
  const key = squash(title);
  const is = (text: string) => {
    const own = squash(text);
    return (
      own === key ||
      (own.length >= 20 && key.startsWith(own)) ||
      (own.startsWith(key) && own.length < key.length + 20)
    );
  };
  const places = [...rows.keys()].filter((index) => key.length > 0 && is(rows[index]?.text ?? ''));
  return places.sort(
    (a, b) => Number(Boolean(rows[b]?.heading)) - Number(Boolean(rows[a]?.heading)) || a - b,
  );
}

/** Rows that are the page's name or a part of it, the longest first; else its only first heading. */
function titlesOf(rows: readonly Row[], document: Document, site: readonly string[]): number[] {
  const names = new Set(site.map(squash));
  const name = (text(document, 'head > title') ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^\[[\w./-]{4,20}\]\s/, '');
  const pieces = name.split(DIVIDER);
  const parts = new Set(
    pieces.flatMap((_, start) =>
      pieces.slice(start).map((_, length) => squash(pieces.slice(start, start + length + 1).join(''))),
    ),
  );
  const cut = /^(.{15,}?)\s*(?:…|\.\.\.)/u.exec(name)?.[1];
  const isTitle = (row: Row) => {
    const key = squash(row.text);
    const isWorthy = wordsIn(row.text) > 1 || (row.heading > 0 && key === squash(name));
    if (!isWorthy || names.has(key) || row.text.length > 400 || isNames(row.text)) return false;
    return parts.has(key) || (cut !== undefined && key.startsWith(squash(cut)));
  };
  const said = [...rows.keys()].filter((index) => isTitle(rows[index] as Row));
  const lengthOf = (index: number) => rows[index]?.text.length ?? 0;
  const longest = Math.max(0, ...said.map(lengthOf));
  const titles = said.filter((index) => 2 * lengthOf(index) > longest);
  const level = (index: number) => (rows[index]?.heading ? 1 : 0);
  if (titles.length > 0)
    return titles.sort((a, b) => lengthOf(b) - lengthOf(a) || level(b) - level(a) || a - b);
  const tops = [...rows.keys()].filter((index) => {
    const row = rows[index] as Row;
    return row.heading === 1 && !names.has(squash(row.text)) && titleScore(row.text) >= 0.6;
  });
  return new Set(tops.map((index) => squash(rows[index]?.text ?? ''))).size === 1 ? tops : [];
}

/** The row in which the text begins. */
function endOf(rows: readonly Row[], title: number): number {
  const end = rows.findIndex(
    (row, index) =>
      index > title &&
      (ABSTRACT.test(row.text) ||
        (row.text.length > LONG && (spotsIn(row, 0)[0]?.names.length ?? 0) < 2) ||
        (row.heading === 1 && index > title + 3)),
  );
  return end < 0 ? rows.length : end;
}
