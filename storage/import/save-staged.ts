/** READ and DECIDE: what staged papers make of the library. */
import type { Draft } from '@/storage/change/draft';
import type { FileRecords } from '@/storage/change/matches';
import { readDraft } from '@/storage/change/read-draft';
import { saveRecord } from '@/storage/change/records';
import { saveCopy } from '@/storage/change/save-copy';
import type { OffprintDatabase, Staged } from '@/storage/database';
import type { Stamp } from '@/utils/paper/stamp';

/** A draft in which staged papers are saved; `file` are the records of the whole batch. */
export async function saveStaged(
  db: OffprintDatabase,
  { records, source }: Staged,
  file: FileRecords,
  stamp: Stamp,
): Promise<Draft> {
  const draft = await readDraft(
    db,
    records.map(({ paper }) => paper),
  );
  const save = source === 'backup' ? saveCopy : saveRecord;
  for (const record of records) save(draft, record, file, stamp);
  return draft;
}
