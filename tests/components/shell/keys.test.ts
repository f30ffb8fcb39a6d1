import { expect, test } from 'vitest';
import { actionOf, KEYS } from '@/components/shell/keys';

test.each([
  ['j', 'next'],
  ['z', 'undo'],
  ['Z', 'redo'],
  ['#', 'remove'],
  ['/', 'search'],
  ['g', 'ways'],
  ['?', 'sheet'],
  ['S', undefined],
  // The list and the panel hear these.
  ['Enter', undefined],
  ['Escape', undefined],
  ['↓', undefined],
  ['→', undefined],
  ['constructor', undefined],
])('“%s” means %s', (key, action) => {
  expect(actionOf(key)).toBe(action);
});

test('no key means two things', () => {
  const keys = Object.values(KEYS).flat();
  expect(new Set(keys).size).toBe(keys.length);
});
