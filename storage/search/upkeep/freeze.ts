/** Makes a segment of the papers that were saved or changed since the last one. */
import { chunkReader, chunkRows } from '../rows/chunk-rows';
import { readForgotten } from '../rows/forgotten';
import { type IndexState, isSameState, readState } from '../rows/index-state';
import { allTables, type IndexStore } from '../rows/index-store';
import { deletionRow, readSegments, segmentRow } from '../rows/segment-rows';
import { MOST_UNINDEXED, sightingsOf, unindexed } from '../rows/unindexed';
import { buildSegment } from '../segment/build-segment';
import { ChunkCache } from '../snapshot/chunk-cache';
import { Snapshot } from '../snapshot/snapshot';

/** Papers per step: about 50 ms. */
const BATCH = 200;
/** Removals per step: each is looked up in every segment. */
const REMOVALS = 1000;

/**
 * Indexes the next papers. Returns false if there are too few of them; while documents of papers that were deleted for
 * good are to be found, a single one is enough.
 */
export async function freeze(store: IndexStore): Promise<boolean> {
  const { db, family, tables } = store;
  const { state, segments, least } = await db.transaction(
    'r',
    [...allTables(store), db.settings],
    async () => {
      const state = await readState(store);
      const mark = await readForgotten(db);
      const least = mark && !mark.swept ? 1 : MOST_UNINDEXED + 1;
      return { state, segments: await readSegments(store, state), least };
    },
  );
  const news = await db.transaction('r', db.papers, db.tombstones, async () =>
    unindexed(db, state, BATCH, REMOVALS),
  );
  if (news.papers.length + news.removed.length < least) return false;
  const sightings = await sightingsOf(db, news.papers);
  const documents = news.papers.map((paper) => family.document(paper, sightings(paper)));
  const built = buildSegment(family, documents);
  const chunks = new ChunkCache(chunkReader(store));
  for (const { id, packed } of segments) chunks.pin(id, packed);
  const snapshot = new Snapshot(family, segments, chunks);
  const outdated = await snapshot.goneWith([...news.papers.map(({ id }) => id), ...news.removed]);
  const deletions = [...outdated].map(([id, gone]) => deletionRow(id, gone));
  const row = segmentRow(state.next, built.header, built.chunks);
  const rows = row.packed ? [] : chunkRows(state.next, built.chunks);
  await db.transaction('rw', allTables(store), async () => {
    if (!isSameState(await readState(store), state)) return; // another worker was faster
    if (built.header.docs > 0) {
      await tables.segments.put(row);
      await tables.chunks.bulkPut(rows);
    }
    await tables.deletions.bulkPut(deletions);
    const added = built.header.docs > 0 ? [state.next] : [];
    const value: IndexState = {
      ...news.mark,
      version: family.version,
      segments: [...state.segments, ...added],
      next: state.next + 1,
    };
    await tables.index.put({ name: 'state', value });
  });
  return true;
}
