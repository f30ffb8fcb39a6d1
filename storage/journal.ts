/**
 * Writes that remember how to take themselves back. Undoing is a three-way revert, row by row and field by field:
 * what somebody changed since then stays as it is now.
 */
import type { Table } from 'dexie';
import { present } from '@/utils/normalise';
import type { Change, JournalEntry, OffprintDatabase } from './database';

/** How long an intention can be undone: 90 days. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

type Tables = Pick<OffprintDatabase, Change['table']>;
type Row<Name extends Change['table']> = Tables[Name] extends Table<infer T> ? T : never;

/** The writing half of a transaction; every row it touches is noted, every paper gets the library's new revision. */
export interface Recorder {
  put<Name extends Change['table']>(table: Name, row: Row<Name>): Promise<void>;
  remove(table: Change['table'], key: Change['key']): Promise<void>;
}

/**
 * Runs `body` in one strict transaction over the whole library and journals what it wrote. `now` is ISO. Answers with
 * the body's value and the journal entry, undefined if nothing was written. Resolves only after the commit.
 */
export async function record<T>(
  db: OffprintDatabase,
  intention: JournalEntry['intention'] | 'sight',
  now: string,
  body: (recorder: Recorder) => Promise<T>,
): Promise<{ value: T; entry: number | undefined }> {
  const tables = [db.papers, db.aliases, db.sightings, db.trash, db.tombstones, db.journal, db.settings];
  return db.transaction('rw', tables, async () => {
    const changes: Change[] = [];
    const revision = Number((await db.settings.get('revision'))?.value ?? 0) + 1;
    const table = (name: Change['table']): Table => db.table(name);
    const value = await body({
      async put(name, given) {
        const row: Fields = { ...(given as Fields), ...(name === 'papers' && { revision }) };
        const key = keyOf(name, row);
        changes.push(difference(name, key, await table(name).get(key), row));
        await table(name).put(row);
        if (name === 'papers') await db.tombstones.delete(key as string);
      },
      async remove(name, key) {
        const before = await table(name).get(key);
        if (before === undefined) return;
        changes.push(difference(name, key, before, undefined));
        await table(name).delete(key);
        if (name === 'papers') await db.tombstones.put({ id: key as string, revision, at: now });
      },
    });
    if (changes.length === 0) return { value, entry: undefined };
    await db.settings.put({ name: 'revision', value: revision });
    if (intention === 'sight') return { value, entry: undefined }; // nobody asked for it, so nobody undoes it
    await db.journal
      .where('at')
      .below(new Date(Date.parse(now) - KEPT_MS).toISOString())
      .delete();
    return { value, entry: await db.journal.add({ at: now, intention, changes }) };
  });
}

/** The primary key of a row, as `database.ts` declares it. */
function keyOf(table: Change['table'], row: Fields): string | string[] {
  if (table === 'aliases') return [row.key, row.paper] as string[];
  if (table === 'sightings') return [row.paper, row.site, row.url] as string[];
  return row.id as string;
}

type Fields = Record<string, unknown>;

function difference(
  table: Change['table'],
  key: Change['key'],
  before: Fields | undefined,
  after: Fields | undefined,
): Change {
  if (!before || !after) return { table, key, before, after: before && after };
  const names = Object.keys({ ...before, ...after }).filter((name) => !same(before[name], after[name]));
  return { table, key, before: pick(before, names), after: pick(after, names) };
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
    if (same(is, became)) reverted[name] = was;
    else if (isMap(was) && isMap(became) && isMap(is))
      reverted[name] = revertFields(difference(change.table, change.key, was, became), is);
  }
  return present<Fields>(reverted);
}

/** `identifiers`, `origins` and `changedAt` go back entry by entry. */
function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(row: Fields, names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
