/** Writing a note: a command like those of commands.ts. Only the background worker calls it. */
import { cleanField } from '@/utils/paper/clean-field';
import { rowOf } from '@/utils/paper/fields';
import { noteOf, shownNote, writeNote } from '@/utils/paper/note';
import { stampsOf } from '@/utils/paper/registers';
import type { Stamp } from '@/utils/paper/stamp';
import { changesOf, type Intention, record } from './change/journal';
import { readRecords } from './change/read-draft';
import { restore } from './change/records';
import type { Entry } from './commands';
import type { JournalEntry, OffprintDatabase } from './database';
import { Failure } from './failure';

/** A note as somebody wrote it who saw some of its heads. */
export interface WrittenNote {
  paper: string;
  text: string;
  seen: readonly Stamp[];
  /** Shared by all that is written while the note is open. */
  run: string;
}

/**
 * Writes a note. Heads that the writer did not see stay beside it. All that is written in one `run` is one step to undo, and
 * the text of a run replaces what it wrote before. Undefined if nothing changed; throws `longNote`, or `refused` if there is
 * no such paper. One in the trash comes back. `now` is ISO.
 */
export async function saveNote(
  db: OffprintDatabase,
  { paper: id, text, seen, run }: WrittenNote,
  now: string,
): Promise<Entry> {
  const clean = cleanField('note', text) ?? '';
  if (clean.length > (rowOf('note').limit ?? 0)) throw new Failure('longNote');
  const deed: Intention = { intention: 'edit', run, what: [{ field: 'note', how: clean ? 'set' : 'clear' }] };
  return record(db, deed, now, async (write) => {
    const draft = await readRecords(db, [id]);
    const paper = draft.get('papers', id) ?? draft.get('trash', id)?.paper;
    if (!paper) throw new Failure('refused');
    const own = await entryOfNote(db, id, run);
    const known = new Set([...seen, ...(own ? await stampsIn(db, own) : [])]);
    const { note: stamp } = stampsOf(paper);
    const heads = Object.entries(noteOf(paper, stamp).heads).filter(([head]) => known.has(head));
    if (shownNote(Object.fromEntries(heads)) === clean) return;
    if (own && !own.undoneBy) deed.into = own.entry;
    restore(draft, id);
    draft.put('papers', writeNote(paper, clean, [...known], stamp));
    await write(draft);
  });
}

/** The latest entry of a run. */
function entryOfNote(db: OffprintDatabase, paper: string, run: string): Promise<JournalEntry | undefined> {
  return db.journal
    .where({ paper })
    .reverse()
    .filter((entry) => entry.run === run)
    .first();
}

/** The stamps of the heads that an entry wrote. */
async function stampsIn(db: OffprintDatabase, { entry, paper }: JournalEntry): Promise<Stamp[]> {
  const changes = (await changesOf(db, entry)).filter(
    ({ table, key }) => table === 'papers' && key === paper,
  );
  return changes.flatMap(({ after }) => (after?.stamps as Record<string, Stamp> | undefined)?.note ?? []);
}
