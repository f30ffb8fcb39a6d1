/** Between the library and files. */
import type { ExportFormat } from '@/utils/formats/format';
import { exportPaper } from '@/utils/formats/json';
import type { OffprintDatabase } from './database';
import { wholeLibrary } from './library';

/** The whole library as a file in `format`; `now` is a moment (ISO). */
export async function exportLibrary(db: OffprintDatabase, format: ExportFormat, now: string): Promise<File> {
  const { papers, sightings } = await wholeLibrary(db);
  const exported = papers.map((paper) => exportPaper(paper, sightings.get(paper.id) ?? []));
  const name = `offprint-${now.slice(0, 10)}.${format.extension}`;
  return new File(format.write(exported, now), name, { type: format.mime });
}
