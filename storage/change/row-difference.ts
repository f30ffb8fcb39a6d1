/** What differs between two states of a row, and the way back. Pure. */
import type { Change } from '@/storage/database';
import { present } from '@/utils/present';

export type TableName = Change['table'];
export type Key = Change['key'];

/** A row before and after a change; undefined where it does not exist. */
export interface RowChange {
  table: TableName;
  key: Key;
  before: object | undefined;
  after: object | undefined;
}

type Fields = Record<string, unknown>;

/** A change of a row as the journal keeps it: of a row that was there before and after, only the fields that differ. */
export function differenceOf({ table, key, before, after }: RowChange): Change {
  return difference(table, key, before as Fields | undefined, after as Fields | undefined);
}

function difference(
  table: Change['table'],
  key: Change['key'],
  before: Fields | undefined,
  after: Fields | undefined,
): Change {
  // A row that was created is not kept a second time: taking it back removes it.
  if (!before || !after) return { table, key, before, after: before && after };
  const names = Object.keys({ ...before, ...after }).filter((name) => !sameValue(before[name], after[name]));
  return { table, key, before: pick(before, names), after: pick(after, names) };
}

/**
 * Two changes of one row, one after the other, as one; undefined if the row was made or removed by either, or if they are of
 * two rows. What somebody else changed between them is in neither.
 */
export function joinChanges(first: Change, then: Change): Change | undefined {
  if (first.table !== then.table || String(first.key) !== String(then.key)) return undefined;
  if (!first.before || !first.after || !then.before || !then.after) return undefined;
  const [before, after] = [{ ...then.before }, { ...then.after }];
  for (const name of Object.keys({ ...first.before, ...first.after })) {
    const [was, became] = [first.before[name], first.after[name]];
    if (!(name in then.after)) after[name] = became;
    const next = then.before[name];
    before[name] = isMap(was) && isMap(became) && isMap(next) ? formerMap(was, became, next) : was;
  }
  return { ...then, before, after };
}

/** A map before a second change, with the entries that the first one changed as they were before that. */
function formerMap(was: Fields, became: Fields, next: Fields): Fields {
  const names = Object.keys({ ...was, ...became }).filter((name) => !sameValue(was[name], became[name]));
  return present<Fields>({ ...next, ...pick(was, names) });
}

/**
 * What a row becomes when `change` is taken back and it reads `current` now: each field that still is as the change
 * left it gets its old value. For rows that existed before and after the change.
 */
export function revertFields(change: Change, current: Fields): Fields {
  const { before = {}, after = {} } = change;
  const reverted = { ...current };
  for (const name of Object.keys({ ...before, ...after })) {
    const [was, became, is] = [before[name], after[name], current[name]];
    if (sameValue(is, became)) reverted[name] = was;
    else if (isMap(was) && isMap(became) && isMap(is))
      reverted[name] = revertFields(difference(change.table, change.key, was, became), is);
  }
  return present<Fields>(reverted);
}

/** Whether two values of a row are the same, down to the order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `identifiers`, `origins` and `changedAt` go back entry by entry. */
function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(row: Fields, names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}
