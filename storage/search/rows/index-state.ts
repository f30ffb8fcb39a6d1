/** The row that says up to where the library is indexed, and by which segments. */
import type { OffprintDatabase } from '@/storage/database';
import { DamagedIndex } from '../segment/chunk-key';
import { INDEX_VERSION } from '../segment/segment';

/** Up to where the library is indexed, and by which segments. */
export interface IndexState {
  version: number;
  segments: number[];
  /** The last paper that is indexed, in the order of revisions and ids; and the last tombstone. */
  revision: number;
  id: string;
  removed: number;
  /** The number of the next segment. */
  next: number;
}

export const NO_INDEX: IndexState = {
  version: INDEX_VERSION,
  segments: [],
  revision: -1,
  id: '',
  removed: -1,
  next: 1,
};

/** Stands for a segment in what is said of a damaged state: a sound one has none of this number. */
const NO_SEGMENT = 0;

/**
 * The tables of the index: reading its state, or changing it, takes all of them. Read in several transactions it may
 * look lost in between; `dropIndex` looks again.
 */
export function indexTables({ index, segments, chunks, deletions }: OffprintDatabase) {
  return [index, segments, chunks, deletions] as const;
}

/** The index's state; a new one where there is none of this version. Throws `DamagedIndex` where it is lost. */
export async function readState(db: OffprintDatabase): Promise<IndexState> {
  const state = await soundState(db);
  if (!state) throw new DamagedIndex('the state is missing or malformed', [NO_SEGMENT]);
  return state;
}

/** The same; undefined where its row is malformed, or is missing though others are there. */
export async function soundState(db: OffprintDatabase): Promise<IndexState | undefined> {
  const row = await db.index.get('state');
  if (!row) return (await lastNumber(db)) === undefined ? NO_INDEX : undefined;
  if (isOutdated(row.value)) return NO_INDEX;
  return isState(row.value) ? row.value : undefined;
}

/** Whether this is a state of another version. */
export function isOutdated(value: unknown): boolean {
  const { version } = (value ?? {}) as Partial<IndexState>;
  return typeof version === 'number' && version !== INDEX_VERSION;
}

function isState(value: unknown): value is IndexState {
  const { version, segments, revision, id, removed, next } = (value ?? {}) as Partial<IndexState>;
  return (
    version === INDEX_VERSION &&
    isNumbers(segments) &&
    isNumbers([revision, removed, next]) &&
    typeof id === 'string' &&
    segments.every((segment) => segment < Number(next))
  );
}

/** Whether these are whole numbers. */
export function isNumbers(values: unknown): values is number[] {
  return Array.isArray(values) && values.every(Number.isSafeInteger);
}

/** The highest number of a segment that any row is about; undefined without such rows. */
export async function lastNumber(db: OffprintDatabase): Promise<number | undefined> {
  const [, ...tables] = indexTables(db);
  const last = await Promise.all(
    tables.map((table) => table.toCollection().reverse().limit(1).primaryKeys()),
  );
  const numbers = last.flat().map((key) => (typeof key === 'number' ? key : key[0]));
  return numbers.length > 0 ? Math.max(...numbers) : undefined;
}

/** The segments that a state names, whatever else is wrong with it. */
export function segmentsIn(stored: unknown): number[] {
  const { segments } = (stored ?? {}) as Partial<IndexState>;
  return isNumbers(segments) ? segments : [];
}
