import { expect, test } from 'vitest';
import { isReadable, READABLE } from '@/components/browser/readable';

test('every format that is read has its endings, and saved pages have theirs', () => {
  expect(READABLE).toEqual(expect.arrayContaining(['.json', '.bib', '.txt', '.html', '.htm']));
  expect(new Set(READABLE).size).toBe(READABLE.length);
});

test.each([
  ['library.bib', true],
  ['LIBRARY.BIB', true],
  ['page.html', true],
  ['page.mhtml', true],
  ['photo.png', false],
  ['.hidden.bib', false],
  ['bib', false],
])('%s: %s', (name, readable) => {
  expect(isReadable(name)).toBe(readable);
});
