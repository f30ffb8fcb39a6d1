/** What the index owes to papers that were deleted for good: none of their words stays in any segment. */
import { readForgotten, writeForgotten } from '../rows/forgotten';
import { type IndexState, isSameState, readState } from '../rows/index-state';
import { allTables, type IndexStore } from '../rows/index-store';
import { deletionRow, readSegments } from '../rows/segment-rows';
import { mapDocuments } from '../segment/merge-documents';
import { readerOf } from './merge-step';

/**
 * Marks the documents as deleted whose papers are not in the library. Their tombstones cannot tell: those of papers that
 * were deleted for good have no ids that a segment knows. Call it when nothing is left to freeze. Returns false if it is
 * not due.
 */
export async function sweep(store: IndexStore): Promise<boolean> {
  const { db, tables } = store;
  const { mark, state, segments } = await db.transaction(
    'r',
    [...allTables(store), db.settings],
    async () => {
      const state = await readState(store);
      return { mark: await readForgotten(db), state, segments: await readSegments(store, state) };
    },
  );
  if (!mark || mark.swept) return false;
  const { order } = await mapDocuments(segments, readerOf(store, segments));
  await db.transaction('rw', [...allTables(store), db.settings, db.papers], async () => {
    if (!isSameState(await readState(store), state)) return; // another worker was faster
    if ((await readForgotten(db))?.revision !== mark.revision) return;
    const here = new Set(await db.papers.toCollection().primaryKeys());
    for (const [source, { id, header, gone }] of segments.entries()) {
      const lost = order.filter((document) => document.source === source && !here.has(document.id));
      if (lost.length === 0) continue;
      const marks = gone?.slice() ?? new Uint8Array(header.docs);
      for (const { doc } of lost) marks[doc] = 1;
      await tables.deletions.put(deletionRow(id, marks));
    }
    await tables.index.put({ name: 'state', value: await withoutLostId(store, state) });
    await writeForgotten(db, { ...mark, swept: true });
  });
  return true;
}

/** Takes the mark away. Call it when no segment holds a deleted document. */
export async function endSweep({ db }: IndexStore): Promise<void> {
  if (!(await readForgotten(db))?.swept) return;
  await db.transaction('rw', db.settings, async () => {
    if ((await readForgotten(db))?.swept) await db.settings.delete('forgotten');
  });
}

/** The id of the last indexed paper may be that of a lost one: the one before it marks the same place. */
async function withoutLostId({ db }: IndexStore, state: IndexState): Promise<IndexState> {
  const { revision, id } = state;
  const [last = ''] = await db.papers
    .where('[revision+id]')
    .between([revision, ''], [revision, id], true, true)
    .reverse()
    .limit(1)
    .primaryKeys();
  return { ...state, id: last };
}
