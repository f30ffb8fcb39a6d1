import { expect, test } from 'vitest';
import { isFurniture, isProse, isTitle, linesOf } from '@/utils/reading/copied-text/lines';

const SENTENCE =
  'We count the rows of lamps in every street, and show that no street has more rows than lamps.';

test('lines are clean, and know the gaps before them', () => {
  expect(linesOf(' a\u00a0 b\r\n\r\nc\u2028d\u0000\u200b\n\t\ne')).toEqual([
    { text: 'a b', gap: true },
    { text: 'c', gap: true },
    { text: 'd', gap: false },
    { text: 'e', gap: true },
  ]);
});

test.each([
  [SENTENCE, true],
  [SENTENCE.repeat(5), true],
  ['Counting the Rows of Lamps: A Study in Three Streets', false],
  ['Rows Of Lamps '.repeat(40), false],
  ['a'.repeat(500), false],
  ['\ue000'.repeat(500), false],
])('isProse(%j) is %s', (text, expected) => {
  expect(isProse(text)).toBe(expected);
});

test.each([
  ['Rows of Lamps', true],
  ['70% Size, 100% Accuracy', true],
  ['Abstract', false],
  ['1 2 3 … 9 Next', false],
  ['https://example.org/a', false],
  ['x'.repeat(301), false],
])('isTitle(%j) is %s', (text, expected) => {
  expect(isTitle(text)).toBe(expected);
});

test('isFurniture', () => {
  expect(
    ['Daily Papers', 'byAK and the research community', 'A B S T R A C T', 'View PDF', 'Rows'].map(
      isFurniture,
    ),
  ).toEqual([...[true, true, true, true], false]);
});
