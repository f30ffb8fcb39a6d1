/** Which papers a bibliography does not have yet. */
import { findMatches, type Thing } from '@/storage/change/matches';
import { readDraftAlone } from '@/storage/change/read-draft';
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { readFiles } from '@/storage/import/read-files';
import type { OnShare } from '@/utils/formats/parts/progress';
import { recordOfCard } from '@/utils/paper/record';

/** Papers of the file that are looked up at once. */
const PART = 100;

/**
 * READ: those of these papers (without `ids`: of all) that a file in any of our formats lacks. A paper is in it if importing
 * the file would find it here. `now` is a moment (ISO); hears which share is done. Throws `unreadable` for what is no such file.
 */
export async function papersLackedBy(
  db: OffprintDatabase,
  file: Blob,
  ids: readonly string[] | undefined,
  now: string,
  onShare: OnShare = () => {},
): Promise<string[]> {
  const {
    papers,
    copies,
    described = [],
    files,
  } = await readFiles([file], { today: now.slice(0, 10), onShare: (share) => onShare(share / 2) }, undefined);
  if (files.some(({ problem }) => problem === 'unknown')) throw new Failure('unreadable');
  const things: Thing[] = [
    ...papers,
    ...(copies ?? []).map(({ paper }) => paper),
    ...described.flatMap(({ card }) => recordOfCard(card, now)?.paper ?? []),
  ];
  const held = new Set<string>();
  for (let from = 0; from < things.length; from += PART) {
    const some = things.slice(from, from + PART);
    const draft = await readDraftAlone(db, some);
    onShare(0.5 + (0.5 * from) / things.length);
    for (const thing of some) for (const { id } of findMatches(draft, thing)) held.add(id);
  }
  return (ids ?? (await db.papers.toCollection().primaryKeys())).filter((id) => !held.has(id));
}
