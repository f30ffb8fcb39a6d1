/**
 * Reads what a list's form tells of those entries that alone would not be read: where most entries have their names, there
 * are the names of all. Pure.
 */
import { allNames } from '../people/all-names';
import { isTalk, type Page, type PageRow, type Pair } from './pairs';
import { bareTitle, titleScore, titlesAtStart, wordsIn } from './title-score';
import type { Group, Taken } from './vote';

/** Longest row of names, in UTF-16 units, and most words of one. */
const LONGEST_NAMES = 1500;
const MOST_WORDS = 6;

/** The groups with their partly read entries read, and those added that were not read at all. */
export function completed(groups: readonly Group[], page: Page, places: Taken): Group[] {
  const taken = new Set(groups.flatMap(({ pairs }) => pairs.flatMap(({ row, spot }) => [row, spot.row])));
  return groups.map((group) => {
    const learnt = lessonOf(group, page);
    if (!learnt) return group;
    const pairs = group.pairs.map((pair) => whole(pair, learnt, page));
    for (const [index, row] of page.rows.entries()) {
      if (taken.has(index) || row.shape !== learnt.titles || isTalk(index, page)) continue;
      const pair =
        learnt.offset === 0 ? inOneRow(index, row, learnt) : inTwoRows(index, row, learnt, page, taken);
      if (!pair) continue;
      pairs.push(pair);
      places.add(pair);
      taken.add(pair.row).add(pair.spot.row);
    }
    return { ...group, pairs };
  });
}

/** What most pairs of a group have in common. */
interface Lesson {
  /** Shapes of the rows, and how far the names are from the title. */
  titles: string;
  names: string;
  offset: number;
  /** The names fill their row, or all of it before the title. */
  full: boolean;
  /** A pair to go by. */
  pair: Pair;
}

function lessonOf({ pairs }: Group, { rows }: Page): Lesson | undefined {
  const kinds = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = [rows[pair.row]?.shape, rows[pair.spot.row]?.shape, pair.spot.row - pair.row].join('\n');
    kinds.set(key, [...(kinds.get(key) ?? []), pair]);
  }
  const [most] = [...kinds.values()].sort((a, b) => b.length - a.length);
  const [pair] = most ?? [];
  if (!most || !pair || most.length < 3 || 2 * most.length < pairs.length) return undefined;
  const filled = most.filter((one) => isFull(one, rows));
  return {
    titles: rows[pair.row]?.shape ?? '',
    names: rows[pair.spot.row]?.shape ?? '',
    offset: pair.spot.row - pair.row,
    full: filled.length >= 0.6 * most.length,
    pair: filled[0] ?? pair,
  };
}

function isFull({ spot, row, start }: Pair, rows: readonly PageRow[]): boolean {
  if (spot.row !== row) return spot.kind === 'whole';
  return spot.start < start && /^[\s.,;:]*["“„«(]?$/u.test(rows[row]?.text.slice(spot.end, start) ?? '-');
}

/** The pair with all the names of its row, if the others fill theirs. */
function whole(pair: Pair, learnt: Lesson, { rows }: Page): Pair {
  const row = rows[pair.spot.row];
  if (!learnt.full || !row || isFull(pair, rows) || row.shape !== learnt.names) return pair;
  const end = pair.row === pair.spot.row ? pair.start : row.text.length;
  const names = namesIn(row.text.slice(pair.spot.start, end));
  return names.length > pair.spot.names.length ? { ...pair, spot: { ...pair.spot, names } } : pair;
}

function namesIn(text: string): string[] {
  if (text.length > LONGEST_NAMES) return [];
  const names = allNames(text.replace(/["“„«(\s]+$/u, ''));
  return names.every((name) => wordsIn(name) <= MOST_WORDS) ? names : [];
}

function inTwoRows(
  index: number,
  row: PageRow,
  learnt: Lesson,
  page: Page,
  taken: ReadonlySet<number>,
): Pair | undefined {
  const place = index + learnt.offset;
  const other = page.rows[place];
  const title = bareTitle(row.text);
  const often = page.times.get(title) ?? 0;
  if (!learnt.full || !other || taken.has(place) || other.shape !== learnt.names) return undefined;
  if (!/\|(?!\*)/.test(row.shape) || often > 2 || titleScore(title) < 0.6) return undefined;
  const names = namesIn(other.text);
  if (names.length === 0 || !names.every((name) => wordsIn(name) > 1)) return undefined;
  if (Boolean(page.shared(index, place)) !== Boolean(learnt.pair.record)) return undefined;
  return made(
    learnt.pair,
    { row: index, start: 0, end: row.text.length, title },
    { row: place, names, start: 0, end: other.text.length },
  );
}

/** `Names, "Title"`, with names in whatever form. */
function inOneRow(index: number, row: PageRow, learnt: Lesson): Pair | undefined {
  if (!learnt.full || !/ then quoted$/.test(learnt.pair.relation)) return undefined;
  const start = row.text.search(/["“„«]/u);
  const [found] = start > 4 ? titlesAtStart(row.text.slice(start)) : [];
  if (found?.way !== 'quoted') return undefined;
  const title = bareTitle(found.title);
  const names = namesIn(row.text.slice(0, start));
  if (titleScore(title) < 0.6 || names.length === 0) return undefined;
  return made(
    learnt.pair,
    { row: index, start, end: start + found.title.length, title },
    { row: index, names, start: 0, end: start },
  );
}

function made(
  like: Pair,
  title: Pick<Pair, 'row' | 'start' | 'end' | 'title'>,
  spot: { row: number; names: string[]; start: number; end: number },
): Pair {
  return { ...like, ...title, words: wordsIn(title.title), spot: { ...like.spot, ...spot, cut: false } };
}
