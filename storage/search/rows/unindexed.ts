/** Papers that were saved, changed or removed since the library was indexed. */

import type { OffprintDatabase, Tombstone } from '@/storage/database';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { IndexState } from './index-state';

/** Pages index up to this many papers in memory; beyond that the worker makes a segment. */
export const MOST_UNINDEXED = 8;

export type Mark = Pick<IndexState, 'revision' | 'id' | 'removed'>;

export interface Unindexed {
  /** In the order of revisions and ids. */
  papers: Paper[];
  /** Ids of records that were removed, or merged into another record. */
  removed: string[];
  /** The state of the index once it covers all of these. */
  mark: Mark;
}

/**
 * At most `limit` papers after a mark, and all removals. If there are `removals` or more, only the next ones and no
 * papers: a paper may have been removed and saved again, so all removals must be indexed first. Call it in a
 * transaction that reads papers and tombstones.
 */
export async function unindexed(
  db: OffprintDatabase,
  mark: Mark,
  limit: number,
  removals = Number.POSITIVE_INFINITY,
): Promise<Unindexed> {
  const [next, tombstones] = await Promise.all([
    db.papers.where('[revision+id]').above([mark.revision, mark.id]).limit(limit).toArray(),
    removedAfter(db, mark.removed, removals),
  ]);
  const papers = tombstones.length < removals ? next : [];
  const last = papers.at(-1);
  return {
    papers,
    removed: tombstones.map(({ id }) => id),
    mark: {
      revision: last?.revision ?? mark.revision,
      id: last?.id ?? mark.id,
      removed: tombstones.at(-1)?.revision ?? mark.removed,
    },
  };
}

/** The next removals. Those of one revision stay together, since the mark is a revision. */
async function removedAfter(db: OffprintDatabase, revision: number, most: number): Promise<Tombstone[]> {
  const next = await db.tombstones.where('revision').above(revision).limit(most).toArray();
  const last = next.at(-1)?.revision;
  if (next.length < most || last === undefined) return next;
  const before = next.filter((one) => one.revision < last);
  return [...before, ...(await db.tombstones.where('revision').equals(last).toArray())];
}

/** The sightings of papers, by paper. */
export async function sightingsOf(
  db: OffprintDatabase,
  papers: readonly Paper[],
): Promise<(paper: Paper) => Sighting[]> {
  const rows =
    papers.length === 0
      ? []
      : await db.sightings
          .where('paper')
          .anyOf(papers.map(({ id }) => id))
          .toArray();
  const found = new Map<string, Sighting[]>();
  for (const row of rows) found.set(row.paper, [...(found.get(row.paper) ?? []), row]);
  return ({ id }) => found.get(id) ?? [];
}
