/** A library that cannot be read. */
import { onTestFinished } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { openDatabase } from '@/tests/storage/open-database';

/** Closed for good: every read rejects, as when the browser cannot open it. */
export function unreadableDatabase(): OffprintDatabase {
  const db = openDatabase();
  db.close({ disableAutoOpen: true });
  onTestFinished(() => db.delete());
  return db;
}
