/** What a page gets for a query: the first results, and a way to all others. */
import type { Paper } from '@/utils/paper/schema';
import type { Found } from '../query/find';
import type { ReadPapers } from '../query/phrases';
import { Ranking } from '../query/ranking';
import type { Searched } from './page-index';

/** A paper that a search found, and the terms to highlight in it. */
export interface Hit {
  paper: Paper;
  terms: ReadonlySet<string>;
  /** If it was not found as written: the plain words of the query that it has not, as typed. */
  missing?: readonly string[] | undefined;
}

export interface Hits {
  /** The best papers, at most `limit`. */
  hits: Hit[];
  /** How many papers were found as written. */
  total: number;
  /** How many follow that have most of the words. */
  meant: number;
  /** Whether the trash was searched. */
  trashed: boolean;
  /** Those from place `from` up to, but without, `to`; undefined in the place of a paper that was removed meanwhile. */
  read(from: number, to: number): Promise<(Hit | undefined)[]>;
  /** The place of a paper, from 0; undefined if it was not found. */
  placeOf(id: string): Promise<number | undefined>;
}

/** What one pass of a query found. */
export interface Part {
  first: Hit[];
  ranking: Ranking;
  terms: ReadonlySet<string>;
  papers: () => ReadPapers;
  /** Of papers that were not found as written: the words that each has not, by its id. */
  missing?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** A pass with its first papers. `read` was begun before the query. Papers that were removed meanwhile are left out. */
export async function partOf(
  { snapshot, papers }: Searched,
  { top, docs, keys, terms, missing }: Found & Pick<Part, 'missing'>,
  read: ReadPapers,
): Promise<Part> {
  const found = await read(top.map(({ id }) => id));
  const first = found.filter((paper) => paper !== undefined).map((paper) => hitOf(paper, { terms, missing }));
  const gone = new Set(top.filter((_, index) => !found[index]).map(({ doc }) => doc));
  if (gone.size === 0) return { first, ranking: new Ranking(snapshot, docs, keys), terms, papers, missing };
  const left = docs.map((_, place) => place).filter((place) => !gone.has(docs[place] as number));
  const kept = left.map((place) => docs[place] as number);
  const keysKept = Float64Array.from(left, (place) => keys[place] as number);
  return { first, ranking: new Ranking(snapshot, kept, keysKept), terms, papers, missing };
}

function hitOf(paper: Paper, { terms, missing }: Pick<Part, 'terms' | 'missing'>): Hit {
  return { paper, terms, missing: missing && (missing.get(paper.id) ?? []) };
}

/** The passes of a query, one after the other. `onFailure` hears why places could not be read; they are empty then. */
export function answerOf(
  parts: readonly Part[],
  limit: number,
  trashed: boolean,
  onFailure: (error: unknown) => void,
): Hits {
  const rows = (some: readonly Part[]) => some.reduce((sum, { ranking }) => sum + ranking.total, 0);
  const all = rows(parts);
  const total = rows(parts.filter(({ missing }) => !missing));
  return {
    hits: parts.flatMap(({ first }) => first).slice(0, limit),
    total,
    meant: all - total,
    trashed,
    async read(from, to) {
      const rows: (Hit | undefined)[] = [];
      let begin = 0;
      try {
        for (const part of parts) {
          const { ranking, papers } = part;
          const end = begin + ranking.total;
          if (from < end && to > begin) {
            const read = papers();
            const ids = await ranking.ids(Math.max(0, from - begin), Math.min(ranking.total, to - begin));
            for (const paper of await read(ids)) rows.push(paper && hitOf(paper, part));
          }
          begin = end;
        }
        return rows;
      } catch (error) {
        onFailure(error);
        return Array.from({ length: Math.max(0, Math.min(to, all) - from) }, () => undefined);
      }
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
