/** WRITE: the last step of a change, which notes how to take it back. */
import type { Table } from 'dexie';
import type { Change, JournalEntry, OffprintDatabase, Trashed } from '@/storage/database';
import { countPapers, entryOfRun } from '@/storage/library';
import type { CountingPosition } from '@/storage/setting-rows';
import type { Paper } from '@/utils/paper/schema';
import { nextStamp, type Stamp } from '@/utils/paper/stamp';
import { present } from '@/utils/present';
import type { SavedSearchRow } from '@/utils/query/saved-search';
import { addDay, type DaysOfUse } from './days';
import { derive } from './derive';
import type { Draft } from './draft';
import { differenceOf, joinChanges, type Key, type RowChange } from './row-difference';
import { stampRow } from './stamp-row';

/** What the user wants, or a look that changes a paper; a mere sighting is not journalled. */
export type Deed = { intention: 'sight' } | Intention;

export type Intention = Pick<JournalEntry, 'intention' | 'what' | 'from' | 'run' | 'of' | 'title'> & {
  /** Of what an undo takes back: how many changes stay. */
  kept?: number;
  /** The entry that is added to: this is one part of a task. */
  into?: number;
};

/** Writes what a draft decided. */
export type Write = (draft: Draft) => Promise<void>;

/** What was written so far. */
interface Written {
  revision: number;
  stamp: Stamp;
  /** The latest stamp known: another copy of a record may bring one from a clock that is ahead. */
  latest: Stamp;
  changes: Change[];
  /** Papers that came, less those that left. */
  born: number;
  /** Titles of the papers that were written or removed, by id. */
  papers: Map<string, string | undefined>;
  /** Papers of which a sighting was written. */
  sighted: Set<string>;
  /** How far the papers are counted; undefined once all are. */
  counting: CountingPosition | undefined;
}

/**
 * Runs `body` in one strict transaction over the whole library and journals what it wrote. `now` is ISO. Answers with
 * the journal entry, undefined if there is none. Resolves only after the commit. The body of an undo sets `deed.of`.
 */
export async function record(
  db: OffprintDatabase,
  deed: Deed,
  now: string,
  body: (write: Write, stamp: Stamp) => Promise<void>,
): Promise<number | undefined> {
  const tables = deed.intention === 'import' ? [...db.libraryTables, db.staged] : db.libraryTables;
  return db.transaction('rw', tables, async () => {
    const names = ['revision', 'clock', 'session', 'counting'] as const;
    const [last, clock, session, counting] = await db.settings.bulkGet([...names]);
    const revision = Number(last?.value ?? 0) + 1;
    const stamp = nextStamp(clock?.value as Stamp | undefined, Date.parse(now), String(session?.value ?? ''));
    const written: Written = {
      ...{ revision, stamp, latest: stamp, changes: [], born: 0 },
      ...{ papers: new Map(), sighted: new Set() },
      counting: counting?.value as CountingPosition | undefined,
    };
    await body((draft) => write(db, draft, written, now), stamp);
    const { changes, born, papers, sighted } = written;
    const into = deed.intention === 'sight' ? undefined : deed.into;
    if (changes.length === 0 && (deed.intention !== 'undo' || into !== undefined)) return undefined;
    // Where and with how many upvotes a paper was seen is searched for too, so readers must catch up with it.
    for (const id of sighted) if (!papers.has(id)) await db.papers.update(id, { revision });
    await db.settings.put({ name: 'revision', value: revision });
    if (born !== 0) await db.settings.put({ name: 'papers', value: (await countPapers(db)) + born });
    if (deed.intention === 'sight') return undefined;
    await db.settings.put({ name: 'clock', value: written.latest });
    const { kept, into: _, ...intention } = deed;
    const entry =
      into === undefined ? await enter(db, intention, now, papers) : await addTo(db, into, papers);
    await prune(db, now.slice(0, 10), entry);
    if (changes.length > 0)
      await keepChanges(db, entry, changes, into !== undefined && deed.run !== undefined);
    if (deed.of !== undefined) await markUndone(db, deed.of, entry, kept);
    return entry;
  });
}

/** Adds to what an entry changed. What a run does to one row again and again, such as typing, is one change of that row. */
async function keepChanges(
  db: OffprintDatabase,
  entry: number,
  changes: Change[],
  join: boolean,
): Promise<void> {
  const parts = db.changes.where('entry').equals(entry);
  const last = join ? await parts.last() : undefined;
  const [before, after] = [last?.changes, changes].map((some) => (some?.length === 1 ? some[0] : undefined));
  const joined = before && after && joinChanges(before, after);
  if (last && joined) {
    await db.changes.put({ ...last, changes: [joined] });
    return;
  }
  const part = await parts.count();
  await db.changes.add({ entry, part, changes });
  await db.touched.add({ entry, part, papers: touchedBy(changes) });
}

/** The papers that changes are about, in the library or in the trash. */
export function touchedBy(changes: readonly Change[]): string[] {
  const own = changes.filter(({ table }) => table === 'papers' || table === 'trash');
  return [...new Set(own.map(({ key }) => String(key)))];
}

/** All that an entry changed, in the order it did. */
export async function changesOf(db: OffprintDatabase, entry: number): Promise<Change[]> {
  return (await db.changes.where('entry').equals(entry).sortBy('part')).flatMap(({ changes }) => changes);
}

/** Every paper that is written gets the library's new revision, and one that leaves a tombstone. */
async function write(db: OffprintDatabase, draft: Draft, written: Written, now: string): Promise<void> {
  const { revision, stamp } = written;
  const stamped = (change: RowChange) => {
    const { table, key, before } = change;
    const was = draft.was('papers', key) ?? draft.was('trash', key)?.paper;
    return stampRow(change, table === 'papers' && before ? (before as Paper) : was, revision, stamp);
  };
  for (const step of draft.steps) written.changes.push(differenceOf(stamped(step)));
  const changes = draft.changes().map(stamped);
  for (const table of ['papers', 'sightings', 'aliases', 'trash', 'searches'] as const)
    await writeTable(
      db.table(table),
      changes.filter((change) => change.table === table),
    );
  await derive(db, draft, changes, written.counting);
  for (const { table, after } of changes) written.latest = latestOf(written.latest, table, after);
  for (const { table, key } of changes) if (table === 'sightings') written.sighted.add(String(key[0]));
  // Also of a paper that came and left in one change: undoing it leaves the paper in the trash.
  const papers = draft.steps.filter(({ table }) => table === 'papers');
  for (const { key, before, after } of papers) {
    written.born += Number(after !== undefined) - Number(before !== undefined);
    written.papers.set(String(key), ((after ?? before) as Paper).title);
  }
  for (const { table, key, before, after } of draft.steps)
    if (table === 'trash' && before && after) written.papers.set(String(key), (after as Trashed).paper.title); // edited where it lies
  const ids = [...new Set(papers.map(({ key }) => String(key)))];
  const stayed = ids.filter((id) => draft.get('papers', id));
  const left = ids.filter((id) => !draft.get('papers', id));
  if (stayed.length > 0) await db.tombstones.bulkDelete(stayed);
  if (left.length > 0) await db.tombstones.bulkPut(left.map((id) => ({ id, revision, at: now })));
}

function latestOf(latest: Stamp, table: RowChange['table'], row: object | undefined): Stamp {
  if (row === undefined) return latest;
  return stampsIn(table, row).reduce((one, other) => (other > one ? other : one), latest);
}

function stampsIn(table: RowChange['table'], row: object): Stamp[] {
  if (table === 'searches') return [(row as SavedSearchRow).stamp];
  if (table !== 'papers' && table !== 'trash') return [];
  return Object.values((table === 'papers' ? (row as Paper) : (row as Trashed).paper).stamps ?? {});
}

async function writeTable(table: Table<object, Key>, changes: readonly RowChange[]): Promise<void> {
  const rows = changes.flatMap(({ after }) => after ?? []);
  const gone = changes.filter(({ after }) => after === undefined).map(({ key }) => key);
  if (rows.length > 0) await table.bulkPut(rows);
  if (gone.length > 0) await table.bulkDelete(gone);
}

/** Writes the entry, or adds to the one of the same run. */
async function enter(
  db: OffprintDatabase,
  intention: Intention,
  now: string,
  papers: ReadonlyMap<string, string | undefined>,
): Promise<number> {
  const { run, from } = intention;
  const last = run === undefined || from === undefined ? undefined : await entryOfRun(db, intention, now);
  if (last) {
    const { paper: _, ...entry } = last;
    await db.journal.put({ ...entry, papers: last.papers + papers.size });
    return last.entry;
  }
  const [paper] = papers.size === 1 ? papers.keys() : [];
  const [title = intention.title] = [...papers.values()].filter((name) => name !== undefined);
  return db.journal.add(present({ ...intention, at: now, papers: papers.size, paper, title }));
}

async function addTo(
  db: OffprintDatabase,
  entry: number,
  papers: ReadonlyMap<string, string | undefined>,
): Promise<number> {
  const [title] = [...papers.values()].filter((name) => name !== undefined);
  await db.journal.where({ entry }).modify((row) => {
    if (row.paper === undefined || !papers.has(row.paper)) row.papers += papers.size;
    if (title !== undefined) row.title ??= title;
  });
  return entry;
}

/**
 * `entry` took `of` back, of which so many changes stay. If `of` was an undo itself, what it had undone is in effect again
 * (`markDone`).
 */
export async function markUndone(
  db: OffprintDatabase,
  of: number,
  entry: number,
  kept?: number,
): Promise<void> {
  const undone = await db.journal.get(of);
  if (!undone) return;
  const { kept: _, ...row } = undone;
  await db.journal.put(present({ ...row, undoneBy: entry, kept }));
  await markDone(db, row.of);
}

/**
 * An entry is in effect (again): if it is an undo, what it took back counts as undone by it, and what that had undone is in
 * effect too, and so on. Does nothing without an entry.
 */
export async function markDone(db: OffprintDatabase, entry: number | undefined): Promise<void> {
  if (entry === undefined) return;
  await db.journal.where({ entry }).modify((row) => {
    delete row.undoneBy;
    delete row.kept;
  });
  const undone = (await db.journal.get(entry))?.of;
  if (undone !== undefined) await markUndone(db, undone, entry);
}

/** Forgets what lies more than 90 days of use back. */
async function prune(db: OffprintDatabase, day: string, entry: number): Promise<void> {
  const before = (await db.settings.get('days'))?.value as DaysOfUse | undefined;
  const days = addDay(before, day, entry);
  if (days === before) return;
  await db.settings.put({ name: 'days', value: days });
  const [first] = days.firsts;
  if (before === undefined || first === undefined || first === before.firsts[0]) return;
  await db.journal.where('entry').below(first).delete();
  await db.changes.where('entry').below(first).delete();
  await db.touched.where(':id').below([first]).delete();
}
