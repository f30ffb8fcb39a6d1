import { expect, test } from 'vitest';
import { isKeyPattern } from '@/utils/paper/key-pattern';

test.each([
  ['{author}{year}{title}', true],
  ['{author}:{year}', true],
  ['papers/{title}', true],
  ['', false],
  ['key', false],
  ['{constructor}', false],
  ['{author} {year}', false],
  ['{author}{', false],
  ['{author}ä', false],
])('whether %j is a pattern: %s', (pattern, is) => {
  expect(isKeyPattern(pattern)).toBe(is);
});
