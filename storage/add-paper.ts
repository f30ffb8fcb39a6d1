/** Adding a paper by hand: a command like those of commands.ts. Only the background worker calls it. */
import { applyEdit } from '@/utils/paper/edit';
import { strongKeys } from '@/utils/paper/identity';
import { createPaper, emptyPaper } from '@/utils/paper/merge';
import { normalise } from '@/utils/paper/normalise';
import type { Patch } from '@/utils/paper/patch';
import { USER } from '@/utils/paper/typed-field';
import { record } from './change/journal';
import { readDraft } from './change/read-draft';
import { keep, newId } from './change/records';
import type { OffprintDatabase } from './database';
import { spelledEdits } from './edit';

/** What is typed for a new paper. */
export type TypedPaper = Pick<Patch, 'set' | 'add'>;

/** The new paper and its journal entry, or the paper that has one of its identifiers already. */
export type Added = { id: string; entry: number } | { held: string };

/**
 * Adds a paper with what was typed, which no page overwrites. If the library has one of its identifiers, also in the trash,
 * nothing is written. Throws `unnamed` without a title, abstract or identifier, and `badValue` as an edit does. `now` is ISO.
 */
export async function addPaper(db: OffprintDatabase, typed: TypedPaper, now: string): Promise<Added> {
  const edits = await spelledEdits(db, { set: typed.set, add: typed.add });
  let id = '';
  let held: string | undefined;
  const entry = await record(db, { intention: 'save' }, now, async (write, stamp) => {
    const blank = edits.reduce((paper, edit) => applyEdit(paper, edit, now), emptyPaper('', now));
    const { id: _, savedAt: __, ...thing } = blank;
    const draft = await readDraft(db, [thing]);
    const found = strongKeys(blank).flatMap((key) =>
      draft
        .papersAt(key)
        .map((one) => draft.get('papers', one) ?? draft.get('trash', one)?.paper)
        .filter((paper) => paper && strongKeys(paper).includes(key)),
    );
    held = found[0]?.id;
    if (held !== undefined) return;
    id = newId(draft, blank, stamp);
    // Pages may add identifiers to it, and its address follows from those that it has.
    const known = normalise({ site: USER, identifiers: blank.identifiers } as never, now);
    const start = known ? createPaper(known, id, now) : emptyPaper(id, now);
    const others = edits.filter(({ field }) => field !== 'identifiers');
    const paper = others.reduce((one, edit) => applyEdit(one, edit, now), start);
    keep(draft, paper, undefined, [], []);
    await write(draft);
  });
  return held === undefined ? { id, entry: Number(entry) } : { held };
}
