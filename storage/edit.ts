/** Editing what is saved: commands like those of commands.ts. Only the background worker calls them. */
import { type Edit, editsOf, Unfit } from '@/utils/paper/edit';
import type { Patch } from '@/utils/paper/patch';
import { tagKey } from '@/utils/paper/tags';
import { present } from '@/utils/present';
import { editPart } from './change/edit-part';
import type { Editing } from './change/edit-records';
import { type Intention, record } from './change/journal';
import type { Entry } from './commands';
import type { Edited, OffprintDatabase } from './database';
import { Failure } from './failure';
import { AT_ONCE, beginEdit } from './tasks';

/** Steps of an edit that its entry tells. */
const TOLD = 20;

/**
 * Changes papers, however many, in one step; very many are a task, whose entry is running. One paper in the trash comes
 * back; of several, those stay there. Undefined if nothing changed; throws `noTitle`, `badValue` about a field, `held`
 * about the record that has an identifier, and `refused` if there is none of the papers. `now` is ISO.
 */
export async function editPapers(
  db: OffprintDatabase,
  ids: readonly string[],
  patch: Patch,
  now: string,
): Promise<Entry> {
  const wanted = [...new Set(ids)];
  const edits = await spelledEdits(db, patch);
  if (edits.length === 0) return undefined;
  return editAll(db, { ids: wanted, edits, revive: wanted.length === 1 }, now);
}

/** Changes records, as one entry. Undefined if nothing changed or there is none of them. `now` is ISO. */
export async function editAll(db: OffprintDatabase, editing: Editing, now: string): Promise<Entry> {
  const { ids, edits } = editing;
  if (ids.length > AT_ONCE) {
    // One identifier cannot be that of so many papers.
    if (edits.some(({ field, how }) => field === 'identifiers' && how === 'add'))
      throw new Failure('refused');
    return beginEdit(db, ids, [...edits], toldOf(edits), now);
  }
  const deed: Intention = { intention: 'edit' };
  return record(db, deed, now, async (write) => {
    const done = await editPart(db, editing, write, now);
    if (done === undefined) throw new Failure('refused');
    deed.what = toldOf(done);
  });
}

/** The steps of a patch; throws if one of its values cannot be kept. */
export function checkedEdits(patch: Patch): Edit[] {
  try {
    return editsOf(patch);
  } catch (error) {
    throw error instanceof Unfit ? new Failure(error.code, { about: error.field }) : error;
  }
}

/** The steps of a patch, with tags as the library writes them; throws as `checkedEdits` does. */
export async function spelledEdits(db: OffprintDatabase, patch: Patch): Promise<Edit[]> {
  const edits = checkedEdits(patch);
  const known = new Map<string, string>();
  for (const edit of edits) {
    if (edit.field !== 'tags' || edit.how !== 'add' || known.has(tagKey(edit.to))) continue;
    known.set(tagKey(edit.to), await spellingOf(db, edit.to));
  }
  return edits.map((edit) =>
    edit.field === 'tags' && edit.how === 'add'
      ? { ...edit, to: known.get(tagKey(edit.to)) ?? edit.to }
      : edit,
  );
}

async function spellingOf(db: OffprintDatabase, tag: string): Promise<string> {
  if ((await db.papers.where('tags').equals(tag).limit(1).count()) > 0) return tag;
  const key = tagKey(tag);
  const names = (await db.papers.orderBy('tags').uniqueKeys()).map(String);
  return names.find((name) => tagKey(name) === key) ?? tag;
}

/** The first steps, as history tells them. Long values stand in the changes only. */
function toldOf(edits: readonly Edit[]): Edited[] {
  return edits.slice(0, TOLD).map(({ field, how, ...rest }) => {
    const short = field === 'status' || field === 'starred' || field === 'tags' || field === 'identifiers';
    const to = short && 'to' in rest ? (rest.to as string | boolean) : undefined;
    return present<Edited>({ field, how, to });
  });
}
