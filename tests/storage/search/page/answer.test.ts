import { expect, test, vi } from 'vitest';
import { answerOf, type Part, partOf } from '@/storage/search/page/answer';
import { findDocuments } from '@/storage/search/query/find';
import { planQuery } from '@/storage/search/query/plan';
import { Scorer } from '@/storage/search/query/score';
import { storedPaper } from '@/tests/storage/papers';
import { segmentOf, snapshotOf } from '../memory-index';

const PAPERS = Array.from({ length: 9 }, (_, number) =>
  storedPaper({
    id: `doi:10.1/${number}`,
    title: 'Lanterns',
    savedAt: `2026-09-0${9 - number}T00:00:00.000Z`,
  }),
);

/** What finds all papers, the newest first, of which those in `gone` cannot be read any more. */
async function part(limit: number, ...gone: string[]): Promise<Part> {
  const snapshot = snapshotOf([segmentOf(PAPERS)]);
  const scorer = new Scorer(snapshot);
  const read = async (ids: readonly string[]) =>
    ids.map((id) => (gone.includes(id) ? undefined : PAPERS.find((paper) => paper.id === id)));
  const found = await findDocuments(
    snapshot,
    scorer,
    planQuery({ kind: 'all' }, false),
    { limit, sort: 'saved' },
    read,
  );
  return partOf({ snapshot, scorer, papers: () => read, texts: read }, found, read);
}

const ids = (hits: readonly ({ paper: { id: string } } | undefined)[]) =>
  hits.map((hit) => hit?.paper.id.slice(9));

test('is read on from any place, and tells where a paper stands', async () => {
  const answer = answerOf([await part(3)], 3, false, vi.fn());
  expect(answer.total).toBe(9);
  expect(ids(answer.hits)).toEqual(['0', '1', '2']);
  expect(ids(await answer.read(2, 5))).toEqual(['2', '3', '4']);
  expect(ids(await answer.read(7, 99))).toEqual(['7', '8']);
  expect(await answer.ids(0, 99)).toEqual((await answer.read(0, 99)).map((hit) => hit?.paper.id));
  expect(await answer.ids(5, 7)).toEqual((await answer.read(5, 7)).map((hit) => hit?.paper.id));
  expect(await answer.placeOf('doi:10.1/6')).toBe(6);
  expect(await answer.placeOf('doi:10.1/99')).toBeUndefined();
});

test('leaves out what was removed meanwhile from its first papers, and leaves its place empty further down', async () => {
  const answer = answerOf([await part(3, 'doi:10.1/1', 'doi:10.1/6')], 3, false, vi.fn());
  expect(answer.total).toBe(8);
  expect(ids(answer.hits)).toEqual(['0', '2']);
  expect(ids(await answer.read(0, 8))).toEqual(['0', '2', '3', '4', '5', undefined, '7', '8']);
});

test('goes on from one pass to the next', async () => {
  const answer = answerOf([await part(3), await part(3)], 4, false, vi.fn());
  expect(answer).toMatchObject({ total: 18 });
  expect(answer.hits).toHaveLength(4);
  expect(ids(await answer.read(7, 11))).toEqual(['7', '8', '0', '1']);
});

test('has empty places where it cannot be read, and says why', async () => {
  const onFailure = vi.fn();
  const broken = await part(3);
  broken.papers = () => async () => {
    throw new Error('gone');
  };
  const answer = answerOf([broken], 3, false, onFailure);
  expect(await answer.read(6, 99)).toEqual([undefined, undefined, undefined]);
  expect(onFailure).toHaveBeenCalledWith(new Error('gone'));
});
