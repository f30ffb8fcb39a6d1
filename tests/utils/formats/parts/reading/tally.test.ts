import { expect, test } from 'vitest';
import { Tally } from '@/utils/formats/parts/reading/tally';

test('counts whatever names there are, but not without end', () => {
  const tally = new Tally();
  for (const name of ['__proto__', 'AD', 'AD', 'x'.repeat(101)]) tally.count(name);
  expect(Object.entries(tally.counts)).toEqual([
    ['__proto__', 1],
    ['AD', 2],
  ]);
  for (let index = 0; index < 999; index++) tally.count(`n${index}`);
  tally.count('AD');
  expect(Object.keys(tally.counts)).toHaveLength(500);
  expect(tally.counts.AD).toBe(3);
});
