import { expect, test } from 'vitest';
import { isCitationKey, isKeyPattern } from '@/utils/paper/key-pattern';

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

test.each([
  ['vaswani2017attention', true],
  ['DBLP:conf/nips/VaswaniSPUJGKP17', true],
  ['WOS:0015_a.b-c+d', true],
  ['Müller2019', true],
  ['', false],
  ['two words', false],
  ['a,b', false],
  ['a{b', false],
  ['a}b', false],
  ['a%b', false],
  ['a\u0000b', false],
  ['\ud800', false],
  ['x'.repeat(101), false],
])('whether %j can be typed as a key: %s', (key, is) => {
  expect(isCitationKey(key)).toBe(is);
});
