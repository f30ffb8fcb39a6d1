/** Makes a segment of the papers that were saved or changed since the last one. */
import { chunkReader, chunkRows } from '../rows/chunk-rows';
import { type IndexState, readState } from '../rows/index-state';
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

/** Indexes the next papers. Returns false if there are too few of them. */
export async function freeze(store: IndexStore): Promise<boolean> {
  const { db, family, tables } = store;
  const { state, segments } = await db.transaction('r', allTables(store), async () => {
    const state = await readState(store);
    return { state, segments: await readSegments(store, state) };
  });
  const news = await db.transaction('r', db.papers, db.tombstones, async () =>
    unindexed(db, state, BATCH, REMOVALS),
  );
  if (news.papers.length + news.removed.length <= MOST_UNINDEXED) return false;
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
    if (!same(await readState(store), state)) return; // another worker was faster
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

function same(a: IndexState, b: IndexState): boolean {
  const stampOf = ({ version, segments, revision, id, removed, next }: IndexState) =>
    JSON.stringify([version, segments, revision, id, removed, next]);
  return stampOf(a) === stampOf(b);
}
