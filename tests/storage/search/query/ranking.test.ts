import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ranking } from '@/storage/search/query/ranking';
import { topDocuments } from '@/storage/search/query/top';
import { storedPaper } from '@/tests/storage/papers';
import { segmentOf, snapshotOf } from '../memory-index';

/** Numbers that sort keys are: none, days, moments, scores. */
const KEY = fc.oneof(
  fc.constantFrom(0, 1, 20_260_928, 1_790_000_000_000),
  fc.double({ min: 0, max: 1e12, noNaN: true }),
);

/** Papers in up to four segments; each is found or not, with a key. */
const SEGMENTS = fc.uniqueArray(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 60 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc.record({
        id: fc.constant(`doi:10.1/${number}`),
        segment: fc.nat({ max: 3 }),
        key: KEY,
        found: fc.boolean(),
      }),
    ),
  ),
);

test('every window, and the place of every paper, is that of all sorted by key and id', async () => {
  await fc.assert(
    fc.asyncProperty(SEGMENTS, fc.nat({ max: 60 }), fc.nat({ max: 60 }), async (papers, from, count) => {
      const groups = [0, 1, 2, 3]
        .map((segment) => papers.filter((paper) => paper.segment === segment))
        .filter((group) => group.length > 0);
      const snapshot = snapshotOf(
        groups.map((group) => segmentOf(group.map(({ id }) => storedPaper({ id })))),
      );
      await snapshot.prepare();
      const docOf = await snapshot.find(papers.map(({ id }) => id));
      const found = papers.filter((paper) => paper.found);
      const docs = Uint32Array.from(found, ({ id }) => docOf.get(id) ?? 0);
      const keys = Float64Array.from(found, ({ key }) => key);
      const expected = [...found].sort((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
      const ranking = new Ranking(snapshot, docs, keys);
      expect(ranking.total).toBe(found.length);
      expect(await ranking.ids(from, from + count)).toEqual(expected.slice(from, from + count));
      for (const { id, found } of papers)
        expect(await ranking.placeOf(id)).toBe(found ? expected.indexOf(id) : undefined);
      const top = await topDocuments(snapshot, docs, keys, count);
      expect(await ranking.ids(0, count)).toEqual(top.map(({ id }) => id));
    }),
  );
});

test('many ties in several segments are in the order of ids', async () => {
  const ids = Array.from({ length: 3000 }, (_, number) => `doi:10.1/${String(number).padStart(5, '0')}`);
  const parts = [0, 1, 2].map((part) => ids.filter((_, number) => number % 3 === part));
  const snapshot = snapshotOf(parts.map((part) => segmentOf(part.map((id) => storedPaper({ id })))));
  await snapshot.prepare();
  const docs = Uint32Array.from(ids.keys());
  const ranking = new Ranking(snapshot, docs, new Float64Array(ids.length));
  expect(await ranking.ids(2900, 3000)).toEqual(ids.slice(2900));
  expect(await ranking.ids(0, 50)).toEqual(ids.slice(0, 50));
});
