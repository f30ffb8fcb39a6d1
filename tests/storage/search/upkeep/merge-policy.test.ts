import { expect, test } from 'vitest';
import { chooseMerge, MOST_SEGMENTS } from '@/storage/search/upkeep/merge-policy';

const live = (sizes: number[]) => chooseMerge(sizes, sizes);

test('few segments stay as they are', () => {
  expect(live([])).toBeUndefined();
  expect(live(Array.from({ length: MOST_SEGMENTS }, () => 10))).toBeUndefined();
});

test('one too many is made fewer, the great ones left alone', () => {
  const sizes = [50_000, ...Array.from({ length: MOST_SEGMENTS }, () => 10)];
  expect(live(sizes)).toEqual(Array.from({ length: MOST_SEGMENTS }, (_, index) => index + 1));
});

test('a segment that is mostly deleted is written anew, alone', () => {
  expect(chooseMerge([10, 50, 10], [10, 100, 10])).toEqual([1]);
  expect(chooseMerge([10, 99, 10], [10, 100, 10])).toBeUndefined();
});

test('while papers are to be forgotten, one deleted document is enough', () => {
  expect(chooseMerge([10, 99, 10], [10, 100, 10], true)).toEqual([1]);
  expect(chooseMerge([10, 100, 10], [10, 100, 10], true)).toBeUndefined();
});

test('a library that grows by tens has few segments, and each paper is written few times', () => {
  let segments: number[] = [];
  let written = 0;
  for (let papers = 0; papers < 100_000; papers += 10) {
    segments.push(10);
    for (let chosen = live(segments); chosen; chosen = live(segments)) {
      const merged = chosen.reduce((sum, place) => sum + (segments[place] ?? 0), 0);
      written += merged;
      const rest = segments.filter((_, place) => !chosen?.includes(place));
      segments = [...rest, merged];
    }
    expect(segments.length).toBeLessThanOrEqual(MOST_SEGMENTS);
  }
  expect(written / 100_000).toBeLessThan(8);
});
