/** Merges segments that have become many: a step at a time, published in one transaction. */
import type { OffprintDatabase } from '@/storage/database';
import { chunkReader, chunkRows } from '../rows/chunk-rows';
import { type IndexState, indexTables, isNumbers, readState } from '../rows/index-state';
import { deletionRow, readSegments, type StoredSegment, segmentRow } from '../rows/segment-rows';
import { packSorted, unpackSorted } from '../segment/bytes';
import { DamagedIndex, type ReadChunks } from '../segment/chunk-key';
import { LEFT_OUT } from '../segment/merge-documents';
import { type MergeProgress, Merger } from '../segment/merge-segments';
import type { Chunk, Header } from '../segment/segment';
import { ChunkCache } from '../snapshot/chunk-cache';
import { chooseMerge } from './merge-policy';

/** A merge under way, as it is kept between steps. */
interface Job {
  inputs: number[];
  output: number;
  /** What was deleted in each input when it began, packed. */
  gone: Uint8Array[];
  progress: MergeProgress | undefined;
  steps: number;
}

/** Inputs below this many bytes are merged in one step: that writes least. */
const AT_ONCE = 400_000;

/** The merger of the last step, which knows what is costly to find out. It may be forgotten at any time. */
let warm: { db: OffprintDatabase; output: number; steps: number; merger: Merger } | undefined;

/** One step of the merge under way, or of one that is due; false if none is. */
export async function mergeStep(db: OffprintDatabase): Promise<boolean> {
  const { state, segments, merge } = await db.transaction('r', indexTables(db), async () => {
    const state = await readState(db);
    const merge = await db.index.get('merge');
    return { state, segments: await readSegments(db, state), merge };
  });
  if (merge) {
    if (!isJob(merge.value)) throw new DamagedIndex('the merge under way is malformed', state.segments);
    return continueMerge(db, segments, merge.value);
  }
  const chosen = chooseMerge(
    segments.map(liveIn),
    segments.map(({ header }) => header.docs),
  );
  if (!chosen) return false;
  const inputs = chosen.flatMap((place) => segments[place] ?? []);
  const first: Job = {
    inputs: inputs.map(({ id }) => id),
    output: state.next,
    gone: inputs.map(({ gone }) => packSorted(marked(gone))),
    progress: undefined,
    steps: 0,
  };
  if (inputs.reduce((sum, { header }) => sum + header.size, 0) < AT_ONCE) {
    const merger = new Merger(inputs, reader(db, inputs));
    const chunks: Chunk[] = [];
    for (let done = false; !done; ) {
      const step = await merger.step();
      chunks.push(...step.chunks);
      done = step.done;
    }
    await publish(db, first, false, merger, chunks);
    return true;
  }
  await db.transaction('rw', indexTables(db), async () => {
    const now = await readState(db);
    if (now.next !== state.next || (await db.index.get('merge'))) return;
    await db.index.put({ name: 'state', value: { ...now, next: now.next + 1 } });
    await db.index.put({ name: 'merge', value: first });
  });
  return true;
}

async function continueMerge(
  db: OffprintDatabase,
  segments: readonly StoredSegment[],
  job: Job,
): Promise<boolean> {
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
    warm?.db === db && warm.output === job.output && warm.steps === job.steps ? warm.merger : undefined;
  const merger = known ?? new Merger(sources, reader(db, sources), job.progress);
  warm = undefined;
  const { chunks, done } = await merger.step();
  const next = { ...job, progress: merger.progress, steps: job.steps + 1 };
  if (done) {
    await publish(db, job, true, merger, chunks);
    return true;
  }
  await db.transaction('rw', db.index, db.chunks, async () => {
    if (!(await isCurrent(db, job))) return;
    await db.chunks.bulkPut(chunkRows(job.output, chunks));
    await db.index.put({ name: 'merge', value: next });
  });
  warm = { db, output: job.output, steps: next.steps, merger };
  return true;
}

/**
 * Puts the merged segment into the place of its inputs; what was deleted meanwhile is deleted in it. A merge that was
 * begun is published only if it is still under way; one that is done at once only if none is.
 */
async function publish(
  db: OffprintDatabase,
  job: Job,
  begun: boolean,
  merger: Merger,
  chunks: readonly Chunk[],
): Promise<void> {
  const numbers = await merger.numbers();
  const header = merger.progress?.header;
  if (!header) return;
  const row = segmentRow(job.output, header, chunks);
  const { packed, ...bare } = row;
  const rows = !begun && packed ? [] : chunkRows(job.output, chunks);
  await db.transaction('rw', indexTables(db), async () => {
    const state = await readState(db);
    const mine = begun
      ? await isCurrent(db, job)
      : state.next === job.output && (await db.index.get('merge')) === undefined;
    if (!mine) return;
    if (!job.inputs.every((id) => state.segments.includes(id))) return;
    const now = await readSegments(db, state);
    const gone = new Uint8Array(header.docs);
    for (const [index, id] of job.inputs.entries())
      for (const doc of marked(now.find((segment) => segment.id === id)?.gone)) {
        const number = numbers[index]?.[doc] ?? LEFT_OUT;
        if (number !== LEFT_OUT) gone[number] = 1;
      }
    await db.segments.bulkDelete(job.inputs);
    await db.deletions.bulkDelete(job.inputs);
    for (const id of job.inputs)
      await db.chunks
        .where('[segment+part+number]')
        .between([id], [id + 1], true, false)
        .delete();
    await db.chunks.bulkPut(rows);
    if (header.docs > 0) await db.segments.put(!begun && packed ? row : bare);
    if (gone.includes(1)) await db.deletions.put(deletionRow(job.output, gone));
    const rest = state.segments.filter((id) => !job.inputs.includes(id));
    const value: IndexState = {
      ...state,
      segments: header.docs > 0 ? [job.output, ...rest] : rest,
      next: Math.max(state.next, job.output + 1),
    };
    await db.index.put({ name: 'state', value });
    await db.index.delete('merge');
  });
}

/** Whether a step can go by it. */
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

/** Whether this is the merge under way, and still at this step. */
async function isCurrent(db: OffprintDatabase, { output, steps }: Job): Promise<boolean> {
  const stored = (await db.index.get('merge'))?.value as Job | undefined;
  return stored?.output === output && stored.steps === steps;
}

function reader(db: OffprintDatabase, segments: readonly StoredSegment[]): ReadChunks {
  const cache = new ChunkCache(chunkReader(db), 0);
  for (const { id, packed } of segments) cache.pin(id, packed);
  return async (keys) => {
    const held = await cache.hold(keys);
    return keys.map((key) => held.get(key.join('')) ?? new Uint8Array(0));
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
