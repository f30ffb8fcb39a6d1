import { expect, test } from 'vitest';
import { isIsbn, isIssn } from '@/utils/formats/parts/book-numbers';

test.each([
  ['978-0-306-40615-7', true],
  ['0-306-40615-2', true],
  ['080442957X', true],
  ['978-0-306-40615-8', false],
  ['0306406153', false],
  ['9780306406157 (print)', false],
  ['', false],
])('%s is an ISBN: %s', (text, is) => {
  expect(isIsbn(text)).toBe(is);
});

test.each([
  ['2049-3630', true],
  ['2434-561x', true],
  ['2049-3631', false],
  ['', false],
])('%s is an ISSN: %s', (text, is) => {
  expect(isIssn(text)).toBe(is);
});
