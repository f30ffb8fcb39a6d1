/** Reading the library. Every function can stand inside `liveQuery`. */
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { JournalEntry, OffprintDatabase, Trashed } from './database';

/** The papers saved last, newest first, and those of one moment by id; at most `limit`, which is at least one. */
export function newestPapers(db: OffprintDatabase, limit: number): Promise<Paper[]> {
  return db.transaction('r', db.papers, async () => {
    const saved = db.papers.orderBy('savedAt');
    // Read backwards, ids would descend too, and of a moment that the limit cuts the wrong ones would come.
    const [last] = await saved
      .clone()
      .reverse()
      .offset(limit - 1)
      .limit(1)
      .keys();
    if (last === undefined) return newestFirst(await saved.toArray());
    const newer = await db.papers.where('savedAt').above(last).toArray();
    const rest = limit - newer.length;
    return [...newestFirst(newer), ...(await db.papers.where('savedAt').equals(last).limit(rest).toArray())];
  });
}

/** Turns the order of moments around, but not that of the papers of each. */
function newestFirst(papers: Paper[]): Paper[] {
  return papers.sort((a, b) => (a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1));
}

/** How many papers there are, without counting them. */
export async function countPapers(db: OffprintDatabase): Promise<number> {
  return Number((await db.settings.get('papers'))?.value ?? 0);
}

/** How many papers were saved at or after `moment` (ISO). */
export function countSavedSince(db: OffprintDatabase, moment: string): Promise<number> {
  return db.papers.where('savedAt').aboveOrEqual(moment).count();
}

/** Papers by id, in the order asked for; those that are gone are left out. */
export async function papersById(db: OffprintDatabase, ids: readonly string[]): Promise<Paper[]> {
  return (await db.papers.bulkGet([...ids])).filter((paper) => paper !== undefined);
}

/**
 * The next at most `limit` papers written after `revision`, oldest change first, and the ids of all records that left
 * since. `revision` of the answer is where to go on from; `complete` tells that nothing is left to read now.
 */
export async function changesSince(
  db: OffprintDatabase,
  revision: number,
  limit: number,
): Promise<{ revision: number; papers: Paper[]; removed: string[]; complete: boolean }> {
  return db.transaction('r', db.papers, db.tombstones, async () => {
    const page = await db.papers.where('revision').above(revision).limit(limit).toArray();
    const removed = await db.tombstones.where('revision').above(revision).toArray();
    const last = page.at(-1)?.revision;
    // One change may have written more papers than fit the page: it is read whole.
    const rest =
      page.length < limit || last === undefined ? [] : await db.papers.where({ revision: last }).toArray();
    const papers = rest.length > 0 ? [...page.filter((paper) => paper.revision !== last), ...rest] : page;
    const complete = page.length < limit;
    const newest = Math.max(revision, last ?? 0, (complete && removed.at(-1)?.revision) || 0); // both in this order
    return { revision: newest, papers, removed: removed.map(({ id }) => id), complete };
  });
}

/** What was done lately and can be undone or done again, newest first; undos show at what they took back. */
export function recentHistory(db: OffprintDatabase, limit: number): Promise<JournalEntry[]> {
  return db.journal
    .reverse()
    .filter(({ intention }) => intention !== 'undo')
    .limit(limit)
    .toArray();
}

/** The newest entry that was not undone yet: of all, or of those asked for on the listing `from`. */
export async function lastUndoable(db: OffprintDatabase, from?: string): Promise<JournalEntry | undefined> {
  const entries = from === undefined ? db.journal : db.journal.where({ from });
  return entries
    .reverse()
    .filter(({ intention, undoneBy }) => intention !== 'undo' && !undoneBy)
    .first();
}

/** What lies in the trash, latest first. */
export function trashedPapers(db: OffprintDatabase, limit: number): Promise<Trashed[]> {
  return db.trash.orderBy('trashedAt').reverse().limit(limit).toArray();
}

/** All papers with their sightings by paper id, as they stand in one moment. */
export async function wholeLibrary(
  db: OffprintDatabase,
): Promise<{ papers: Paper[]; sightings: Map<string, Sighting[]> }> {
  const [papers, rows] = await db.transaction(
    'r',
    db.papers,
    db.sightings,
    async () => [await db.papers.toArray(), await db.sightings.toArray()] as const,
  );
  const sightings = new Map<string, Sighting[]>();
  for (const row of rows) sightings.set(row.paper, [...(sightings.get(row.paper) ?? []), row]);
  return { papers, sightings };
}
