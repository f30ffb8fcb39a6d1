/** What a page gets for a query: the first results, and a way to all others. */
import type { Paper } from '@/utils/paper/schema';
import type { Meant } from '../meant/find-meant';
import type { Found } from '../query/find';
import type { ReadPapers } from '../query/phrases';
import { Ranking } from '../query/ranking';
import type { Searched } from './page-index';

/** A paper that a search found, and the terms to highlight in it. */
export interface Hit {
  paper: Paper;
  terms: ReadonlySet<string>;
  /** In a list with groups the one it lies in (`GroupedKeys`). */
  group?: string;
  /** Which pass found it, if not the first: such hits stand below all that match as typed. */
  pass?: LaterPass;
  /** If it has most of the words: the plain words of the query that it has not, as typed. */
  missing?: readonly string[];
}

/** The passes after the first one: words that are spelled alike, and most of the words. */
export type LaterPass = 'alike' | 'meant';

export interface Hits {
  /** The best papers, at most `limit`. */
  hits: Hit[];
  /** How many papers were found as written. */
  total: number;
  /** How many follow that have most of the words. */
  meant: number;
  /** If nothing was found as written: words as typed, and the terms that they probably mean. */
  spelled?: ReadonlyMap<string, string>;
  /** Whether the trash was searched. */
  trashed: boolean;
  /** Those from place `from` up to, but without, `to`; undefined in the place of a paper that was removed meanwhile. */
  read(from: number, to: number): Promise<(Hit | undefined)[]>;
  /** The ids of those papers, without reading them. */
  ids(from: number, to: number): Promise<string[]>;
  /** The place of a paper, from 0; undefined if it was not found. */
  placeOf(id: string): Promise<number | undefined>;
}

/** What one pass of a query found. */
export interface Part {
  first: Hit[];
  ranking: Ranking;
  /** The hit of a paper with this key. */
  hitOf(paper: Paper, key: number): Hit;
  papers: () => ReadPapers;
  pass: LaterPass | undefined;
}

/**
 * A pass with its first papers. `read` was begun before the query. Papers that were removed meanwhile are left out.
 */
export async function partOf(
  { snapshot, papers }: Searched,
  { top, docs, keys, terms, groupOf, missing }: Found & Partial<Pick<Meant, 'missing'>>,
  read: ReadPapers,
  pass?: LaterPass,
): Promise<Part> {
  const found = await read(top.map(({ id }) => id));
  const hitOf = (paper: Paper, key: number): Hit => ({
    ...{ paper, terms },
    ...(groupOf && { group: groupOf(key) }),
    ...(pass && { pass }),
    ...(missing && { missing: missing.get(paper.id) ?? [] }),
  });
  const first = top.flatMap(({ key }, index) => {
    const paper = found[index];
    return paper ? hitOf(paper, key) : [];
  });
  const gone = new Set(top.filter((_, index) => !found[index]).map(({ doc }) => doc));
  if (gone.size === 0) return { first, ranking: new Ranking(snapshot, docs, keys), hitOf, papers, pass };
  const left = docs.map((_, place) => place).filter((place) => !gone.has(docs[place] as number));
  const kept = left.map((place) => docs[place] as number);
  const keysKept = Float64Array.from(left, (place) => keys[place] as number);
  return { first, ranking: new Ranking(snapshot, kept, keysKept), hitOf, papers, pass };
}

/** The passes of a query, one after the other. `onFailure` hears why places could not be read; they are empty then. */
export function answerOf(
  parts: readonly Part[],
  limit: number,
  trashed: boolean,
  onFailure: (error: unknown) => void,
): Hits {
  const rowsIn = (some: readonly Part[]) => some.reduce((sum, { ranking }) => sum + ranking.total, 0);
  const all = rowsIn(parts);
  const total = rowsIn(parts.filter(({ pass }) => pass !== 'meant'));

  /** The parts that have places from `from` up to, but without, `to`, and which of their own places these are. */
  function windowsIn(from: number, to: number) {
    let begin = 0;
    return parts.flatMap((part) => {
      const rows = part.ranking.total;
      const window = [Math.max(0, from - begin), Math.min(rows, to - begin)] as const;
      begin += rows;
      return window[0] < window[1] ? [{ part, window }] : [];
    });
  }

  return {
    hits: parts.flatMap(({ first }) => first).slice(0, limit),
    total,
    meant: all - total,
    trashed,
    async read(from, to) {
      const rows: (Hit | undefined)[] = [];
      try {
        for (const { part, window } of windowsIn(from, to)) {
          const { ranking, hitOf, papers } = part;
          const read = papers();
          const [ids, keys] = [await ranking.ids(...window), ranking.keys(...window)];
          for (const [index, paper] of (await read(ids)).entries())
            rows.push(paper && hitOf(paper, keys[index] as number));
        }
        return rows;
      } catch (error) {
        onFailure(error);
        return Array.from({ length: Math.max(0, Math.min(to, all) - from) }, () => undefined);
      }
    },
    async ids(from, to) {
      const ids: string[] = [];
      for (const { part, window } of windowsIn(from, to)) ids.push(...(await part.ranking.ids(...window)));
      return ids;
    },
    async placeOf(id) {
      let begin = 0;
      for (const { ranking } of parts) {
        const place = await ranking.placeOf(id);
        if (place !== undefined) return begin + place;
        begin += ranking.total;
      }
      return undefined;
    },
  };
}
