/**
 * Every way the library changes: one exported function is one intention of the user and one transaction, and resolves
 * after the commit. Each reads what the change is about, decides in memory and writes; storage/change/README.md tells
 * more. Only the background worker calls these. `now` is a moment (ISO).
 */

import { httpUrl } from '@/utils/paper/clean-field';
import { strongKeys } from '@/utils/paper/identity';
import { normalise, type Statement, saidBy } from '@/utils/paper/normalise';
import type { PaperCard } from '@/utils/paper/schema';
import type { Stamp } from '@/utils/paper/stamp';
import type { Draft } from './change/draft';
import { changesOf, type Deed, type Intention, record } from './change/journal';
import { changesPaper, sightStatement } from './change/look';
import { findMatches } from './change/matches';
import { movePart } from './change/move-part';
import { readDraft, readDraftAlone } from './change/read-draft';
import { moveToTrash, saveStatement } from './change/records';
import { revertPart, wholeOf } from './change/revert-part';
import { firstMoment, momentBelow } from './change/saving-order';
import { joinSearches } from './change/search-rows';
import { joinCitationKeys } from './citation-keys';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';
import { noteGone } from './import/note-gone';
import { saveStaged } from './import/save-staged';
import { type Batch, fileRecords, PART, unstage } from './import/staging';
import { entryOfRun, lastRedoable, lastUndoable } from './library';
import { joinOptions } from './options';
import { joinTagColours } from './tag-notes';
import { AT_ONCE, beginImport, beginMove, beginUndo, cancelTask } from './tasks';

/** A command's journal entry, by which it is undone; undefined if nothing changed. */
export type Entry = number | undefined;

/**
 * Saves cards, each as a new record or into the one it belongs to. If one card has nothing to identify it by,
 * none is saved. New papers stand in the library as their cards do here. Calls with the same `run` are one step to undo,
 * and their papers stand below each other. `from` is the listing on which it is undone.
 */
export async function saveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
  run?: string,
  from = listingOf(cards),
): Promise<Entry> {
  const statements = statementsOf(cards, now);
  if (statements.length < cards.length) throw new Failure('unnamed');
  const deed = { intention: 'save', from, ...(run && { run }) } as const;
  return record(db, deed, now, async (write, stamp) => {
    const first = firstMoment(run === undefined ? undefined : await entryOfRun(db, deed, now), now);
    const draft = await readDraft(db, statements.map(saidBy));
    let created = 0;
    for (const statement of statements)
      if (saveStatement(draft, statement, momentBelow(first, created), stamp)) created++;
    await write(draft);
  });
}

/** Moves the papers on these cards to the trash. */
export async function unsaveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
  from = listingOf(cards),
): Promise<Entry> {
  const statements = statementsOf(cards, now);
  const deed = { intention: 'remove', from } as const;
  const read = () => readDraft(db, statements.map(saidBy));
  return change(db, deed, now, read, (draft) => {
    const found = statements.map((statement) => {
      const said = saidBy(statement);
      const papers = findMatches(draft, said);
      const strong = strongKeys(said);
      return papers.find((paper) => strongKeys(paper).some((key) => strong.includes(key))) ?? papers[0];
    });
    for (const paper of found) if (paper) moveToTrash(draft, paper.id, now);
  });
}

/** What the library knows of the cards on a page, and what it learns from them. */
export interface Look {
  /** Card by card, whether it is saved. */
  saved: boolean[];
  /** Adds sightings and missing fields to the papers that are saved. May be called later, or never. */
  write(): Promise<void>;
}

/** Looks at the cards on a page. What they change of a paper stands in the history, paper by paper. Writes nothing yet. */
export async function sightCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<Look> {
  const statements = cards.map((card) => normalise(card, now));
  const named = statements.filter((statement) => statement !== undefined);
  // Most visits change nothing, and a read transaction blocks no writer.
  const seen = await readDraftAlone(db, named.map(saidBy));
  const telling = named.filter((statement) => changesPaper(seen, statement));
  const saved = new Set(named.filter((statement) => sightStatement(seen, statement)));
  const write = async () => {
    if (seen.changes().length > 0) await writeLook(db, named, telling, now);
  };
  return { saved: statements.map((statement) => statement !== undefined && saved.has(statement)), write };
}

/** `telling` are the statements that change a paper. If another one does by now, it is left to the next look. */
async function writeLook(
  db: OffprintDatabase,
  statements: readonly Statement[],
  telling: readonly Statement[],
  now: string,
): Promise<void> {
  await db.transaction('rw', db.libraryTables, async () => {
    for (const statement of telling)
      await change(
        db,
        { intention: 'look' },
        now,
        () => readDraft(db, [saidBy(statement)]),
        (draft) => {
          if (changesPaper(draft, statement)) sightStatement(draft, statement);
        },
      );
    const read = () => readDraft(db, statements.map(saidBy));
    await change(db, { intention: 'sight' }, now, read, (draft) => {
      for (const statement of statements)
        if (!changesPaper(draft, statement)) sightStatement(draft, statement);
    });
  });
}

/** Moves papers to the trash, in one step; very many are a task, whose entry is running. */
export async function removePapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  return moveAll(db, 'remove', ids, now);
}

/** Brings papers back from the trash, in the same way. */
export async function restorePapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  return moveAll(db, 'restore', ids, now);
}

/**
 * Merges the staged papers of a batch into the library, as one entry. Many papers are a task: then the entry is running,
 * and `taskStep` (tasks.ts) goes on.
 */
export async function importStaged(db: OffprintDatabase, batch: Batch, now: string): Promise<Entry> {
  if (batch.parts > AT_ONCE / PART) return beginImport(db, batch, now);
  return record(db, { intention: 'import' }, now, async (write, stamp) => {
    const rows = await db.staged.where({ batch: batch.batch }).sortBy('part');
    if (rows.length !== batch.parts) throw new Failure('refused'); // given up meanwhile
    const file = await fileRecords(db, batch.batch);
    for (const row of rows) await saveStaged(db, row, file, write, stamp, now);
    await noteGone(
      db,
      rows.flatMap(({ gone = [] }) => gone),
    ); // last: no record of this file is gone
    const beside = rows.flatMap((row) => row.rows ?? []);
    await joinTagColours(db, beside);
    await joinOptions(db, beside);
    await joinCitationKeys(db, beside);
    await write(await joinSearches(db, beside));
    await unstage(db, batch.batch);
  });
}

/**
 * Undoes one journal entry: the given one, or the last one made on the listing `from`, or the last one of all. What was
 * changed since then stays. Undoing an undo redoes it, and undoing what is under way cancels it. An entry about many
 * papers is undone by a task.
 */
export async function undo(
  db: OffprintDatabase,
  which: number | { from?: string },
  now: string,
): Promise<Entry> {
  const undone = typeof which === 'number' ? await db.journal.get(which) : await lastUndoable(db, which.from);
  if (!undone) throw new Failure('refused');
  const { entry: of } = undone;
  if (undone.running) return cancelTask(db, of, now);
  if (undone.papers > AT_ONCE) return beginUndo(db, of, now);
  const deed: Intention = { intention: 'undo', of };
  return record(db, deed, now, async (write) => {
    const entry = await db.journal.get(of);
    if (!entry || entry.undoneBy || entry.running) throw new Failure('refused');
    const changes = await changesOf(db, of);
    const kept = await revertPart(db, { entry, changes, whole: wholeOf(changes) }, write, now);
    if (kept > 0) deed.kept = kept;
  });
}

/**
 * Does again what was undone last, and so on step by step; undefined if there is nothing, or if something was done since
 * (`lastRedoable`).
 */
export async function redo(db: OffprintDatabase, now: string): Promise<Entry> {
  const undone = await lastRedoable(db);
  return undone && undo(db, undone.entry, now);
}

async function moveAll(
  db: OffprintDatabase,
  move: 'remove' | 'restore',
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  if (ids.length > AT_ONCE) return beginMove(db, ids, move, now);
  return record(db, { intention: move }, now, (write) => movePart(db, { ids, move }, write, now));
}

/** One intention in one step: read what it is about, decide, write. */
async function change(
  db: OffprintDatabase,
  deed: Deed,
  now: string,
  read: () => Promise<Draft>,
  decide: (draft: Draft, stamp: Stamp) => void,
): Promise<Entry> {
  return record(db, deed, now, async (write, stamp) => {
    const draft = await read();
    decide(draft, stamp);
    await write(draft);
  });
}

function statementsOf(cards: readonly PaperCard[], now: string): Statement[] {
  return cards.map((card) => normalise(card, now)).filter((statement) => statement !== undefined);
}

/** The listing that cards are on, as the page calls it; '' if it is unknown. The history knows a change by it. */
export function listingOf([card]: readonly Pick<PaperCard, 'listing'>[]): string {
  return httpUrl(card?.listing) ?? '';
}
