import { expect, test } from 'vitest';
import { joinedTitle, notesIn, pagesOf, tagsIn } from '@/utils/formats/parts/reading/tagged-texts';

test.each([
  [[], ''],
  [['Lamps'], 'Lamps'],
  [['Lamps', 'Lamps: A History'], 'Lamps: A History'],
  [['Lamps: A History', 'Lamps'], 'Lamps: A History'],
  [['Lamps', 'A History'], 'Lamps: A History'],
  [['Lamps?', 'A History'], 'Lamps? A History'],
])('titles %j', (parts, title) => {
  expect(joinedTitle(parts)).toBe(title);
});

test.each([
  ['12', '19', '12–19'],
  ['12', '12', '12'],
  ['12', '', '12'],
  ['12', '+', '12'],
  ['', '19', '19'],
  ['12-19', '19', '12-19'],
  ['12--19', '', '12--19'],
  ['e17', '', 'e17'],
])('pages %s and %s', (first, last, pages) => {
  expect(pagesOf(first, last)).toBe(pages);
});

test('tags stand alone, or several in a value', () => {
  expect(tagsIn(['oil', 'a; b\nc ;', 'oil', 'x, y'], /[;\n]/)).toEqual(['oil', 'a', 'b', 'c', 'x, y']);
  expect(
    tagsIn(
      Array.from({ length: 999 }, (_, index) => `${index}`),
      /;/,
    ),
  ).toHaveLength(200);
});

test('notes of people, and those that hang on it', () => {
  expect(
    notesIn([
      'Cited By :44',
      'Export Date: 1 April 2016',
      'doi: 10.1063/1.1',
      'Mine\n- a',
      '<p>One</p><p>Two</p>',
    ]),
  ).toEqual({ note: 'Mine\n- a', childNotes: ['One\n\nTwo'] });
  expect(notesIn([])).toEqual({});
});
