/**
 * The person's word on which records are one paper: commands like those of commands.ts. Either word is a register with a
 * stamp (utils/paper/registers.ts), which travels with backups; the later one counts. No rule joins across “two papers”, and
 * what was joined can be parted. `now` is a moment (ISO).
 */
import { withWord } from '@/utils/paper/registers';
import { changesOf, record } from './change/journal';
import { readRecords } from './change/read-draft';
import { joinRecords } from './change/records';
import { type Entry, undo } from './commands';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';

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
    const holders = await db.papers.bulkGet(await holdersOf(db, id));
    if (!holders.some((paper) => paper?.same?.includes(id))) continue;
    const entry = await joinOf(db, id);
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
async function joinOf(db: OffprintDatabase, id: string): Promise<number | undefined> {
  const joins = await db.journal.filter((row) => row.intention === 'join' && !row.undoneBy).toArray();
  for (const { entry } of joins.toReversed()) {
    const changes = await changesOf(db, entry);
    const left = changes.filter(({ table, before, after }) => table === 'papers' && before && !after);
    if (left.some(({ key }) => key === id)) return entry;
  }
  return undefined;
}

async function markApart(db: OffprintDatabase, ids: readonly string[], now: string): Promise<Entry> {
  return record(db, { intention: 'apart' }, now, async (write) => {
    const draft = await readRecords(db, ids);
    for (const id of ids) {
      const paper = draft.get('papers', id);
      const others = ids.filter((other) => other !== id);
      if (paper)
        draft.put(
          'papers',
          others.reduce((one, other) => withWord(one, other, 'apart'), paper),
        );
    }
    await write(draft);
  });
}

/** Says that records are one paper: they become the one that was saved first. */
export async function joinPapers(db: OffprintDatabase, ids: readonly string[], now: string): Promise<Entry> {
  return record(db, { intention: 'join' }, now, async (write) => {
    const draft = await readRecords(db, ids);
    if (ids.some((id) => !draft.get('papers', id))) throw new Failure('refused');
    joinRecords(draft, ids);
    await write(draft);
  });
}
