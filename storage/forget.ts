/**
 * Deleting for good: commands like those of commands.ts, but without a way back. They clear all that the library keeps of
 * papers in the trash, and mark the search index, which the worker then rewrites without them (search/upkeep/sweep.ts).
 */
import { Dexie } from 'dexie';
import { keysOf } from '@/utils/paper/identity';
import { dropAlike } from './alike-step';
import { Tally } from './change/derive';
import { touchedBy } from './change/journal';
import { ownerOf } from './change/revert';
import { countedShare } from './counts';
import type { Change, JournalEntry, OffprintDatabase } from './database';
import { Failure } from './failure';
import { changeWithoutWords, forgetWords } from './forget-words';
import { tasksUnderWay } from './library';
import { markForgotten } from './search/rows/forgotten';
import { forgetTags } from './tag-notes';

/** What is to be cleared: records, the keys that lead to them, and the ids of records that were merged into them. */
interface Forgotten {
  ids: Set<string>;
  keys: Set<string>;
}

/**
 * Deletes papers that lie in the trash, for good. Answers with how many these were; `busy` if a task is under way, which
 * may bring them back. `now` is ISO.
 */
export async function forgetPapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<number> {
  // Digests come first: awaiting one inside the transaction would end it.
  const keys = [...ids, ...(await keysTo(db, ids))];
  const digests = new Map(await Promise.all(keys.map(async (key) => [key, await digestOf(key)] as const)));
  return db.transaction('rw', [...db.libraryTables, db.staged, db.alike], async () => {
    if ((await tasksUnderWay(db)).length > 0) throw new Failure('busy');
    const trashed = (await db.trash.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
    if (trashed.length === 0) return 0;
    const revision = Number((await db.settings.get('revision'))?.value ?? 0) + 1;
    const papers = trashed.map(({ id }) => id);
    const aliases = await keysTo(db, papers);
    const merged = await goneAmong(db, aliases);
    const forgotten = {
      ids: new Set([...papers, ...merged]),
      keys: new Set([...papers, ...aliases, ...trashed.flatMap(({ paper }) => keysOf(paper))]),
    };
    await db.trash.bulkDelete(papers);
    await countDeleted(db, papers.length);
    for (const id of papers) await db.aliases.where('paper').equals(id).delete();
    for (const id of papers) await db.sightings.where('paper').equals(id).delete();
    await forgetWords(
      db,
      trashed.map(({ paper }) => paper),
      forgotten.ids,
    );
    await dropAlike(db, papers);
    await db.citationKeys.bulkDelete([...forgotten.ids]);
    await clearHistory(db, forgotten);
    await clearStaged(db, forgotten);
    const left = (await db.tombstones.bulkGet(merged)).flatMap((row) => row?.id ?? []);
    const hidden = [...papers, ...left].flatMap((id) => digests.get(id) ?? []);
    await db.tombstones.bulkDelete([...forgotten.ids]);
    await db.tombstones.bulkPut(hidden.map((id) => ({ id, revision, at: now })));
    await db.settings.put({ name: 'revision', value: revision });
    await forgetTags(db);
    await markForgotten(db, revision);
    return papers.length;
  });
}

/** Deletes for good all that lies in the trash. Answers with how many papers these were. `now` is ISO. */
export async function emptyTrash(db: OffprintDatabase, now: string): Promise<number> {
  return forgetPapers(db, await db.trash.toCollection().primaryKeys(), now);
}

/** The id of the tombstone of a record that was deleted for good. It cannot be read back, as a title's key can. */
async function digestOf(id: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  return `gone:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The keys that lead to some records. */
async function keysTo(db: OffprintDatabase, ids: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(ids.map((id) => db.aliases.where('paper').equals(id).toArray()));
  return rows.flat().map(({ key }) => key);
}

/** Which of these keys no record has as its id: records that had one were merged into another. */
async function goneAmong(db: OffprintDatabase, keys: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(keys)];
  const [papers, trash] = [await db.papers.bulkGet(wanted), await db.trash.bulkGet(wanted)];
  return wanted.filter((_, index) => !(papers[index] ?? trash[index]));
}

/** Takes papers from the number of those in the trash, unless that is still to be counted. */
async function countDeleted(db: OffprintDatabase, papers: number): Promise<void> {
  if ((await countedShare(db)) < 1) return;
  const tally = new Tally();
  tally.add({ of: 'trash', value: '' }, -papers);
  await tally.write(db);
}

/** Removes what journal entries know of these records, and entries of which nothing is left. */
async function clearHistory(db: OffprintDatabase, { ids }: Forgotten): Promise<void> {
  const deleted = new Set<number>();
  for (const entry of await db.journal.toCollection().primaryKeys()) {
    const rows = await db.changes.where({ entry }).toArray();
    const changes = rows.flatMap((row) => row.changes);
    const concerned = new Set([...ids, ...changes.flatMap((change) => partnerOf(change, ids))]);
    const stays = (change: Change) => !concerned.has(ownerOf(change));
    const cleared = (all: readonly Change[]) =>
      all.filter(stays).flatMap((change) => changeWithoutWords(change, ids) ?? []);
    const rest = cleared(changes);
    const step = await db.journal.get(entry);
    if (!step || (rest.length === changes.length && rest.every((one, place) => one === changes[place])))
      continue;
    // What was undone stays undone, even if the undo has nothing left to take back.
    if (rest.length === 0 && (step.of === undefined || deleted.has(step.of))) {
      deleted.add(entry);
      await db.journal.delete(entry);
      await db.changes.where({ entry }).delete();
      await db.touched.where(':id').between([entry], [entry, Dexie.maxKey]).delete();
      continue;
    }
    // Rows stay where they are, even empty ones: a run that goes on numbers its parts by their count.
    const left = rows.map((row) => ({ ...row, changes: cleared(row.changes) }));
    await db.changes.bulkPut(left);
    await db.touched.bulkPut(left.map(({ part, changes }) => ({ entry, part, papers: touchedBy(changes) })));
    await db.journal.put(await withoutTitle(db, step, changes, rest));
  }
}

/** The record that a change merges one of `ids` into, or parts it from: what it got from that one is in the entry, too. */
function partnerOf({ table, key }: Change, ids: ReadonlySet<string>): string[] {
  const [from = '', to = ''] = table === 'aliases' ? key : [];
  return ids.has(from) ? [to] : [];
}

/** An entry with a count and a title of the papers that it is still about. */
async function withoutTitle(
  db: OffprintDatabase,
  { title: _, paper: __, ...step }: JournalEntry,
  changes: readonly Change[],
  rest: readonly Change[],
): Promise<JournalEntry> {
  const [before, after] = [papersIn(changes), papersIn(rest)];
  const papers = Math.max(0, step.papers - (before.length - after.length));
  for (const id of after) {
    const { title } = (await db.papers.get(id)) ?? (await db.trash.get(id))?.paper ?? {};
    if (title !== undefined) return { ...step, papers, title };
  }
  return { ...step, papers };
}

function papersIn(changes: readonly Change[]): string[] {
  const edited = ({ table, after }: Change) => table === 'papers' || (table === 'trash' && after?.paper);
  return [...new Set(changes.filter(edited).map(ownerOf))];
}

/**
 * Gives up imports that would bring one of these records. The whole of each: whoever chooses among staged papers tells
 * them by their places.
 */
async function clearStaged(db: OffprintDatabase, { ids, keys }: Forgotten): Promise<void> {
  const batches = new Set<string>();
  for (const key of await db.staged.toCollection().primaryKeys()) {
    const { batch, records = [], gone = [] } = (await db.staged.get(key)) ?? { batch: '' };
    const known = records.some(({ paper }) => [paper.id, ...keysOf(paper)].some((one) => keys.has(one)));
    if (known || gone.some(({ id }) => ids.has(id))) batches.add(batch);
  }
  for (const batch of batches) await db.staged.where({ batch }).delete();
}
