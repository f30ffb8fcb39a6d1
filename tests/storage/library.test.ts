import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { changesSince, newestPapers, papersById, wholeLibrary } from '@/storage/library';
import { at } from './cards';
import { openDatabase, withDatabase } from './open-database';
import { storedPaper } from './papers';

test('the newest papers come newest first, no more than asked for', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd([
    storedPaper({ id: 'a:1', savedAt: at(5) }),
    storedPaper({ id: 'a:2', savedAt: at(9) }),
    storedPaper({ id: 'a:3', savedAt: at(1) }),
  ]);
  expect((await newestPapers(db, 2)).map(({ id }) => id)).toEqual(['a:2', 'a:1']);
});

test('the newest papers of one moment come by id, also where the limit cuts that', async () => {
  const moments = fc.array(fc.nat(4), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(moments, fc.integer({ min: 1, max: 16 }), (saved, limit) =>
      withDatabase(async (db) => {
        const papers = saved.map((moment, index) =>
          storedPaper({ id: `a:${String.fromCharCode(97 + index)}`, savedAt: at(moment) }),
        );
        await db.papers.bulkAdd(papers);
        const expected = papers.sort((a, b) =>
          a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1,
        );
        expect(await newestPapers(db, limit)).toEqual(expected.slice(0, limit));
      }),
    ),
  );
}, 30_000);

test('of hundreds saved at once only those are read that are asked for', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd(
    Array.from({ length: 300 }, (_, index) => storedPaper({ id: `a:${1000 + index}`, savedAt: at(0) })),
  );
  const read = vi.fn();
  db.papers.hook('reading', (paper) => {
    read();
    return paper;
  });
  expect((await newestPapers(db, 50)).map(({ id }) => id)).toEqual(
    Array.from({ length: 50 }, (_, index) => `a:${1000 + index}`),
  );
  expect(read).toHaveBeenCalledTimes(50);
});

test('papers by id come in the order asked for, without those that are gone', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd(['a:1', 'a:2', 'a:3'].map((id) => storedPaper({ id })));
  expect((await papersById(db, ['a:3', 'a:9', 'a:1'])).map(({ id }) => id)).toEqual(['a:3', 'a:1']);
});

test('the whole library has every sighting beside its paper', async () => {
  const db = openDatabase();
  const sighting = { site: 's', seenAt: at(0) };
  const first = { ...sighting, paper: 'a:1', url: 'https://a.example/1' };
  const second = { ...sighting, paper: 'a:1', url: 'https://a.example/2' };
  await db.papers.bulkAdd([storedPaper({ id: 'a:1' }), storedPaper({ id: 'a:2' })]);
  await db.sightings.bulkAdd([first, second]);
  const { papers, sightings } = await wholeLibrary(db);
  expect(papers.map(({ id }) => id)).toEqual(['a:1', 'a:2']);
  expect([...sightings]).toEqual([['a:1', [first, second]]]);
});

describe('changes since a revision', () => {
  /** Revisions of some papers and of some that left. */
  const library = fc.record({
    papers: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }),
    removed: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
    since: fc.integer({ min: -1, max: 7 }),
    limit: fc.integer({ min: 1, max: 5 }),
  });

  test('page by page nothing is missed, nothing comes twice, and the oldest comes first', async () => {
    await fc.assert(
      fc.asyncProperty(library, ({ papers, removed, since, limit }) =>
        withDatabase(async (db) => {
          await db.papers.bulkAdd(
            papers.map((revision, index) => storedPaper({ id: `a:${index}`, revision })),
          );
          await db.tombstones.bulkAdd(
            removed.map((revision, index) => ({ id: `gone:${index}`, revision, at: at(0) })),
          );
          const seen: string[] = [];
          const revisions: number[] = [];
          const gone = new Set<string>();
          let revision = since;
          for (let pages = 0, complete = false; !complete; pages++) {
            const page = await changesSince(db, revision, limit);
            expect(page.revision).toBeGreaterThanOrEqual(revision);
            expect(pages).toBeLessThanOrEqual(papers.length + 1);
            seen.push(...page.papers.map(({ id }) => id));
            revisions.push(...page.papers.map((paper) => paper.revision));
            for (const id of page.removed) gone.add(id);
            ({ revision, complete } = page);
          }
          const expected = papers.flatMap((value, index) => (value > since ? [`a:${index}`] : []));
          expect(seen.toSorted()).toEqual(expected.toSorted());
          expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
          expect([...gone].sort()).toEqual(
            removed.flatMap((value, index) => (value > since ? [`gone:${index}`] : [])),
          );
          // whoever asks again from there hears nothing
          expect(await changesSince(db, revision, limit)).toEqual({
            revision,
            papers: [],
            removed: [],
            complete: true,
          });
        }),
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  test('one revision that wrote more papers than the limit comes whole', async () => {
    const db = openDatabase();
    await db.papers.bulkAdd(Array.from({ length: 7 }, (_, index) => storedPaper({ id: `a:${index}` })));
    const page = await changesSince(db, 0, 3);
    expect(page.papers).toHaveLength(7);
    expect(page.revision).toBe(1);
  });
});
