/** Between the library and files. */

import type { ExportFormat } from '@/utils/formats/format';
import { exportPaper, json } from '@/utils/formats/json';
import { writeBackup } from '@/utils/formats/write-backup';
import type { OffprintDatabase } from './database';
import { everything, papersWithSightings } from './library';

/** All that the library keeps, trash and tombstones included, as a file that another copy of it can be joined with. */
export async function backUpLibrary(db: OffprintDatabase, now: string): Promise<File> {
  const name = `offprint-backup-${now.slice(0, 10)}.json`;
  return new File(writeBackup(await everything(db), now), name, { type: json.mime });
}

/** The rows that were set aside because they are damaged, as they were found. */
export async function exportDamaged(db: OffprintDatabase, now: string): Promise<File> {
  const rows = (await db.damaged.toArray()).map(({ row }) => JSON.stringify(row));
  return new File([`[\n${rows.join(',\n')}\n]\n`], `offprint-damaged-${now.slice(0, 10)}.json`, {
    type: json.mime,
  });
}

/** The whole library, or papers of it, as a file in `format`; `now` is a moment (ISO). */
export async function exportLibrary(
  db: OffprintDatabase,
  format: ExportFormat,
  now: string,
  ids?: readonly string[],
): Promise<File> {
  const { papers, sightings } = await papersWithSightings(db, ids);
  const exported = papers.map((paper) => exportPaper(paper, sightings.get(paper.id) ?? []));
  const name = `offprint-${now.slice(0, 10)}.${format.extension}`;
  return new File(format.write(exported, now), name, { type: format.mime });
}
