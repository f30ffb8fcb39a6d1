/**
 * The person's word on which records are one paper: commands like those of commands.ts. Either word is a register with a
 * stamp (utils/paper/registers.ts), which travels with backups; the later one counts. No rule joins across “two papers”, and
 * what was joined can be parted. `now` is a moment (ISO).
 */
import type { Choices } from '@/utils/paper/choices';
import type { EditableField } from '@/utils/paper/fields';
import { keysOf } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import { withTyped } from '@/utils/paper/typed-field';
import type { Draft } from './change/draft';
import { changesOf, type Intention, record } from './change/journal';
import { readRecords } from './change/read-draft';
import { joinRecords, putAliases } from './change/records';
import { sameValue } from './change/row-difference';
import { type Entry, undo } from './commands';
import type { Change, JournalEntry, OffprintDatabase } from './database';
import { Failure } from './failure';
import { mergesOf } from './merges';
import { sayApart, undoMerge } from './parting';

/**
 * Says that records are two or more papers, however alike they are. Of one that was joined with another by hand, the join is
 * undone first, by an entry of its own; `refused` where that cannot be done any more.
 */
export async function tellApart(db: OffprintDatabase, ids: readonly string[], now: string): Promise<Entry> {
  return db.transaction('rw', db.libraryTables, async () => {
    await partJoined(db, ids, now);
    return markApart(db, ids, now);
  });
}

async function partJoined(db: OffprintDatabase, ids: readonly string[], now: string): Promise<void> {
  for (const id of ids) {
    const holders = await holdersOf(db, id);
    if (!(await db.papers.bulkGet(holders)).some((paper) => paper?.same?.includes(id))) continue;
    const entry = await joinOf(db, id, holders);
    if (entry === undefined) throw new Failure('refused');
    await undo(db, entry, now);
  }
}

/** The records that an id leads to, if there is none of that id. */
async function holdersOf(db: OffprintDatabase, id: string): Promise<string[]> {
  if (await db.papers.get(id)) return [];
  return (await db.aliases.where({ key: id }).toArray()).map(({ paper }) => paper);
}

/** The last entry by which the person made a record a part of another. */
async function joinOf(
  db: OffprintDatabase,
  id: string,
  holders: readonly string[],
): Promise<number | undefined> {
  const merges = (await Promise.all(holders.map((holder) => mergesOf(db, holder)))).flat();
  const joins = merges.filter(
    ({ entry, parts }) => entry.intention === 'join' && parts.some((part) => part.id === id),
  );
  return joins[0]?.entry.entry;
}

async function markApart(db: OffprintDatabase, ids: readonly string[], now: string): Promise<Entry> {
  return record(db, { intention: 'apart' }, now, async (write) => {
    const draft = await readRecords(db, ids);
    sayApart(draft, ids);
    await write(draft);
  });
}

/**
 * Says that records are one paper: they become the one that was saved first. A field that the person chose from another
 * counts as typed. Throws `refused` if one is not there, and `badValue` about a field that the chosen record has not.
 */
export async function joinPapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
  choices: Choices = {},
): Promise<Entry> {
  return record(db, { intention: 'join' }, now, async (write) => {
    const draft = await readRecords(db, ids);
    const papers = new Map(ids.map((id) => [id, draft.get('papers', id)]));
    if ([...papers.values()].includes(undefined)) throw new Failure('refused');
    joinRecords(draft, ids);
    const kept = ids.map((id) => draft.get('papers', id)).find((paper) => paper !== undefined);
    if (kept) chooseFields(draft, kept, papers, choices, now);
    await write(draft);
  });
}

function chooseFields(
  draft: Draft,
  kept: Paper,
  papers: ReadonlyMap<string, Paper | undefined>,
  choices: Choices,
  now: string,
): void {
  let chosen = kept;
  for (const [name, id] of Object.entries(choices)) {
    const field = name as EditableField;
    const from = papers.get(id);
    if (!from) throw new Failure('refused');
    const value = from[field];
    if (value === undefined) throw new Failure('badValue', { about: field });
    if (!sameValue(chosen[field], value)) chosen = withTyped(chosen, field, value, now);
  }
  if (chosen === kept) return;
  draft.put('papers', chosen);
  putAliases(draft, chosen.id, keysOf(chosen));
}

/**
 * Takes a paper apart again: what `merge`, an entry, made a part of it (merges.ts) becomes records of their own, with their
 * identifiers, sightings and notes, and all of them are told apart. What was changed since stays where it is. It is one step;
 * `refused` if the history has that entry no more, or if something else has an identifier of a part by now.
 */
export async function takeApart(
  db: OffprintDatabase,
  id: string,
  merge: number,
  now: string,
): Promise<Entry> {
  const deed: Intention = { intention: 'apart' };
  return record(db, deed, now, async (write) => {
    const found = (await mergesOf(db, id)).find(({ entry }) => entry.entry === merge);
    if (!found || !(await db.papers.get(id))) throw new Failure('refused');
    const { entry, changes } = found;
    if (!(await undoMerge(db, id, found, write, now))) throw new Failure('refused');
    if (isWhole(entry, await changesOf(db, merge), changes)) deed.of = merge;
  });
}

/** Whether nothing is left of a join, or of the redo of one, so that it counts as undone. */
function isWhole({ intention }: JournalEntry, all: readonly Change[], taken: readonly Change[]): boolean {
  return (intention === 'join' || intention === 'undo') && all.length === taken.length;
}
