/** Merges segments in steps, and publishes the result in one transaction. */
import { chunkReader, chunkRows } from '../rows/chunk-rows';
import { readForgotten } from '../rows/forgotten';
import { type IndexState, isNumbers, readState } from '../rows/index-state';
import { allTables, type IndexStore } from '../rows/index-store';
import { deletionRow, readSegments, type StoredSegment, segmentRow } from '../rows/segment-rows';
import { packSorted, unpackSorted } from '../segment/bytes';
import { DamagedIndex, nameOf, type ReadChunks } from '../segment/chunk-key';
import { LEFT_OUT } from '../segment/merge-documents';
import { type MergeProgress, Merger } from '../segment/merge-segments';
import type { Chunk, Header } from '../segment/segment';
import { ChunkCache } from '../snapshot/chunk-cache';
import { chooseMerge } from './merge-policy';

/** A merge under way, as it is stored between steps. */
interface Job {
  inputs: number[];
  output: number;
  /** For each input, the documents that were deleted when the merge began, packed. */
  gone: Uint8Array[];
  progress: MergeProgress | undefined;
  steps: number;
}

/** If all inputs have fewer bytes than this, they are merged in one step, which writes least. */
const AT_ONCE = 400_000;

/** The merger of the last step, which saves computing its state again. It may be lost at any time. */
let warm: { store: IndexStore; output: number; steps: number; merger: Merger } | undefined;

/** One step of the merge under way, or of the next one that is due. Returns false if there is none. */
export async function mergeStep(store: IndexStore): Promise<boolean> {
  const { db, family, tables } = store;
  const ofMark = [...allTables(store), db.settings];
  const { state, segments, merge, mark } = await db.transaction('r', ofMark, async () => {
    const state = await readState(store);
    const merge = await tables.index.get('merge');
    return { state, segments: await readSegments(store, state), merge, mark: await readForgotten(db) };
  });
  if (merge) {
    if (!isJob(merge.value)) throw new DamagedIndex('the merge under way is malformed', state.segments);
    return continueMerge(store, segments, merge.value);
  }
  const chosen = chooseMerge(
    segments.map(liveIn),
    segments.map(({ header }) => header.docs),
    mark !== undefined,
  );
  if (!chosen) return false;
  const inputs = chosen.flatMap((index) => segments[index] ?? []);
  const first: Job = {
    inputs: inputs.map(({ id }) => id),
    output: state.next,
    gone: inputs.map(({ gone }) => packSorted(marked(gone))),
    progress: undefined,
    steps: 0,
  };
  if (inputs.reduce((sum, { header }) => sum + header.size, 0) < AT_ONCE) {
    const merger = new Merger(family, inputs, readerOf(store, inputs));
    const chunks: Chunk[] = [];
    for (let done = false; !done; ) {
      const step = await merger.step();
      chunks.push(...step.chunks);
      done = step.done;
    }
    await publish(store, first, false, merger, chunks);
    return true;
  }
  await db.transaction('rw', allTables(store), async () => {
    const now = await readState(store);
    if (now.next !== state.next || (await tables.index.get('merge'))) return;
    await tables.index.put({ name: 'state', value: { ...now, next: now.next + 1 } });
    await tables.index.put({ name: 'merge', value: first });
  });
  return true;
}

async function continueMerge(
  store: IndexStore,
  segments: readonly StoredSegment[],
  job: Job,
): Promise<boolean> {
  const { db, family, tables } = store;
  const sources = job.inputs.flatMap((id, index) => {
    const segment = segments.find((one) => one.id === id);
    return segment ? [{ ...segment, gone: goneMarks(segment.header.docs, job.gone[index]) }] : [];
  });
  if (sources.length < job.inputs.length)
    throw new DamagedIndex(
      'a segment that is being merged is missing',
      segments.map(({ id }) => id),
    );
  const known =
    warm?.store.db === db &&
    warm.store.family === family &&
    warm.output === job.output &&
    warm.steps === job.steps
      ? warm.merger
      : undefined;
  const merger = known ?? new Merger(family, sources, readerOf(store, sources), job.progress);
  warm = undefined;
  const { chunks, done } = await merger.step();
  const next = { ...job, progress: merger.progress, steps: job.steps + 1 };
  if (done) {
    await publish(store, job, true, merger, chunks);
    return true;
  }
  await db.transaction('rw', tables.index, tables.chunks, async () => {
    if (!(await isCurrent(store, job))) return;
    await tables.chunks.bulkPut(chunkRows(job.output, chunks));
    await tables.index.put({ name: 'merge', value: next });
  });
  warm = { store, output: job.output, steps: next.steps, merger };
  return true;
}

/**
 * Replaces the inputs by the merged segment. Documents that were deleted meanwhile are deleted in it, too. A merge that
 * took several steps (`begun`) is published only if it is still under way; one of a single step only if none is.
 */
async function publish(
  store: IndexStore,
  job: Job,
  begun: boolean,
  merger: Merger,
  chunks: readonly Chunk[],
): Promise<void> {
  const { db, tables } = store;
  const numbers = await merger.numbers();
  const header = merger.progress?.header;
  if (!header) return;
  const row = segmentRow(job.output, header, chunks);
  const { packed, ...bare } = row;
  const rows = !begun && packed ? [] : chunkRows(job.output, chunks);
  await db.transaction('rw', allTables(store), async () => {
    const state = await readState(store);
    const mine = begun
      ? await isCurrent(store, job)
      : state.next === job.output && (await tables.index.get('merge')) === undefined;
    if (!mine) return;
    if (!job.inputs.every((id) => state.segments.includes(id))) return;
    const now = await readSegments(store, state);
    const gone = new Uint8Array(header.docs);
    for (const [index, id] of job.inputs.entries())
      for (const doc of marked(now.find((segment) => segment.id === id)?.gone)) {
        const number = numbers[index]?.[doc] ?? LEFT_OUT;
        if (number !== LEFT_OUT) gone[number] = 1;
      }
    await tables.segments.bulkDelete(job.inputs);
    await tables.deletions.bulkDelete(job.inputs);
    for (const id of job.inputs)
      await tables.chunks
        .where('[segment+part+number]')
        .between([id], [id + 1], true, false)
        .delete();
    await tables.chunks.bulkPut(rows);
    if (header.docs > 0) await tables.segments.put(!begun && packed ? row : bare);
    if (gone.includes(1)) await tables.deletions.put(deletionRow(job.output, gone));
    const rest = state.segments.filter((id) => !job.inputs.includes(id));
    const value: IndexState = {
      ...state,
      segments: header.docs > 0 ? [job.output, ...rest] : rest,
      next: Math.max(state.next, job.output + 1),
    };
    await tables.index.put({ name: 'state', value });
    await tables.index.delete('merge');
  });
}

/** Whether a stored value is a well-formed job. */
function isJob(value: unknown): value is Job {
  const { inputs, output, gone, progress, steps } = (value ?? {}) as Partial<Job>;
  return (
    isNumbers(inputs) &&
    isNumbers([output, steps]) &&
    Array.isArray(gone) &&
    gone.every((docs) => docs instanceof Uint8Array) &&
    (progress === undefined || isProgress(progress))
  );
}

function isProgress(value: unknown): value is MergeProgress {
  const { header, last, written, tail } = (value ?? {}) as Partial<MergeProgress>;
  const { docs, sums, longest, terms, ids, postings, size } = (header ?? {}) as Partial<Header>;
  return (
    isNumbers([docs, postings, size, written]) &&
    isNumbers(sums) &&
    isNumbers(longest) &&
    Array.isArray(terms) &&
    Array.isArray(ids) &&
    (last === undefined || typeof last === 'string') &&
    tail instanceof Uint8Array
  );
}

/** Whether this is still the merge under way, at the same step. */
async function isCurrent({ tables }: IndexStore, { output, steps }: Job): Promise<boolean> {
  const stored = (await tables.index.get('merge'))?.value as Job | undefined;
  return stored?.output === output && stored.steps === steps;
}

/** Reads chunks of segments, also those that came with a header. */
export function readerOf(store: IndexStore, segments: readonly StoredSegment[]): ReadChunks {
  const cache = new ChunkCache(chunkReader(store), 0);
  for (const { id, packed } of segments) cache.pin(id, packed);
  return async (keys) => {
    const held = await cache.hold(keys);
    return keys.map((key) => held.get(nameOf(...key)) ?? new Uint8Array(0));
  };
}

function liveIn({ header, gone }: StoredSegment): number {
  return header.docs - marked(gone).length;
}

function marked(gone: Uint8Array | undefined): number[] {
  const docs: number[] = [];
  for (let doc = gone?.indexOf(1) ?? -1; doc >= 0; doc = gone?.indexOf(1, doc + 1) ?? -1) docs.push(doc);
  return docs;
}

function goneMarks(docs: number, packed: Uint8Array | undefined): Uint8Array {
  const gone = new Uint8Array(docs);
  for (const doc of unpackSorted(packed ?? new Uint8Array(0))) gone[doc] = 1;
  return gone;
}
