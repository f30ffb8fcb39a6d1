/** Libraries that cannot be read. */
import { Dexie } from 'dexie';
import { onTestFinished } from 'vitest';
import { OffprintDatabase } from '@/storage/database';
import { freshName, openDatabase } from '@/tests/storage/open-database';

/** Closed until somebody opens it: reads reject, and Dexie's live queries keep silent about that. */
export function closedDatabase(): OffprintDatabase {
  const db = openDatabase();
  db.close({ disableAutoOpen: true });
  return db;
}

/** Written by an Offprint of the future: opening it rejects. */
export async function newerDatabase(): Promise<OffprintDatabase> {
  const future = new Dexie(freshName());
  future.version(99).stores({ papers: 'id' });
  await future.open();
  future.close();
  onTestFinished(() => Dexie.delete(future.name));
  return new OffprintDatabase(future.name);
}
