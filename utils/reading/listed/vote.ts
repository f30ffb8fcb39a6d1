/** Lets the pairs of names and titles vote: those that lie alike stand or fall together. Pure. */
import type { Pair } from './pairs';

/** Pairs that lie alike. */
export interface Group {
  pairs: Pair[];
  /** Only their form tells that they are papers, and there are but two of them, or the page does not speak of papers. */
  unsure: boolean;
}

const LEAST = 3;
/** What a pair alone must reach to follow those that lie nearly as it does. */
const LOOSE = 0.3;
/** What a pair must reach that is believed without others like it, or with one. */
const STRONG = 0.35;

/** What tells besides their form that pairs are of papers. */
export interface Signs {
  /** The page says that it is about papers. */
  telling: boolean;
  /** Something beside the form of a pair says that it is one. */
  isAnchored(pair: Pair): boolean;
}

/**
 * The groups of at least three, the strongest first: of pairs that lie in the same way, then of those left that lie nearly so.
 * What they use is then taken.
 */
export function vote(pairs: readonly Pair[], { telling, isAnchored }: Signs, taken: Taken): Group[] {
  const families = byName(pairs, ({ family }) => family);
  const ask = (free: Pair[]) => {
    if (!isList(free, telling)) return undefined;
    for (const pair of free) taken.add(pair);
    const near = families.get(free[0]?.family ?? '') ?? [];
    const alike = distinct(near.filter((pair) => pair.score >= LOOSE && taken.isFree(pair)));
    for (const pair of alike) taken.add(pair);
    const sure = telling || share(free, isAnchored) >= 0.3;
    return { pairs: [...free, ...alike], unsure: !sure };
  };
  const groups = strongest([...byName(pairs, ({ relation }) => relation).values()], taken, LEAST, ask);
  return [...groups, ...strongest([...families.values()], taken, LEAST, ask)];
}

/** One or two that others than their like speak for, and two alike on a page about papers, which are not sure. */
export function voteFew(pairs: readonly Pair[], { telling, isAnchored }: Signs, taken: Taken): Group[] {
  const relations = [...byName(pairs, ({ relation }) => relation).values()];
  return strongest(relations, taken, 1, (free) => {
    if (free.length >= LEAST) return undefined;
    const anchored =
      free.some(({ score }) => score >= STRONG) &&
      free.every((pair) => pair.score >= LOOSE && pair.words > 2 && isAnchored(pair)) &&
      mean(free, ({ words }) => words) > 3;
    if (!anchored && !isPerhaps(free, telling)) return undefined;
    for (const pair of free) taken.add(pair);
    return { pairs: free, unsure: !anchored };
  });
}

/** Asks those that lie alike one after the other, by the sum of the scores that are free yet. */
function strongest(
  kinds: readonly Pair[][],
  taken: Taken,
  least: number,
  ask: (free: Pair[]) => Group | undefined,
): Group[] {
  const groups: Group[] = [];
  const waiting = kinds.filter((all) => all.length >= least).map((all) => ({ pairs: all, sum: sumOf(all) }));
  waiting.sort((a, b) => a.sum - b.sum);
  for (let best = waiting.pop(); best; best = waiting.pop()) {
    const free = distinct(best.pairs.filter((pair) => taken.isFree(pair)));
    if (free.length < least) continue;
    // The sum of a relation only falls while others take their places, so it is counted anew only when it comes first.
    const sum = sumOf(free);
    if (sum < (waiting.at(-1)?.sum ?? 0)) {
      const place = waiting.findIndex((other) => other.sum > sum);
      waiting.splice(place, 0, { pairs: free, sum });
      continue;
    }
    const group = ask(free);
    if (group) groups.push(group);
  }
  return groups;
}

function byName(pairs: readonly Pair[], name: (pair: Pair) => string): Map<string, Pair[]> {
  const named = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const known = named.get(name(pair));
    if (known) known.push(pair);
    else named.set(name(pair), [pair]);
  }
  return named;
}

function sumOf(pairs: readonly Pair[]): number {
  return pairs.reduce((total, { score }) => total + score, 0);
}

/** One pair for each place with names and for each title: the best. */
function distinct(pairs: readonly Pair[]): Pair[] {
  const spots = new Set<unknown>();
  const titles = new Set<string>();
  return [...pairs]
    .sort((a, b) => b.score - a.score)
    .filter((pair) => {
      const title = `${pair.row} ${pair.start}`;
      if (spots.has(pair.spot) || titles.has(title)) return false;
      spots.add(pair.spot);
      titles.add(title);
      return true;
    });
}

/** Two alike that look like papers, on a page about papers. */
function isPerhaps(pairs: readonly Pair[], telling: boolean): boolean {
  return (
    telling &&
    pairs.length > 1 &&
    pairs.every((pair) => pair.score >= 0.6 && pair.words > 3 && isSeveral(pair))
  );
}

function isList(pairs: readonly Pair[], telling: boolean): boolean {
  const single = share(pairs, isSeveral) < 0.4;
  const titles = new Set(pairs.map(({ title }) => title.toLowerCase()));
  const words = mean(pairs, (pair) => pair.words);
  if (single && (!telling || pairs.length < 5 || words < 5)) return false;
  return (
    share(pairs, ({ spot }) => spot.sure >= 0.5) >= 0.6 &&
    mean(pairs, (pair) => pair.titleScore) >= 0.55 &&
    titles.size >= 0.7 * pairs.length &&
    words >= 3.5 &&
    mean(pairs, (pair) => pair.score) >= (single ? 0.25 : 0.4)
  );
}

function isSeveral({ spot: { names, cut } }: Pair): boolean {
  return names.length > 1 || cut || /(?:^|[\s.])\p{Lu}\.|\s\p{Lu}{1,2}$/u.test(names[0] ?? '');
}

function share(pairs: readonly Pair[], is: (pair: Pair) => boolean): number {
  return pairs.filter(is).length / pairs.length;
}

function mean(pairs: readonly Pair[], value: (pair: Pair) => number): number {
  return pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
}

/** What is taken already: places in rows, and entries by how many. */
export class Taken {
  readonly #places = new Map<number, [start: number, end: number][]>();
  readonly #records = new Map<object, string>();

  isFree({ spot, row, start, end, record, relation }: Pair): boolean {
    if (record && (this.#records.get(record) ?? relation) !== relation) return false;
    return this.#isOpen(spot.row, spot.start, spot.end) && this.#isOpen(row, start, end);
  }

  add({ spot, row, start, end, record, relation }: Pair): void {
    this.#take(spot.row, spot.start, spot.end);
    this.#take(row, start, end);
    if (record) this.#records.set(record, relation);
  }

  #isOpen(row: number, start: number, end: number): boolean {
    return !this.#places.get(row)?.some(([from, to]) => start < to && end > from);
  }

  #take(row: number, start: number, end: number): void {
    const known = this.#places.get(row) ?? [];
    known.push([start, end]);
    this.#places.set(row, known);
  }
}
