/**
 * Every way the library changes: one exported function is one intention of the user and one transaction, and resolves
 * after the commit. Only the background worker calls these. `now` is a moment (ISO).
 */

import { strongKeys } from '@/utils/paper/identity';
import { absorb } from '@/utils/paper/merge';
import { normalise, type Statement, saidBy } from '@/utils/paper/normalise';
import type { PaperCard } from '@/utils/paper/schema';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';
import { aliasesOf, type Batch, partFresh, stagedApart, unstage } from './import/staging';
import { changesOf, record, type Wish } from './journal';
import { lastUndoable } from './library';
import { findMatches } from './matches';
import { moveToTrash, restore, saveRecord, saveStatement, sightStatement } from './records';
import { revertEntry } from './undo';

/** A command's journal entry, by which it is undone; undefined if nothing changed. */
export type Entry = number | undefined;

/** Saves cards, each as a new record or into the one it belongs to. A card that can never be named is refused, and with it none is saved. Calls with the same `run` are one step to undo. */
export async function saveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
  run?: string,
): Promise<Entry> {
  const statements = cards.map((card) => normalise(card, now)).filter((statement) => statement !== undefined);
  if (statements.length < cards.length) throw new Failure('unnamed');
  const deed = { intention: 'save', from: statements[0]?.sighting?.url ?? '', ...(run && { run }) } as const;
  const { entry } = await record(db, deed, now, async (recorder) => {
    for (const statement of statements) await saveStatement(db, recorder, statement, now);
  });
  return entry;
}

/** Moves the papers that cards speak of to the trash. */
export async function unsaveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<Entry> {
  const statements = cards.map((card) => normalise(card, now)).filter((statement) => statement !== undefined);
  const deed = { intention: 'remove', from: statements[0]?.sighting?.url ?? '' } as const;
  const { entry } = await record(db, deed, now, async (recorder) => {
    const matches = await findMatches(db, statements.map(saidBy));
    for (const [index, papers] of matches.entries()) {
      const said = statements[index]?.identifiers ?? {};
      const certain = papers.find((paper) =>
        strongKeys(paper).some((key) => strongKeys({ identifiers: said }).includes(key)),
      );
      const paper = certain ?? papers[0];
      if (paper) await moveToTrash(db, recorder, paper.id, now);
    }
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
    await record(db, { intention: 'sight' }, now, async (recorder) => {
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
  const { entry } = await record(db, { intention: 'remove' }, now, async (recorder) => {
    for (const id of ids) await moveToTrash(db, recorder, id, now);
  });
  return entry;
}

/** Brings papers back from the trash. */
export async function restorePapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  const { entry } = await record(db, { intention: 'restore' }, now, async (recorder) => {
    for (const id of ids) await restore(db, recorder, id);
  });
  return entry;
}

/**
 * Merges the staged papers of a batch, which has so many parts, into the library, as one entry; `onProgress` hears how many are done. Nothing is kept
 * unless all of it is.
 */
export async function importStaged(
  db: OffprintDatabase,
  { batch, parts }: Batch,
  now: string,
  onProgress: (done: number) => void,
): Promise<Entry> {
  const { entry } = await record(db, { intention: 'import' }, now, async (recorder) => {
    const keys = await db.staged.where({ batch }).primaryKeys();
    if (keys.length !== parts) throw new Failure('refused'); // given up meanwhile
    let done = 0;
    const apart = await stagedApart(db, batch);
    for (const key of keys) {
      const records = (await db.staged.get(key))?.records ?? [];
      const { fresh, others } = await partFresh(db, records, apart);
      await recorder.putAll(
        'papers',
        fresh.map(({ paper }) => paper),
      );
      await recorder.putAll(
        'sightings',
        fresh.flatMap(({ sightings }) => sightings),
      );
      await recorder.putAll(
        'aliases',
        fresh.flatMap(({ paper }) => aliasesOf(paper)),
      );
      for (const other of others) await saveRecord(db, recorder, other, apart);
      done += records.length;
      onProgress(done);
    }
    await unstage(db, batch);
  });
  return entry;
}

/**
 * Takes one journalled intention back: a given entry, or the last that was asked for on the listing `from` or, without
 * one, anywhere. What was changed since then stays. Undoing an undo does it again.
 */
export async function undo(
  db: OffprintDatabase,
  which: number | { from?: string },
  now: string,
): Promise<Entry> {
  const deed: Wish = { intention: 'undo' };
  const { entry } = await record(db, deed, now, async (recorder) => {
    const journalled =
      typeof which === 'number' ? await db.journal.get(which) : await lastUndoable(db, which.from);
    if (!journalled || journalled.undoneBy) throw new Failure('refused');
    deed.of = journalled.entry;
    await revertEntry(db, recorder, await changesOf(db, journalled.entry), now);
  });
  return entry;
}

/** Per statement: undefined if its paper is not saved, else whether the statement says anything new about it. */
async function recognise(
  db: OffprintDatabase,
  statements: readonly Statement[],
): Promise<('known' | 'news' | undefined)[]> {
  const said = statements.map(saidBy);
  const matches = await findMatches(db, said);
  const trashed = await findMatches(db, said, 'trash');
  const seen = await db.sightings.bulkGet(
    statements.map(({ site, sighting }, index) => [matches[index]?.[0]?.id ?? '', site, sighting?.url ?? '']),
  );
  return statements.map((statement, index) => {
    const [paper, ...others] = matches[index] ?? [];
    if (!paper) return undefined;
    const before = seen[index];
    const { upvotes = before?.upvotes, comments = before?.comments } = statement.sighting ?? {};
    const sameSighting = before !== undefined && before.upvotes === upvotes && before.comments === comments;
    const ambiguous = others.length + (trashed[index]?.length ?? 0) > 0;
    return sameSighting && (ambiguous || absorb(paper, statement) === paper) ? 'known' : 'news';
  });
}
