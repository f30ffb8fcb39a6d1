/** What happened to the library since it was indexed. */

import type { OffprintDatabase } from '@/storage/database';
import type { Paper, Sighting } from '@/utils/paper';
import type { IndexState } from './index-rows';

/** More papers than this are not left to the pages, which index them in memory. */
export const MOST_UNINDEXED = 8;

export type Mark = Pick<IndexState, 'revision' | 'id' | 'removed'>;

export interface Unindexed {
  /** In the order of revisions and ids. */
  papers: Paper[];
  /** Ids of records that left the library, or moved in it. */
  removed: string[];
  /** Where the index stands once it knows all of these. */
  mark: Mark;
}

/** The next at most `limit` papers after a mark, and all removals. */
export async function unindexed(db: OffprintDatabase, mark: Mark, limit: number): Promise<Unindexed> {
  return db.transaction('r', db.papers, db.tombstones, async () => {
    const papers = await db.papers
      .where('[revision+id]')
      .above([mark.revision, mark.id])
      .limit(limit)
      .toArray();
    const tombstones = await db.tombstones.where('revision').above(mark.removed).toArray();
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
  });
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
