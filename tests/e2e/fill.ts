/** A library of many papers, for tests of long lists. */
import { expect, type Page } from '@playwright/test';
import { makeLibrary } from '@/tests/bench/papers.mjs';

/** How the status tells so many papers. */
export const told = (papers: number) => `${papers.toLocaleString('en')} papers`;

/** Writes a library into the empty database, as the measurements do. */
export async function fill(panel: Page, papers: number): Promise<void> {
  await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
  const library = makeLibrary(papers, new Date());
  library.settings.push({ name: 'papers', value: papers });
  await panel.evaluate(
    (tables) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction(Object.keys(tables), 'readwrite');
          for (const [table, rows] of Object.entries(tables))
            for (const row of rows) change.objectStore(table).put(row);
          change.oncomplete = () => resolve(opening.result.close());
          change.onerror = () => reject(change.error);
        };
      }),
    library as unknown as Record<string, unknown[]>,
  );
  await panel.reload();
  await expect(panel.getByRole('status')).toHaveText(told(papers));
}
