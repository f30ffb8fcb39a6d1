/**
 * Reads without Dexie, for what a person waits for after each key: in a transaction that reads a few rows, more than half
 * of the time is Dexie's (0.3 ms for four rows of 16 kB without it, 2026-11-22). Never call it inside a Dexie
 * transaction, which would end meanwhile.
 */
import { Dexie } from 'dexie';
import type { OffprintDatabase } from './database';

const { DatabaseClosedError } = Dexie;

/** Does some reading in one transaction of the connection that Dexie opened. */
export async function readDirectly<T>(
  db: OffprintDatabase,
  tables: readonly string[],
  work: (store: (table: string) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  if (!db.isOpen()) {
    if (db.hasBeenClosed()) throw new DatabaseClosedError();
    await db.open();
  }
  let transaction: IDBTransaction;
  try {
    transaction = db.backendDB().transaction(tables);
  } catch (error) {
    // The browser may close a connection. Dexie's own reads reopen it in the same way.
    if ((error as Error).name !== 'InvalidStateError') throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    transaction = db.backendDB().transaction(tables);
  }
  return work((table) => transaction.objectStore(table));
}

/** Rows by their keys, in this order; undefined where there is none. */
export function rowsAt<T>(
  db: OffprintDatabase,
  table: string,
  keys: readonly IDBValidKey[],
): Promise<(T | undefined)[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return readDirectly(db, [table], (store) =>
    Promise.all(keys.map((key) => settled<T | undefined>(store(table).get(key)))),
  );
}

/** The result of a request. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
