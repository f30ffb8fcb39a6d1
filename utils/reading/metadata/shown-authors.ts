/** Reads the names that a page shows below the title of its one paper. */
import { clip, contains, getAttribute, parentElement, queryAll } from '../dom';
import { type Row, rowsIn, shapeOf } from '../listed/rows';
import { spotsIn } from '../listed/spots';
import { allNames } from '../people/all-names';
import { scanNames } from '../people/scan-names';
import { personNames } from './person-names';

/** Most rows below the title in which names are looked for, and most elements of one. */
const MAX = { rows: 40, elements: 1500 };
/** Longest name with what stands behind it, and longest row of names, in UTF-16 units. */
const LONGEST_NAME = 120;
const LONGEST_ROW = 20_000;
/** How many levels above a row tell what it holds. */
const HIGHEST = 4;
const SAYS_AUTHORS = /auth(?:or|s\b)|creator|contrib|byline/i;
const LABEL = /^(?:authors?|author\(s\)|autor(?:en|es)?|auteurs?|作者|著者|저자)\s*[:：]?$/iu;

/**
 * The names in the rows behind a title: those said to be authors, else those that fill a row or stand in elements of one
 * shape, else the name of one person right below. Undefined if there are none.
 */
export function shownAuthors(rows: readonly Row[], title: Element): string[] | undefined {
  const near = rows.slice(0, MAX.rows);
  const said = near.filter(
    (row, index) => saysAuthors(row, title) || LABEL.test(near[index - 1]?.text ?? ''),
  );
  return namesIn(said, true) ?? namesIn(near, false);
}

function namesIn(rows: readonly Row[], said: boolean): string[] | undefined {
  // Elements tell best where a name ends.
  const apart = said ? namesApart([...new Set(rows.map(({ block }) => block))]) : [];
  const together = namesInRows(rows, said);
  return named(apart.length >= together.length ? apart : together);
}

function namesInRows(rows: readonly Row[], said: boolean): string[] {
  for (const [index, row] of rows.entries()) {
    const names = namesOf(row, said);
    const alike = names.length === 1 ? rows.slice(index).filter(({ shape }) => shape === row.shape) : [];
    const all = alike.length > 1 ? alike.flatMap((one) => namesOf(one, said)) : names;
    if (all.length > 1 || (all.length === 1 && (said || index === 0))) return all;
  }
  return [];
}

function named(names: readonly string[]): string[] | undefined {
  const people = personNames([...new Set(names)]).flatMap((name) => clip(name) ?? []);
  return people.length > 0 ? people : undefined;
}

/** The names of a row: each in an element of its own, or one behind the other. */
function namesOf(row: Row, said: boolean): string[] {
  if (row.text.length > LONGEST_ROW) return [];
  const apart = namesApart([row.block]);
  const together = namesTogether(row, said);
  return apart.length > together.length ? apart : together;
}

function namesTogether(row: Row, said: boolean): string[] {
  const [spot] = spotsIn(row, 0);
  const rest = row.text.slice(spot?.end ?? 0);
  // A date, a place or the like may follow.
  if (
    spot &&
    spot.sure >= 0.5 &&
    spot.kind !== 'inner' &&
    spot.kind !== 'run' &&
    /^\s*(?:[|·•–—;,.(-]|\d|$)/u.test(rest)
  )
    if (spot.names.length > 1 || spot.kind === 'whole' || spot.kind === 'label') return spot.names;
  return said && row.text.length < 1000 && !/[.!?]\s+\p{Lu}\p{Ll}{3}/u.test(row.text) && isShort(row.text)
    ? allNames(row.text)
    : [];
}

/** Few words between the commas, as names have. */
function isShort(text: string): boolean {
  return text.split(/[,;，、；]|\s(?:and|und|et)\s|&/u).every((part) => part.trim().split(/\s+/).length <= 5);
}

/** The texts of those elements of one shape that are mostly names. */
function namesApart(blocks: readonly Element[]): string[] {
  const groups = new Map<string, { texts: string[]; names: number }>();
  let last: Element | undefined;
  const elements = blocks.flatMap((block) => queryAll(block, '*').slice(0, MAX.elements));
  for (const element of elements.slice(0, MAX.elements)) {
    if (last && contains(last, element)) continue;
    const text = firstRow(element);
    if (text === undefined) continue;
    const isName = isOneName(text);
    const shape = `${shapeOf(parentElement(element) ?? element)}>${shapeOf(element)}`;
    const group = groups.get(shape) ?? { texts: [], names: 0 };
    groups.set(shape, group);
    group.texts.push(text);
    if (!isName) continue;
    group.names++;
    last = element;
  }
  const most = [...groups.values()].sort((a, b) => b.names - a.names)[0];
  if (!most || most.names < 2) return [];
  return 2 * most.names > most.texts.length
    ? most.texts.filter((text) => !/\d{3}|@/.test(text))
    : most.texts.filter(isOneName);
}

function firstRow(element: Element): string | undefined {
  for (const row of rowsIn(element)) {
    if (row && row.text.length <= LONGEST_NAME) return row.text.replace(/[\s,;·&]+(?:and)?$/u, '');
    if (row) return undefined;
  }
  return undefined;
}

function isOneName(text: string): boolean {
  const found = scanNames(text);
  return found?.names.length === 1 && /^[\s.,;·*]*$/u.test(text.slice(found.end));
}

/** Whether a class, or what is around the row, says that authors stand in it. */
function saysAuthors({ block, links }: Row, title: Element): boolean {
  let up: Element | null = block;
  for (let level = 0; up && level < HIGHEST && !contains(up, title); level++, up = parentElement(up))
    if (isSaid(up)) return true;
  return links.some(({ element }) => isSaid(element)) || queryAll(block, 'span, a').slice(0, 20).some(isSaid);
}

function isSaid(element: Element): boolean {
  return ['class', 'id', 'itemprop', 'rel'].some((name) =>
    SAYS_AUTHORS.test(getAttribute(element, name) ?? ''),
  );
}
