/**
 * Editing what is saved: a command like those of commands.ts. Only the background worker calls it.
 */
import { type Edit, editsOf, Unfit } from '@/utils/paper/edit';
import type { Patch } from '@/utils/paper/patch';
import { present } from '@/utils/present';
import { editRecords } from './change/edit-records';
import { type Intention, record } from './change/journal';
import { readByKeys, readRecords } from './change/read-draft';
import type { Entry } from './commands';
import type { Edited, OffprintDatabase } from './database';
import { Failure } from './failure';
import { AT_ONCE } from './tasks';

/** Steps of an edit that its entry tells. */
const TOLD = 20;

/**
 * Changes papers, however many, in one step. Undefined if nothing changed; throws `noTitle`, `badValue` about a field,
 * `held` about the record that has an identifier, and `refused` if there is none of the papers. `now` is ISO.
 */
export async function editPapers(
  db: OffprintDatabase,
  ids: readonly string[],
  patch: Patch,
  now: string,
): Promise<Entry> {
  const edits = checkedEdits(patch);
  const wanted = [...new Set(ids)];
  if (wanted.length > AT_ONCE) throw new Failure('refused');
  const deed: Intention = { intention: 'edit' };
  return record(db, deed, now, async (write) => {
    const draft = await readRecords(db, wanted);
    if (!wanted.some((id) => draft.get('papers', id) ?? draft.get('trash', id))) throw new Failure('refused');
    await readByKeys(db, draft, new Set(edits.flatMap(addedKey)));
    deed.what = toldOf(editRecords(draft, wanted, edits, now));
    await write(draft);
  });
}

/** The steps of a patch; throws if one of its values cannot be kept. */
function checkedEdits(patch: Patch): Edit[] {
  try {
    return editsOf(patch);
  } catch (error) {
    throw error instanceof Unfit ? new Failure(error.code, { about: error.field }) : error;
  }
}

/** The first steps, as history tells them. Long values stand in the changes only. */
function toldOf(edits: readonly Edit[]): Edited[] {
  return edits.slice(0, TOLD).map(({ field, how, ...rest }) => {
    const short = field === 'status' || field === 'starred' || field === 'tags' || field === 'identifiers';
    return present<Edited>({
      field,
      how,
      to: short && 'to' in rest ? (rest.to as string | boolean) : undefined,
    });
  });
}

function addedKey(edit: Edit): string[] {
  return edit.field === 'identifiers' && edit.how === 'add' ? [edit.to] : [];
}
