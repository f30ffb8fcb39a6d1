import { expect, test } from 'vitest';
import { plainText } from '@/utils/formats/citations/citation-text';
import { labelledNames, type NamesStyle, names } from '@/utils/formats/citations/names';
import { runsOf } from '@/utils/formats/citations/piece';
import type { CslName } from '@/utils/formats/parts/csl-item';
import { people } from './cited';

const BEETHOVEN: CslName = { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' };
const KING: CslName = { family: 'King', given: 'Martin Luther', suffix: 'Jr.' };
const GROUP: CslName = { literal: 'Gemini Team and Google' };
const ALL: NamesStyle = { inverted: 'all', given: 'initials', and: '&', commaBeforeAnd: true };
const NONE: NamesStyle = { inverted: 'none', given: 'whole', and: 'and' };
const LETTERS: NamesStyle = { inverted: 'all', given: 'letters', sortSeparator: ' ' };
const LAST: NamesStyle = { inverted: 'first', given: 'whole', particleLast: true };

const text = (list: CslName[] | undefined, style: NamesStyle) => plainText(runsOf(names(list, style)));

test.each<[CslName, string, string, string, string]>([
  [BEETHOVEN, 'van Beethoven, L.', 'Ludwig van Beethoven', 'van Beethoven L', 'Beethoven, Ludwig van'],
  [KING, 'King, M. L., Jr.', 'Martin Luther King Jr.', 'King ML Jr', 'King, Martin Luther, Jr.'],
  [GROUP, GROUP.literal, GROUP.literal, GROUP.literal, GROUP.literal],
  [{ family: '张', given: '三' }, '张三', '张三', '张三', '张三'],
  [{ family: 'शर्मा', given: 'राम' }, 'शर्मा, रा.', 'राम शर्मा', 'शर्मा रा', 'शर्मा, राम'],
  [{ family: "O'Neil" }, 'O’Neil', 'O’Neil', 'O’Neil', 'O’Neil'],
  [
    { family: 'Haytham', given: 'Abu', 'non-dropping-particle': 'al-' },
    'al-Haytham, A.',
    'Abu al-Haytham',
    'al-Haytham A',
    'Haytham, Abu al-',
  ],
  [
    { family: "d'Alembert", given: 'Jean' },
    'd’Alembert, J.',
    'Jean d’Alembert',
    'd’Alembert J',
    'Alembert, Jean d’',
  ],
])('%j', (name, all, none, letters, last) => {
  expect(text([name], ALL)).toBe(all);
  expect(text([name], NONE)).toBe(none);
  expect(text([name], LETTERS)).toBe(letters);
  expect(text([name], LAST)).toBe(last);
});

test('commas before the last name', () => {
  expect(text([KING, BEETHOVEN], ALL)).toBe('King, M. L., Jr., & van Beethoven, L.');
  expect(text([BEETHOVEN, GROUP], ALL)).toBe('van Beethoven, L. & Gemini Team and Google');
  expect(text([GROUP, BEETHOVEN], ALL)).toBe('Gemini Team and Google, & van Beethoven, L.');
  expect(text([KING, BEETHOVEN], NONE)).toBe('Martin Luther King Jr. and Ludwig van Beethoven');
  expect(text(people(3), NONE)).toBe('Anna Berg0, Anna Berg1, and Anna Berg2');
  expect(text(people(3), LETTERS)).toBe('Berg0 A, Berg1 A, Berg2 A');
});

test('too many names', () => {
  const few = (first: number, more = {}) => ({ ...NONE, most: { from: 4, first, ...more } });
  expect(text(people(3), few(1))).toContain('and Anna Berg2');
  expect(text(people(4), few(1))).toBe('Anna Berg0 et al.');
  expect(text(people(4), few(1, { comma: true }))).toBe('Anna Berg0, et al.');
  expect(text(people(4), few(2))).toBe('Anna Berg0, Anna Berg1, et al.');
  expect(text(people(4), few(2, { last: true }))).toBe('Anna Berg0, Anna Berg1, … Anna Berg3');
});

test('nobody, and people with a label', () => {
  expect(names(undefined, ALL)).toEqual([]);
  expect(names([], ALL)).toEqual([]);
  const label = (count: number) =>
    plainText(runsOf(labelledNames(people(count), NONE, ' (', ['Ed.', 'Eds.'], ')')));
  expect([label(0), label(1), label(2)]).toEqual([
    '',
    'Anna Berg0 (Ed.)',
    'Anna Berg0 and Anna Berg1 (Eds.)',
  ]);
});
