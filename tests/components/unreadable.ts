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
  const present = new OffprintDatabase(freshName());
  onTestFinished(() => Dexie.delete(present.name));
  await present.open();
  present.close();
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(present.name, 990);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
  return new OffprintDatabase(present.name);
}
