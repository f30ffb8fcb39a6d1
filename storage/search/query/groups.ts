/**
 * Orders whose groups stand together. The groups come first, the newest day or year before the others; what the list is
 * sorted by holds within each. So every order can be grouped, and no group is begun twice.
 */
import { dayOfNumber } from '@/utils/days';
import type { Group } from '@/utils/query/query-tree';
import { columnNumber, sitesIn } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';

const QUARTER_MS = 900_000;

/** What a list is grouped by. `dayOf` is the person's own day of a moment (ms since 1970) as a number such as 20260928. */
export interface Grouping {
  by: Group;
  dayOf(moment: number): number;
}

/** Keys that are sorted by, the greatest first, and the group that each of them lies in. */
export interface GroupedKeys {
  keys: Float64Array;
  /**
   * A day (`2026-09-28`), a year, or the ids of sites in order, one per line. '' where a paper has none: that group is the
   * last.
   */
  groupOf(key: number): string;
}

/** The keys of these documents within their groups; `keys` are what they are sorted by without them. */
export async function groupedKeys(
  snapshot: Snapshot,
  { by, dayOf }: Grouping,
  docs: Uint32Array,
  keys: Float64Array,
): Promise<GroupedKeys> {
  const { groups, names } =
    by === 'site' ? await bySite(snapshot, docs) : await byNumber(snapshot, by, dayOf, docs);
  const places = ranksOf(keys);
  const room = keys.length + 1; // above the greatest rank
  return {
    keys: groups.map((group, index) => group * room + (places[index] as number)),
    groupOf: (key) => names[Math.floor(key / room)] ?? '',
  };
}

interface Groups {
  /** The group of each document: a place in `names`. The greatest comes first. */
  groups: Float64Array;
  names: readonly string[];
}

async function byNumber(
  snapshot: Snapshot,
  by: Exclude<Group, 'site'>,
  dayOf: Grouping['dayOf'],
  docs: Uint32Array,
): Promise<Groups> {
  const column = await snapshot.column(columnNumber(by === 'year' ? 'published' : by));
  const read = {
    saved: onceAQuarter(dayOf),
    listed: (day: number) => day,
    year: (day: number) => Math.floor(day / 10_000),
  };
  const values = Float64Array.from(docs, (doc) => read[by](column[doc] as number));
  const distinct = ascending(values);
  const named = (value: number) => (by === 'year' ? String(value) : dayOfNumber(value));
  return {
    groups: ranksOf(values),
    names: [...distinct].map((value) => (value === 0 ? '' : named(value))),
  };
}

/** Sites by name, from A to Z. A paper that was seen on several sites lies in the group of just these. */
async function bySite(snapshot: Snapshot, docs: Uint32Array): Promise<Groups> {
  const number = columnNumber('place');
  const [column, texts] = await Promise.all([snapshot.column(number), snapshot.texts(number)]);
  const sites = texts.map((places) => places.map((place) => sitesIn(place).join('\n')));
  const names = [...new Set(['', ...sites.flat()])].sort((a, b) =>
    a === '' || (b !== '' && a > b) ? -1 : 1,
  );
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const groupAt = new Float64Array(column.length);
  for (const [index, { base, header }] of snapshot.segments.entries()) {
    const known = sites[index]?.map((name) => ranks.get(name) ?? 0) ?? [];
    for (let doc = base; doc < base + header.docs; doc++) groupAt[doc] = known[column[doc] as number] ?? 0;
  }
  const groups = Float64Array.from(docs, (doc) => groupAt[doc] as number);
  return { groups, names };
}

/** For each number its place among the distinct ones, the least first. */
function ranksOf(numbers: Float64Array): Float64Array {
  const distinct = ascending(numbers);
  return numbers.map((number) => {
    let [low, high] = [0, distinct.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((distinct[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

/** The distinct numbers, the least first. With a set and a map, 100,000 distinct numbers took four times as long. */
function ascending(numbers: Float64Array): Float64Array {
  const sorted = numbers.slice().sort();
  return sorted.filter((number, place) => place === 0 || number !== sorted[place - 1]);
}

/** The day of a moment; each quarter of an hour lies in one day wherever the person is, and is asked for once. */
function onceAQuarter(dayOf: Grouping['dayOf']): Grouping['dayOf'] {
  const known = new Map<number, number>();
  return (moment) => {
    const quarter = Math.floor(moment / QUARTER_MS);
    let day = known.get(quarter);
    if (day === undefined) {
      day = dayOf(moment);
      known.set(quarter, day);
    }
    return day;
  };
}
