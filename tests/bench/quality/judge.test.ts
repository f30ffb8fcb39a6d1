import { expect, test } from 'vitest';
import { judgeKnown, judgeQuestions, judgeSimilar } from './judge.mjs';

const QUESTIONS = {
  papers: [],
  queries: [
    { q: 1, text: 'lanterns' },
    { q: 2, text: 'salt' },
    { q: 3, text: 'nothing like it' },
    { q: 4, text: 'nobody judged it' },
  ],
  qrels: { 1: [5], 2: [6, 7], 3: [8] },
};

const LISTS: Record<string, number[]> = { lanterns: [5, 9], salt: [9, 6, 7] };
const find = (text: string) => LISTS[text] ?? [];

test('questions are judged by the mean of those that have answers', async () => {
  const salt = (1 / Math.log2(3) + 0.5) / (1 + 1 / Math.log2(3));
  const judged = await judgeQuestions(QUESTIONS, 'all', find);
  expect(judged.empty).toBe(1);
  expect(judged.ndcg10).toBeCloseTo((1 + salt + 0) / 3, 12);
  expect(judged.map100).toBeCloseTo((1 + (1 / 2 + 2 / 3) / 2 + 0) / 3, 12);
});

test('half of the questions goes by their numbers', async () => {
  expect(await judgeQuestions(QUESTIONS, 'odd', find)).toEqual({ ndcg10: 0.5, map100: 0.5, empty: 1 });
  expect((await judgeQuestions(QUESTIONS, 'even', find)).empty).toBe(0);
});

test('a known paper counts if it is found', async () => {
  const typed = { right: 'lanterns', oneWrong: 'salt', form: 'salts', swapped: 'latnerns' };
  expect(
    await judgeKnown(
      [
        { n: 5, ...typed },
        { n: 6, ...typed },
      ],
      find,
    ),
  ).toEqual({
    right: 1,
    oneWrong: 1,
    form: 0,
    swapped: 0,
  });
});

const paper = (n: number, ...X: [number, number, number][]) => ({
  n,
  title: '',
  abstract: '',
  authors: [],
  X,
});

test('similar papers are judged by links of kind 5 to others', async () => {
  const papers = [
    paper(1, [1, 5, 1], [2, 5, 1], [3, 4, 1]),
    paper(2, [1, 5, 2], [3, 5, 2]),
    paper(3, [3, 5, 3], [4, 6, 3]),
    paper(4),
  ];
  const asked: number[] = [];
  const similar = (n: number) => {
    asked.push(n);
    return n === 1 ? [3, 2] : [1, 3];
  };
  const [first, second] = [1 / Math.log2(3), 1];
  expect(await judgeSimilar(papers, { seed: 1, half: 'all' }, similar)).toBeCloseTo((first + second) / 2, 12);
  expect(asked.sort()).toEqual([1, 2]);
  expect(await judgeSimilar(papers, { seed: 1, half: 'even' }, similar)).toBe(1);
});

test('without links there is nothing to judge', async () => {
  const papers = [{ n: 1, title: '', abstract: '', authors: [] }];
  expect(await judgeSimilar(papers, { seed: 1, half: 'all' }, () => [1])).toBeNull();
});
