/** Values kept in IndexedDB by name: what other libraries make of the papers. */

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('bench-snapshots', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('snapshots');
  return settled(request);
}

export async function keep(name: string, value: unknown): Promise<void> {
  const db = await open();
  const transaction = db.transaction('snapshots', 'readwrite');
  transaction.objectStore('snapshots').put(value, name);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
}

export async function kept<T>(name: string): Promise<T> {
  const db = await open();
  const value = await settled(db.transaction('snapshots').objectStore('snapshots').get(name));
  db.close();
  return value as T;
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
