/** What staged papers make of the library, in the transaction of their import. */

import type { Write } from '@/storage/change/journal';
import type { FileRecords } from '@/storage/change/matches';
import { readDraft } from '@/storage/change/read-draft';
import { saveRecord } from '@/storage/change/records';
import { saveCopy } from '@/storage/change/save-copy';
import { takeCitationKeys } from '@/storage/citation-keys';
import type { OffprintDatabase, Staged } from '@/storage/database';
import { partTold } from '@/storage/parting';
import type { Stamp } from '@/utils/paper/stamp';

/** WRITE: saves staged papers; `file` are the records of the whole batch, `now` is a moment (ISO). */
export async function saveStaged(
  db: OffprintDatabase,
  { records, source }: Staged,
  file: FileRecords,
  write: Write,
  stamp: Stamp,
  now: string,
): Promise<void> {
  if (source === 'backup') await partTold(db, records, write, now);
  const draft = await readDraft(
    db,
    records.map(({ paper }) => paper),
  );
  const keys: { paper: string; key: string }[] = [];
  for (const record of records) {
    if (source === 'backup') {
      saveCopy(draft, record, file, stamp);
      continue;
    }
    const paper = saveRecord(draft, record, file, stamp);
    if (record.citationKey !== undefined) keys.push({ paper, key: record.citationKey });
  }
  await write(draft);
  await takeCitationKeys(db, keys, now);
}
