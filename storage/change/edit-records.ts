/** DECIDE: what an edit does to records, in the library or in the trash. Pure: all of it happens in a draft. */
import { Failure } from '@/storage/failure';
import { applyEdit, type Edit } from '@/utils/paper/edit';
import { rowOf } from '@/utils/paper/fields';
import { keysOf, strongKeys } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import type { Draft } from './draft';
import { areToldApart } from './matches';
import { putAliases, restore } from './records';

/** Which records are edited, and how. */
export interface Editing {
  ids: readonly string[];
  edits: readonly Edit[];
  /** Records in the trash come back. Otherwise they are edited where they lie. */
  revive: boolean;
}

/**
 * Edits records; answers with the steps that changed any of them. Throws `held` for an identifier that another paper has.
 * `now` is ISO.
 */
export function editRecords(draft: Draft, { ids, edits, revive }: Editing, now: string): Edit[] {
  const done = new Set<Edit>();
  for (const id of ids) {
    const before = draft.get('papers', id) ?? draft.get('trash', id)?.paper;
    if (!before) continue;
    let paper = before;
    for (const edit of edits) {
      const next = applyEdit(paper, edit, now);
      if (next === paper) continue;
      if (edit.field === 'identifiers' && edit.how === 'add') checkFree(draft, paper, edit.to);
      paper = next;
      done.add(edit);
    }
    if (paper === before) continue;
    if (paper.tags.length > Math.max(before.tags.length, rowOf('tags').most ?? 0))
      throw new Failure('badValue', { about: 'tags' });
    if (revive) restore(draft, id);
    put(draft, before, paper);
  }
  return edits.filter((edit) => done.has(edit));
}

function put(draft: Draft, before: Paper, paper: Paper): void {
  const trashed = draft.get('trash', paper.id);
  if (trashed) draft.put('trash', { ...trashed, paper });
  else draft.put('papers', paper);
  // A former title still leads here; an identifier that was wrong does not.
  const strong = strongKeys(paper);
  for (const key of strongKeys(before))
    if (!strong.includes(key) && key !== paper.id) draft.remove('aliases', [key, paper.id]);
  putAliases(draft, paper.id, keysOf(paper));
}

function checkFree(draft: Draft, paper: Paper, key: string): void {
  for (const id of draft.papersAt(key)) {
    const other = id === paper.id ? undefined : draft.get('papers', id);
    if (other && strongKeys(other).includes(key) && !areToldApart(draft, paper, other))
      throw new Failure('held', { about: id });
  }
}
