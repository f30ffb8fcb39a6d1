import { expect, test } from 'vitest';
import { plainText } from '@/utils/formats/citations/citation-text';
import { runsOf } from '@/utils/formats/citations/piece';
import { prose, quoted } from '@/utils/formats/citations/prose';

test.each([
  ['plain', 'plain', '“plain”'],
  ['a "b" c', 'a “b” c', '“a ‘b’ c”'],
  ["a 'b' c", 'a “b” c', '“a ‘b’ c”'],
  ['a ‘b’ c', 'a ‘b’ c', '“a ‘b’ c”'],
  ['“a ‘b’ c”', '“a ‘b’ c”', '“‘a “b” c’”'],
  ['‘a “b” c’', '‘a “b” c’', '“‘a “b” c’”'],
  [`"a" and "b"`, '“a” and “b”', '“‘a’ and ‘b’”'],
  ["don't, the students' O'Neil", 'don’t, the students’ O’Neil', '“don’t, the students’ O’Neil”'],
  ["rock 'n' roll", 'rock “n” roll', '“rock ‘n’ roll”'],
  ['a " b', 'a " b', '“a " b”'],
  ["the '90s", 'the ’90s', '“the ’90s”'],
  ['("a")', '(“a”)', '“(‘a’)”'],
  ['', '', ''],
])('%j is %j, in quotation marks %j', (text, shown, inQuotes) => {
  expect(plainText(runsOf(prose(text)))).toBe(shown);
  expect(plainText(runsOf(quoted(text)))).toBe(inQuotes);
});

test('thousands of quotation marks take no long time', () => {
  expect(plainText(runsOf(prose('"a" '.repeat(250))))).toMatch(/^“a” “a”/);
});
