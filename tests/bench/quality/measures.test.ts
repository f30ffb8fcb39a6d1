import { describe, expect, test } from 'vitest';
import { averagePrecision, mean, ndcg } from './measures.mjs';

/** 1 / log2(i + 1) for the places 1 to 4: 1, 0.63093, 0.5, 0.43068. */
const GAINS = [1, 1 / Math.log2(3), 0.5, 1 / Math.log2(5)] as const;

describe('nDCG, computed by hand', () => {
  test.each([
    ['the only one is first', [7], [7], 10, 1],
    ['the only one is second', [1, 7], [7], 10, GAINS[1]],
    ['the only one is third', [1, 2, 7], [7], 10, 0.5],
    ['first and third of two', [7, 1, 8], [7, 8], 10, (1 + 0.5) / (1 + GAINS[1])],
    ['second and fourth of three', [1, 7, 2, 8], [7, 8, 9], 10, (GAINS[1] + GAINS[3]) / (1 + GAINS[1] + 0.5)],
    ['all of them, however ordered', [9, 7, 8], [7, 8, 9], 10, 1],
    ['below the depth', [1, 2, 7], [7], 2, 0],
    ['more relevant ones than places', [7, 8], [7, 8, 9, 10], 2, 1],
    ['an empty list', [], [7], 10, 0],
    ['nothing relevant', [1, 2], [], 10, 0],
  ])('%s', (_, list, relevant, depth, expected) => {
    expect(ndcg(list, new Set(relevant), depth)).toBeCloseTo(expected, 12);
  });

  test('a known figure', () => {
    // Relevant at the places 1, 3 and 4 of four: (1 + 0.5 + 0.430677) / (1 + 0.63093 + 0.5 + 0.430677) = 1.930677 / 2.561607
    expect(ndcg([7, 1, 8, 9], new Set([7, 8, 9, 10]), 10)).toBeCloseTo(0.753698, 5);
  });
});

describe('average precision, computed by hand', () => {
  test.each([
    ['the only one is first', [7], [7], 100, 1],
    ['the only one is fourth', [1, 2, 3, 7], [7], 100, 1 / 4],
    ['first and third of two', [7, 1, 8], [7, 8], 100, (1 + 2 / 3) / 2],
    ['second and fifth of three', [1, 7, 2, 3, 8], [7, 8, 9], 100, (1 / 2 + 2 / 5) / 3],
    ['below the depth', [1, 7, 8], [7, 8], 2, 1 / 2 / 2],
    ['an empty list', [], [7], 100, 0],
    ['nothing relevant', [1, 2], [], 100, 0],
  ])('%s', (_, list, relevant, depth, expected) => {
    expect(averagePrecision(list, new Set(relevant), depth)).toBeCloseTo(expected, 12);
  });
});

test('a mean of nothing is not a number', () => {
  expect(mean([0, 0.5, 1])).toBe(0.5);
  expect(mean([])).toBeNaN();
});
