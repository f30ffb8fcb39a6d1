/**
 * Writes that remember how to take themselves back. Undoing is a three-way revert, row by row and field by field:
 * what somebody changed since then stays as it is now.
 */
import type { Table } from 'dexie';
import { present } from '@/utils/present';
import type { Change, JournalEntry, OffprintDatabase } from './database';
import { countPapers, lastUndoable } from './library';

/** How long an intention can be undone: 90 days. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

type Tables = Pick<OffprintDatabase, Change['table']>;
type Row<Name extends Change['table']> = Tables[Name] extends Table<infer T> ? T : never;

/** The writing half of a transaction; every row it touches is noted, every paper gets the library's new revision. */
export interface Recorder {
  put<Name extends Change['table']>(table: Name, row: Row<Name>): Promise<void>;
  putAll<Name extends Change['table']>(table: Name, rows: readonly Row<Name>[]): Promise<void>;
  remove(table: Change['table'], key: Change['key']): Promise<void>;
}

/** What the user wants; a sighting is nobody's wish, so it is not journalled. */
export type Deed = { intention: 'sight' } | Wish;

export type Wish = Pick<JournalEntry, 'intention' | 'from' | 'run' | 'of'>;

/** Changes in one row of the table `changes`. */
const PART = 2000;

/**
 * Runs `body` in one strict transaction over the whole library and journals what it wrote. `now` is ISO. Answers with
 * the body's value and the journal entry, undefined if nothing was written. Resolves only after the commit. The body of
 * an undo sets `deed.of`.
 */
export async function record<T>(
  db: OffprintDatabase,
  deed: Deed,
  now: string,
  body: (recorder: Recorder) => Promise<T>,
): Promise<{ value: T; entry: number | undefined }> {
  return db.transaction('rw', db.libraryTables, async () => {
    const changes: Change[] = [];
    let born = 0;
    const touched = new Map<string, string | undefined>();
    const sighted = new Set<string>();
    const revision = Number((await db.settings.get('revision'))?.value ?? 0) + 1;

    async function putAll(name: Change['table'], given: readonly Fields[]): Promise<void> {
      const table: Table = db.table(name);
      const rows = given.map((row): Fields => ({ ...row, ...(name === 'papers' && { revision }) }));
      const keys = rows.map((row) => keyOf(name, row));
      const before = await table.bulkGet(keys);
      for (const [index, row] of rows.entries())
        changes.push(difference(name, keys[index] ?? '', before[index], row));
      if (name === 'sightings') for (const row of rows) sighted.add(String(row.paper));
      await table.bulkPut(rows);
      if (name !== 'papers') return;
      born += new Set(keys.filter((_, index) => before[index] === undefined)).size;
      await db.tombstones.bulkDelete(keys as string[]);
      for (const row of rows) touched.set(String(row.id), row.title as string | undefined);
    }

    const value = await body({
      put: (name, row) => putAll(name, [row as Fields]),
      putAll: (name, rows) => putAll(name, rows as readonly Fields[]),
      async remove(name, key) {
        const before = await db.table(name).get(key);
        if (before === undefined) return;
        changes.push(difference(name, key, before, undefined));
        await db.table(name).delete(key);
        if (name === 'sightings') sighted.add(before.paper);
        if (name !== 'papers') return;
        born -= 1;
        await db.tombstones.put({ id: key as string, revision, at: now });
        touched.set(key as string, before.title);
      },
    });
    if (changes.length === 0 && deed.intention !== 'undo') return { value, entry: undefined };
    // Where and with how many upvotes a paper was seen is searched for too, so readers must catch up with it.
    for (const id of sighted) if (!touched.has(id)) await db.papers.update(id, { revision });
    await db.settings.put({ name: 'revision', value: revision });
    if (born !== 0) await db.settings.put({ name: 'papers', value: (await countPapers(db)) + born });
    if (deed.intention === 'sight') return { value, entry: undefined };
    await forget(db, new Date(Date.parse(now) - KEPT_MS).toISOString());
    const entry = await enter(db, deed, now, touched);
    const parts = await db.changes.where('entry').equals(entry).count();
    for (let from = 0; from < changes.length; from += PART)
      await db.changes.add({ entry, part: parts + from / PART, changes: changes.slice(from, from + PART) });
    if (deed.of !== undefined) await markUndone(db, deed.of, entry);
    return { value, entry };
  });
}

/** All that an entry changed, in the order it did. */
export async function changesOf(db: OffprintDatabase, entry: number): Promise<Change[]> {
  return (await db.changes.where('entry').equals(entry).sortBy('part')).flatMap(({ changes }) => changes);
}

/** Writes the entry, or adds to the one of the same run. */
async function enter(
  db: OffprintDatabase,
  wish: Wish,
  now: string,
  touched: ReadonlyMap<string, string | undefined>,
): Promise<number> {
  const { run, from } = wish;
  const last = run === undefined ? undefined : await lastUndoable(db, from);
  if (last && last.run === run) {
    await db.journal.update(last.entry, { papers: last.papers + touched.size });
    return last.entry;
  }
  const [title] = [...touched.values()].filter((name) => name !== undefined);
  return db.journal.add(present({ ...wish, at: now, papers: touched.size, title }));
}

/** `entry` took `of` back; if that was an undo itself, what it had undone is done again. */
async function markUndone(db: OffprintDatabase, of: number, entry: number): Promise<void> {
  const original = (await db.journal.get(of))?.of;
  await db.journal.update(of, { undoneBy: entry });
  if (original !== undefined)
    await db.journal.where({ entry: original }).modify((row) => void delete row.undoneBy);
}

async function forget(db: OffprintDatabase, before: string): Promise<void> {
  const old = await db.journal.where('at').below(before).primaryKeys();
  if (old.length === 0) return;
  await db.journal.bulkDelete(old);
  await db.changes.where('entry').anyOf(old).delete();
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
