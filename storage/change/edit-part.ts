/** Edits some papers: reads what the edit is about, decides and writes. */
import type { OffprintDatabase } from '@/storage/database';
import { noteTagsUsed } from '@/storage/tag-notes';
import type { Edit } from '@/utils/paper/edit';
import { type Editing, editRecords } from './edit-records';
import type { Write } from './journal';
import { readByKeys, readRecords } from './read-draft';

/** Answers with the steps that changed any of the papers; undefined if none of these is there. `now` is ISO. */
export async function editPart(
  db: OffprintDatabase,
  editing: Editing,
  write: Write,
  now: string,
): Promise<Edit[] | undefined> {
  const draft = await readRecords(db, editing.ids);
  if (!editing.ids.some((id) => draft.get('papers', id) ?? draft.get('trash', id))) return undefined;
  await readByKeys(db, draft, new Set(editing.edits.flatMap((edit) => added(edit, 'identifiers'))));
  const done = editRecords(draft, editing, now);
  await write(draft);
  await noteTagsUsed(
    db,
    done.flatMap((edit) => added(edit, 'tags')),
    now,
  );
  return done;
}

function added(edit: Edit, field: 'tags' | 'identifiers'): string[] {
  return edit.field === field && edit.how === 'add' ? [edit.to] : [];
}
