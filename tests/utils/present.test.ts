import { expect, test } from 'vitest';
import { present } from '@/utils/present';

test('present leaves out what is absent, and nothing else', () => {
  const all = { a: undefined, b: '', c: 0, d: false, e: [], f: 'x' };
  expect(Object.keys(present(all))).toEqual(['c', 'd', 'e', 'f']);
});
