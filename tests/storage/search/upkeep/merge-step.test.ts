import { expect, test, vi } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { dropIndex } from '@/storage/search/rows/drop-index';
import { mergeStep } from '@/storage/search/upkeep/merge-step';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

/** 200 papers whose notes share no words, so that their segment is large. */
function papers(revision: number, from = 0) {
  return Array.from({ length: 200 - from }, (_, index) =>
    storedPaper({
      id: `a:${from + index}`,
      title: 'Lantern',
      note:
        from > 0
          ? 'short'
          : Array.from(
              { length: 450 },
              (_, place) => `w${(index * 7919 + place * 104_729) % 1_000_003}`,
            ).join(' '),
      revision,
    }),
  );
}

/** Lets something happen right before the next transaction that writes. */
function beforeWriting(db: OffprintDatabase, happen: () => Promise<unknown>): void {
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  const spy = vi.spyOn(db, 'transaction').mockImplementation((async (mode: string, ...rest: unknown[]) => {
    if (mode === 'rw') {
      spy.mockRestore();
      await happen();
    }
    return transaction(mode, ...rest);
  }) as never);
}

test('a merge that was begun does not come back after the index was thrown away', async () => {
  const db = openDatabase();
  await db.papers.bulkPut(papers(1));
  await tendIndex(papersIndex(db));
  await db.papers.bulkPut(papers(2, 100));
  let begun = false;
  await tendIndex(papersIndex(db), async () => {
    begun ||= (await db.index.get('merge')) !== undefined;
    if (begun) throw new Error('stopped');
  }).catch(() => undefined);
  expect((await db.index.get('merge'))?.value).toMatchObject({ steps: 0 });
  beforeWriting(db, () => dropIndex(papersIndex(db), 'damaged'));
  await mergeStep(papersIndex(db));
  expect(await db.index.get('merge')).toBeUndefined();
  expect(await db.chunks.count()).toBe(0);
});
