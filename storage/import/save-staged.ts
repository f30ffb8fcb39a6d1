/** READ and DECIDE: what staged papers make of the library. */
import type { Draft } from '@/storage/change/draft';
import type { FileRecords } from '@/storage/change/matches';
import { readDraft } from '@/storage/change/read-draft';
import { saveRecord } from '@/storage/change/records';
import { saveCopy } from '@/storage/change/save-copy';
import type { OffprintDatabase, Staged } from '@/storage/database';
import type { Stamp } from '@/utils/paper/stamp';

/**
 * Saves staged papers in a draft, and answers with it and with the citation keys that their file gives to the papers they
 * became; `file` are the records of the whole batch.
 */
export async function saveStaged(
  db: OffprintDatabase,
  { records, source }: Staged,
  file: FileRecords,
  stamp: Stamp,
): Promise<{ draft: Draft; keys: { paper: string; key: string }[] }> {
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
  return { draft, keys };
}
