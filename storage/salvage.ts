/** Reads what can be read of a database that the extension itself cannot open. */

import { writeJson } from '@/utils/formats/json/json';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import type { Paper, Sighting } from '@/utils/paper/schema';

/**
 * The papers of the database `name` as an export file, opened as it is, whatever its version; a row that is no paper
 * is left out. Rejects if nothing can be read. Writes nothing.
 */
export async function salvageLibrary(name: string, now: string): Promise<File> {
  const rows = await readStores(name, ['papers', 'sightings']);
  const sightings = new Map<string, Sighting[]>();
  for (const row of (rows.sightings ?? []) as Sighting[])
    sightings.set(row.paper, [...(sightings.get(row.paper) ?? []), row]);
  const papers = (rows.papers ?? []).flatMap((row) => {
    try {
      const paper = row as Paper;
      return exportPaper(paper, sightings.get(paper.id) ?? []);
    } catch {
      return [];
    }
  });
  if (papers.length === 0) throw new Error('nothing to salvage');
  return new File([writeJson(papers, now)], `offprint-salvaged-${now.slice(0, 10)}.json`, {
    type: 'application/json',
  });
}

async function readStores(name: string, stores: readonly string[]): Promise<Record<string, unknown[]>> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort(); // there is none: do not make one
  const db = await result(opening);
  try {
    const found: Record<string, unknown[]> = {};
    for (const store of stores.filter((wanted) => db.objectStoreNames.contains(wanted)))
      found[store] = await result(db.transaction(store).objectStore(store).getAll());
    return found;
  } finally {
    db.close();
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
