/** Makes a segment of the papers that were saved or changed since the last one. */
import type { OffprintDatabase } from '@/storage/database';
import { chunkReader, chunkRows } from '../rows/chunk-rows';
import { type IndexState, indexTables, readState } from '../rows/index-state';
import { deletionRow, readSegments, segmentRow } from '../rows/segment-rows';
import { MOST_UNINDEXED, sightingsOf, type Unindexed, unindexed } from '../rows/unindexed';
import { buildSegment } from '../segment/build-segment';
import { indexDocument } from '../segment/document';
import { INDEX_VERSION } from '../segment/segment';
import { ChunkCache } from '../snapshot/chunk-cache';
import { Snapshot } from '../snapshot/snapshot';

/** Papers of one step: some 50 ms. */
const BATCH = 200;
/** Removals of one step: each is looked up in every segment. */
const REMOVALS = 1000;

/** Indexes the next papers, if there are enough of them; false if not. */
export async function freeze(db: OffprintDatabase): Promise<boolean> {
  const { state, segments } = await db.transaction('r', indexTables(db), async () => {
    const state = await readState(db);
    return { state, segments: await readSegments(db, state) };
  });
  const news = await db.transaction('r', db.papers, db.tombstones, async () =>
    unindexed(db, state, BATCH, REMOVALS),
  );
  if (news.papers.length + news.removed.length <= MOST_UNINDEXED) return false;
  const sightings = await sightingsOf(db, news.papers);
  const built = buildSegment(news.papers.map((paper) => indexDocument(paper, sightings(paper))));
  const chunks = new ChunkCache(chunkReader(db));
  for (const { id, packed } of segments) chunks.pin(id, packed);
  const snapshot = new Snapshot(segments, chunks);
  const old = await replaced(snapshot, news);
  const row = segmentRow(state.next, built.header, built.chunks);
  const rows = row.packed ? [] : chunkRows(state.next, built.chunks);
  await db.transaction('rw', indexTables(db), async () => {
    if (!same(await readState(db), state)) return; // another one was faster
    if (built.header.docs > 0) {
      await db.segments.put(row);
      await db.chunks.bulkPut(rows);
    }
    await db.deletions.bulkPut(old);
    const added = built.header.docs > 0 ? [state.next] : [];
    const value: IndexState = {
      ...news.mark,
      version: INDEX_VERSION,
      segments: [...state.segments, ...added],
      next: state.next + 1,
    };
    await db.index.put({ name: 'state', value });
  });
  return true;
}

/** The deletions of all segments that hold older versions of these papers, or ones that are gone. */
async function replaced(snapshot: Snapshot, { papers, removed }: Unindexed) {
  const found = await snapshot.find([...papers.map(({ id }) => id), ...removed]);
  const docs = [...found.values()];
  return snapshot.segments.flatMap(({ id, base, header, gone }) => {
    const mine = docs.filter((doc) => doc >= base && doc < base + header.docs);
    if (mine.length === 0) return [];
    const marks = gone?.slice() ?? new Uint8Array(header.docs);
    for (const doc of mine) marks[doc - base] = 1;
    return [deletionRow(id, marks)];
  });
}

function same(a: IndexState, b: IndexState): boolean {
  const stampOf = ({ version, segments, revision, id, removed, next }: IndexState) =>
    JSON.stringify([version, segments, revision, id, removed, next]);
  return stampOf(a) === stampOf(b);
}
