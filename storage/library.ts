/** READ: what pages ask of the library. Every function works inside `liveQuery`. */

import { KEYS } from '@/utils/paper/identity';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { JournalEntry, OffprintDatabase, Task, Trashed } from './database';
import type { UpgradePosition } from './setting-rows';

/** The newest papers, at most `limit` (one or more). Papers saved at the same moment come by id. */
export function newestPapers(db: OffprintDatabase, limit: number): Promise<Paper[]> {
  return db.transaction('r', db.papers, async () => {
    const saved = db.papers.orderBy('savedAt');
    // Reading backwards would reverse the ids too, and pick the wrong papers where the limit cuts through one moment.
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

/** The ids of the papers at these places, of the newest first; those of one moment by id, from behind. */
export async function idsByAge(db: OffprintDatabase, from: number, to: number): Promise<string[]> {
  return db.papers
    .orderBy('savedAt')
    .reverse()
    .offset(from)
    .limit(to - from)
    .primaryKeys();
}

/**
 * The papers from place `from` up to, but without, `to`, in the order of `newestPapers`, of `total` papers. What lies
 * before them is counted, which takes 2 s per 100,000 (2026-11-27): the search index is faster.
 */
export async function papersByAge(
  db: OffprintDatabase,
  from: number,
  to: number,
  total: number,
): Promise<Paper[]> {
  return db.transaction('r', db.papers, async () => {
    const saved = db.papers.orderBy('savedAt');
    const momentAt = async (place: number) => {
      const [near, away] =
        place < total / 2 ? [saved.clone().reverse(), place] : [saved.clone(), total - 1 - place];
      return (await near.offset(Math.max(0, away)).limit(1).keys())[0];
    };
    if (from >= Math.min(to, total)) return [];
    const [newest, oldest] = [await momentAt(from), await momentAt(Math.min(to, total) - 1)];
    if (newest === undefined || oldest === undefined) return [];
    const rows = newestFirst(await db.papers.where('savedAt').between(oldest, newest, true, true).toArray());
    const newer = await db.papers.where('savedAt').above(newest).count();
    return rows.slice(from - newer, to - newer);
  });
}

/** The place of a paper in that order; undefined if it is not in the library. It takes as long. */
export async function placeByAge(db: OffprintDatabase, id: string): Promise<number | undefined> {
  return db.transaction('r', db.papers, async () => {
    const paper = await db.papers.get(id);
    if (!paper) return undefined;
    const newer = await db.papers.where('savedAt').above(paper.savedAt).count();
    const together = await db.papers.where('savedAt').equals(paper.savedAt).primaryKeys();
    return newer + together.indexOf(id);
  });
}

/** Reverses the order of moments, but keeps the order of papers within each. */
export function newestFirst(papers: Paper[]): Paper[] {
  return papers.sort((a, b) => (a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1));
}

/** How many papers there are. The number is stored, so nothing is counted. */
export async function countPapers(db: OffprintDatabase): Promise<number> {
  return Number((await db.settings.get('papers'))?.value ?? 0);
}

/**
 * What the user did lately and can undo or redo, newest first. An undo is shown with the entry that it undid. What a page
 * changed by being looked at is no deed of the user.
 */
export function recentHistory(db: OffprintDatabase, limit: number): Promise<JournalEntry[]> {
  return db.journal
    .reverse()
    .filter(({ intention }) => intention !== 'undo' && intention !== 'look')
    .limit(limit)
    .toArray();
}

/** Entries read at once. */
const ENTRIES = 500;

/** An entry of the history, and what it is. */
export type EntryKind = Pick<JournalEntry, 'entry' | 'intention'>;

/**
 * All entries that `recentHistory` tells of, oldest first. `known` is an earlier answer: what is in it is not read again,
 * because an entry never changes its kind. So a history of one kind needs no read of its own, and no index.
 */
export async function historyEntries(
  db: OffprintDatabase,
  known: readonly EntryKind[] = [],
): Promise<readonly EntryKind[]> {
  const oldest = (await db.journal.orderBy(':id').first())?.entry ?? Number.POSITIVE_INFINITY;
  const entries = known.filter(({ entry }) => entry >= oldest);
  for (let last = entries.at(-1)?.entry ?? 0; ; ) {
    const rows = await db.journal.where(':id').above(last).limit(ENTRIES).toArray();
    for (const { entry, intention } of rows)
      if (intention !== 'undo' && intention !== 'look') entries.push({ entry, intention });
    if (rows.length < ENTRIES) return entries;
    last = rows.at(-1)?.entry ?? last;
  }
}

/** The newest entry of the user's own that is not undone: of all, or of those made on the listing `from`. */
export async function lastUndoable(db: OffprintDatabase, from?: string): Promise<JournalEntry | undefined> {
  const entries = from === undefined ? db.journal : db.journal.where({ from });
  return entries
    .reverse()
    .filter(({ intention, undoneBy }) => intention !== 'undo' && intention !== 'look' && !undoneBy)
    .first();
}

/** Messages of one run follow each other within this time (ms). */
const RUN = 3_600_000;

/** The entry that earlier messages of the same run on a listing made, unless it was undone since. `now` is ISO. */
export function entryOfRun(
  db: OffprintDatabase,
  { from, run }: Pick<JournalEntry, 'from' | 'run'>,
  now: string,
): Promise<JournalEntry | undefined> {
  const since = new Date(Date.parse(now) - RUN).toISOString();
  return db.journal
    .where({ from })
    .reverse()
    .until(({ at }) => at < since)
    .filter((entry) => entry.run === run && !entry.undoneBy)
    .first();
}

/**
 * The undo that was made last of those still in effect, which is what a redo takes back. None if something was done since:
 * the user went on from there, and doing the older steps again would mix them with the newer.
 */
export async function lastRedoable(db: OffprintDatabase): Promise<JournalEntry | undefined> {
  return db.transaction('r', db.journal, async () => {
    const undos = await db.journal
      .reverse()
      .filter(({ intention }) => intention !== 'look')
      .until(({ intention }) => intention !== 'undo')
      .toArray();
    const undone = await db.journal.bulkGet(undos.map(({ of = 0 }) => of));
    return undos.find(({ entry }, index) => {
      const deed = undone[index];
      return deed?.intention !== 'undo' && deed?.undoneBy === entry;
    });
  });
}

/** Large changes that are under way or wait, in this order. */
export async function tasksUnderWay(db: OffprintDatabase): Promise<Task[]> {
  return ((await db.settings.get('tasks'))?.value as Task[] | undefined) ?? [];
}

/** Where the upgrade of older rows goes on; undefined once all are of this version, with the keys of today's rules. */
export async function upgradePosition(db: OffprintDatabase): Promise<UpgradePosition | undefined> {
  const [upgrade, keys] = await db.settings.bulkGet(['upgrade', 'keys']);
  const outdated = keys?.value !== KEYS;
  return (upgrade?.value ?? (outdated ? { table: 'papers' } : undefined)) as UpgradePosition | undefined;
}

/** Whether a library of before is still being brought up to date: its rows, its numbers, or what its history touched. */
export async function isBehind(db: OffprintDatabase): Promise<boolean> {
  const left = await db.settings.bulkGet(['counting', 'touching']);
  return left.some((row) => row !== undefined) || (await upgradePosition(db)) !== undefined;
}

/** Where a paper of the library was seen, in no order. */
export function sightingsOf(db: OffprintDatabase, paper: string): Promise<Sighting[]> {
  return db.sightings.where({ paper }).toArray();
}

/** What lies in the trash, latest first. */
export function trashedPapers(db: OffprintDatabase, limit: number): Promise<Trashed[]> {
  return db.trash.orderBy('trashedAt').reverse().limit(limit).toArray();
}

/** The ids of all that lies in the trash, in the order of `trashedPapers`. */
export function trashedIds(db: OffprintDatabase): Promise<string[]> {
  return db.trash.orderBy('trashedAt').reverse().primaryKeys();
}

/** All papers, or those of some ids, and their sightings by paper id, as of one moment. */
export async function papersWithSightings(
  db: OffprintDatabase,
  ids?: readonly string[],
): Promise<{ papers: Paper[]; sightings: Map<string, Sighting[]> }> {
  const [papers, rows] = await db.transaction('r', db.papers, db.sightings, async () => {
    if (!ids) return [await db.papers.toArray(), await db.sightings.toArray()] as const;
    const found = (await db.papers.bulkGet([...ids])).filter((paper) => paper !== undefined);
    return [found, await db.sightings.where('paper').anyOf(ids).toArray()] as const;
  });
  const sightings = new Map<string, Sighting[]>();
  for (const row of rows) sightings.set(row.paper, [...(sightings.get(row.paper) ?? []), row]);
  return { papers, sightings };
}
