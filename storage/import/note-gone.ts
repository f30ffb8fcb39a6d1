/** WRITE: what a backup knows to be gone. */
import type { OffprintDatabase } from '@/storage/database';
import type { Gone } from '@/utils/paper/schema';

/** Leaves tombstones of records that a backup knows to be gone. What is here, also in the trash, stays. */
export async function noteGone(db: OffprintDatabase, gone: readonly Gone[]): Promise<void> {
  const ids = gone.map(({ id }) => id);
  const [papers, trash, known] = [
    await db.papers.bulkGet(ids),
    await db.trash.bulkGet(ids),
    await db.tombstones.bulkGet(ids),
  ];
  const news = gone.filter((_, index) => !(papers[index] ?? trash[index] ?? known[index]));
  // Readers need not hear of it: they never knew these records.
  if (news.length > 0) await db.tombstones.bulkPut(news.map(({ id, at }) => ({ id, at, revision: 0 })));
}
