/** The state of an index: how much of the library it covers, and which segments belong to it. */
import { DamagedIndex } from '../segment/chunk-key';
import { allTables, type IndexStore } from './index-store';

export interface IndexState {
  version: number;
  segments: number[];
  /** The last indexed paper, in the order of revisions and ids. */
  revision: number;
  id: string;
  /** The revision of the last indexed tombstone. */
  removed: number;
  /** The number of the next segment. */
  next: number;
}

/** Names no segment: stands for one where the state itself is damaged. */
const NO_SEGMENT = 0;

export function emptyState(version: number): IndexState {
  return { version, segments: [], revision: -1, id: '', removed: -1, next: 1 };
}

/** The state; an empty one if there is none of this version. Throws `DamagedIndex` if it is lost or malformed. */
export async function readState(store: IndexStore): Promise<IndexState> {
  const state = await soundState(store);
  if (!state) throw new DamagedIndex('the state is missing or malformed', [NO_SEGMENT]);
  return state;
}

/** Like `readState`, but undefined if the row is malformed, or missing although other rows of the index exist. */
export async function soundState(store: IndexStore): Promise<IndexState | undefined> {
  const { version } = store.family;
  const row = await store.tables.index.get('state');
  if (!row) return (await lastNumber(store)) === undefined ? emptyState(version) : undefined;
  if (isOutdated(row.value, version)) return emptyState(version);
  return isState(row.value, version) ? row.value : undefined;
}

/** Whether this is a state of another version. */
export function isOutdated(value: unknown, current: number): boolean {
  const { version } = (value ?? {}) as Partial<IndexState>;
  return typeof version === 'number' && version !== current;
}

function isState(value: unknown, current: number): value is IndexState {
  const { version, segments, revision, id, removed, next } = (value ?? {}) as Partial<IndexState>;
  return (
    version === current &&
    isNumbers(segments) &&
    isNumbers([revision, removed, next]) &&
    typeof id === 'string' &&
    segments.every((segment) => segment < Number(next))
  );
}

/** Whether nobody changed the index between two states. */
export function isSameState(a: IndexState, b: IndexState): boolean {
  const stampOf = ({ version, segments, revision, id, removed, next }: IndexState) =>
    JSON.stringify([version, segments, revision, id, removed, next]);
  return stampOf(a) === stampOf(b);
}

/** Whether these are whole numbers. */
export function isNumbers(values: unknown): values is number[] {
  return Array.isArray(values) && values.every(Number.isSafeInteger);
}

/** The segments that a stored state names, whatever else is wrong with it. */
export function segmentsIn(stored: unknown): number[] {
  const { segments } = (stored ?? {}) as Partial<IndexState>;
  return isNumbers(segments) ? segments : [];
}

/** The highest segment number that any row mentions; undefined if there are no such rows. */
export async function lastNumber(store: IndexStore): Promise<number | undefined> {
  const [, ...tables] = allTables(store);
  const last = await Promise.all(
    tables.map((table) => table.toCollection().reverse().limit(1).primaryKeys()),
  );
  const numbers = last.flat().map((key) => (typeof key === 'number' ? key : key[0]));
  return numbers.length > 0 ? Math.max(...numbers) : undefined;
}
