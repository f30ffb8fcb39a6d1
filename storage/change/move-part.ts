/** Moves some papers to the trash, or back from there. `now` is ISO. */
import type { OffprintDatabase } from '@/storage/database';
import type { Write } from './journal';
import { readRecords } from './read-draft';
import { moveToTrash, restore } from './records';

export async function movePart(
  db: OffprintDatabase,
  { ids, move }: { ids: readonly string[]; move: 'remove' | 'restore' },
  write: Write,
  now: string,
): Promise<void> {
  const draft = await readRecords(db, ids);
  for (const id of ids) {
    if (move === 'remove') moveToTrash(draft, id, now);
    else restore(draft, id);
  }
  await write(draft);
}
