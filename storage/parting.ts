/**
 * Taking records out of the one that they were merged into: because the person says so (links.ts), or because a backup tells
 * that they said so in another copy of the library.
 */
import type { LibraryRecord } from '@/utils/paper/record';
import { WORD, withWord } from '@/utils/paper/registers';
import type { Draft } from './change/draft';
import type { Write } from './change/journal';
import { readRecords } from './change/read-draft';
import { ownerOf, revertChanges } from './change/revert';
import { settleAll } from './change/revert-part';
import type { OffprintDatabase } from './database';
import { type Merge, mergesOf } from './merges';

/** Says of records that each is another paper than the others. */
export function sayApart(draft: Draft, ids: readonly string[]): void {
  for (const id of ids) {
    const paper = draft.get('papers', id);
    const others = ids.filter((other) => other !== id);
    if (paper)
      draft.put(
        'papers',
        others.reduce((one, other) => withWord(one, other, 'apart'), paper),
      );
  }
}

/**
 * Takes back a merge of the paper `id`, and tells its parts apart. What was changed since stays where it is. Answers false, and
 * writes nothing, if something else has an identifier of a part by now.
 */
export async function undoMerge(
  db: OffprintDatabase,
  id: string,
  { parts, changes }: Merge,
  write: Write,
  now: string,
): Promise<boolean> {
  const draft = await readRecords(db, [...changes.map(ownerOf), ...parts.map((part) => part.id)]);
  const ids = [id, ...parts.map((part) => part.id)];
  revertChanges(draft, changes, new Set(), [], { back: new Set(), kept: 0 }, now);
  if (ids.some((one) => !draft.get('papers', one))) return false;
  sayApart(draft, ids);
  await write(draft);
  await settleAll(db, changes, write);
  return true;
}

/**
 * Takes apart what is one record here, if these records of a backup tell of a later word by which it is two papers, and the
 * history still has how it became one. What cannot be taken apart stays one. Call it before the records are saved.
 */
export async function partTold(
  db: OffprintDatabase,
  records: readonly LibraryRecord[],
  write: Write,
  now: string,
): Promise<void> {
  for (const { paper } of records)
    for (const other of paper.apart ?? []) {
      const [holder, ...more] = await holdersOf(db, paper.id);
      if (holder === undefined || more.length > 0) continue;
      const [absorbed] = await holdersOf(db, other);
      if (absorbed !== holder) continue;
      if (await isOverruled(db, holder, [paper.id, other], paper.stamps?.[`${WORD}${other}`] ?? '')) continue;
      const merge = (await mergesOf(db, holder)).find(({ parts }) =>
        parts.some(({ id }) => id === other || id === paper.id),
      );
      if (merge) await undoMerge(db, holder, merge, write, now);
    }
}

/** Whether the person said later, in this copy of the library, that two of these ids are one paper. */
async function isOverruled(
  db: OffprintDatabase,
  holder: string,
  ids: readonly string[],
  stamp: string,
): Promise<boolean> {
  const own = await db.papers.get(holder);
  return ids.some((id) => own?.same?.includes(id) && (own.stamps?.[`${WORD}${id}`] ?? '') > stamp);
}

/** The record of an id, or those into which it was merged. */
async function holdersOf(db: OffprintDatabase, id: string): Promise<string[]> {
  if ((await db.papers.get(id)) ?? (await db.trash.get(id))) return [id];
  const aliases = await db.aliases.where({ key: id }).toArray();
  const living = await db.papers.bulkGet(aliases.map(({ paper }) => paper));
  return living.flatMap((paper) => paper?.id ?? []);
}
