/** The library in files that are not for reading: a backup, and rows that are damaged. */

import type { OffprintDatabase } from '@/storage/database';
import { everything } from '@/storage/everything';
import { writeBackup } from '@/utils/formats/json/write-backup';

const JSON_TYPE = 'application/json';

/** All that the library keeps, trash and tombstones included, as a file that another copy of it can be joined with. */
export async function backUpLibrary(db: OffprintDatabase, now: string): Promise<File> {
  const name = `offprint-backup-${now.slice(0, 10)}.json`;
  return new File(writeBackup(await everything(db), now), name, { type: JSON_TYPE });
}

/** The rows that were set aside because they are damaged, as they were found. */
export async function exportDamaged(db: OffprintDatabase, now: string): Promise<File> {
  const rows = (await db.damaged.toArray()).map(({ row }) => JSON.stringify(row));
  return new File([`[\n${rows.join(',\n')}\n]\n`], `offprint-damaged-${now.slice(0, 10)}.json`, {
    type: JSON_TYPE,
  });
}
