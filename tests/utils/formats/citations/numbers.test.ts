import { expect, test } from 'vitest';
import { isNumeric, isPlural, labelled, number, pages } from '@/utils/formats/citations/numbers';

test.each([
  ['12', true, false],
  ['12-13', true, true],
  ['1, 5-7', true, true],
  ['A12', true, false],
  ['E98-D', true, false],
  ['xii-xx', false, true],
  ['Special', false, false],
  ['IV', false, false],
  ['abs/1706.03762', false, false],
])('%j is a number: %s, several: %s', (value, numeric, plural) => {
  expect(isNumeric(value)).toBe(numeric);
  expect(isPlural(value)).toBe(plural);
});

test('nothing is no number', () => {
  expect(isNumeric(undefined)).toBe(false);
});

test('labels', () => {
  expect(labelled('p.', 'pp.', '7')).toBe('p. 7');
  expect(labelled('p.', 'pp.', '7-9', '7–9')).toBe('pp. 7–9');
});

test('ranges have the long dash, names of volumes keep theirs', () => {
  expect([number('12--13'), number('xii-xx'), number('E98-D'), number('a-b c')]).toEqual([
    '12–13',
    'xii–xx',
    'E98-D',
    'a-b c',
  ]);
});

test.each([
  ['321-328', '321–328', '321–8', '321–28', '321–28', '321–328'],
  ['123-5', '123–125', '123–5', '123–25', '123–25', '123–5'],
  ['3-10', '3–10', '3–10', '3–10', '3–10', '3–10'],
  ['71-72', '71–72', '71–2', '71–72', '71–72', '71–72'],
  ['100-104', '100–104', '100–4', '100–04', '100–104', '100–104'],
  ['101-108', '101–108', '101–8', '101–08', '101–8', '101–108'],
  ['1496-1500', '1496–1500', '1496–500', '1496–500', '1496–1500', '1496–1500'],
  ['10234-10256', '10234–10256', '10234–56', '10234–56', '10234–56', '10234–10256'],
  ['12-12', '12–12', '12–12', '12–12', '12–12', '12–12'],
  ['S12-S18', 'S12–S18', 'S12–8', 'S12–18', 'S12–18', 'S12–S18'],
  ['e12345', 'e12345', 'e12345', 'e12345', 'e12345', 'e12345'],
  ['12:1-12:20', '12:1-12:20', '12:1-12:20', '12:1-12:20', '12:1-12:20', '12:1-12:20'],
])('pages %s', (value, expanded, minimal, two, chicago, asTheyAre) => {
  expect(pages(value, 'expanded')).toBe(expanded);
  expect(pages(value, 'minimal')).toBe(minimal);
  expect(pages(value, 'minimal-two')).toBe(two);
  expect(pages(value, 'chicago')).toBe(chicago);
  expect(pages(value)).toBe(asTheyAre);
});
