/**
 * Every way the library changes: one exported function is one intention of the user and one transaction, and resolves
 * after the commit. Only the background worker calls these. `now` is a moment (ISO).
 */
import { absorb } from '@/utils/merge';
import { normalise, type Statement } from '@/utils/normalise';
import type { PaperCard } from '@/utils/paper';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';
import { record } from './journal';
import { findMatches } from './matches';
import { moveToTrash, saveStatement, sightStatement } from './records';
import { revertEntry } from './undo';

/** A command's journal entry, by which it is undone; undefined if nothing changed. */
export type Entry = number | undefined;

/** Saves cards, each as a new record or into the one it belongs to. A card that can never be named is refused, and with it none is saved. */
export async function saveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<Entry> {
  const statements = cards.map((card) => normalise(card, now));
  if (statements.includes(undefined)) throw new Failure('unnamed');
  const { entry } = await record(db, 'save', now, async (recorder) => {
    for (const statement of statements) if (statement) await saveStatement(db, recorder, statement, now);
  });
  return entry;
}

/** Adds sightings and missing fields to those papers that are in the library already; tells which are, card by card. */
export async function sightCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<boolean[]> {
  const statements = cards.map((card) => normalise(card, now));
  const named = statements.filter((statement) => statement !== undefined);
  // Most visits change nothing, and a reading transaction makes no writer wait.
  const tables = [db.papers, db.aliases, db.sightings, db.trash];
  const known = await db.transaction('r', tables, async () => recognise(db, named));
  const news = named.filter((_, index) => known[index] === 'news');
  if (news.length > 0) {
    await record(db, 'sight', now, async (recorder) => {
      for (const statement of news) await sightStatement(db, recorder, statement);
    });
  }
  return statements.map(
    (statement) => statement !== undefined && known[named.indexOf(statement)] !== undefined,
  );
}

/** Moves papers to the trash. */
export async function removePapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  const { entry } = await record(db, 'remove', now, async (recorder) => {
    for (const id of ids) await moveToTrash(db, recorder, id, now);
  });
  return entry;
}

/** Takes one journalled intention back; what was changed since then stays. */
export async function undo(db: OffprintDatabase, entry: number, now: string): Promise<Entry> {
  const undone = await record(db, 'undo', now, async (recorder) => {
    const journalled = await db.journal.get(entry);
    if (!journalled || journalled.undoneAt) throw new Failure('refused');
    await revertEntry(db, recorder, journalled.changes, now);
    await db.journal.update(entry, { undoneAt: now });
  });
  return undone.entry;
}

/** Per statement: undefined if its paper is not saved, else whether the statement says anything new about it. */
async function recognise(
  db: OffprintDatabase,
  statements: readonly Statement[],
): Promise<('known' | 'news' | undefined)[]> {
  const matches = await findMatches(db, statements);
  const trashed = await findMatches(db, statements, 'trash');
  const seen = await db.sightings.bulkGet(
    statements.map(({ sighting: { site, url } }, index) => [matches[index]?.[0]?.id ?? '', site, url]),
  );
  return statements.map((statement, index) => {
    const [paper, ...others] = matches[index] ?? [];
    if (!paper) return undefined;
    const before = seen[index];
    const { upvotes = before?.upvotes, comments = before?.comments } = statement.sighting;
    const sameSighting = before !== undefined && before.upvotes === upvotes && before.comments === comments;
    const ambiguous = others.length + (trashed[index]?.length ?? 0) > 0;
    return sameSighting && (ambiguous || absorb(paper, statement) === paper) ? 'known' : 'news';
  });
}
