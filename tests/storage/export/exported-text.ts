import type { OffprintDatabase } from '@/storage/database';
import { exportPapers } from '@/storage/export/export-papers';

/** The whole library in our own format. */
export async function exportedText(db: OffprintDatabase, now: string): Promise<string> {
  return (await exportPapers(db, { format: 'json', own: 'all', ascii: false }, now)).file.text();
}
