import { describe, expect, test } from 'vitest';
import { bareTitle, titleScore, titlesAtStart, wordsIn } from '@/utils/reading/listed/title-score';

test.each([
  ['Counting Lanterns From Moving Ferries', 5],
  ['港口灯光的计数方法研究', 6],
  ['', 0],
])('%j has %i words', (text, words) => {
  expect(wordsIn(text)).toBe(words);
});

describe('what is like a title', () => {
  test.each([
    'Counting Lanterns From Moving Ferries',
    'Do Foxes Prefer Dim Streets? A Field Study',
    'Poster: Counting Lanterns in Fog',
    '港口灯光的计数方法研究',
    'دراسة حول عدد المصابيح في الموانئ',
  ])('%s is', (text) => {
    expect(titleScore(text)).toBeGreaterThan(0.6);
  });

  test.each([
    'PDF',
    'Session 4: Light',
    'Session chair: Ada Berg',
    'Coffee break',
    'Department of Light, Nowhere University',
    '10:30 - 11:00',
    '14 September 2026',
    'Ada Berg, Bo Cai and Cyra Doe',
    'https://example.org/lamps/of/the/north',
    'Lamps of the north arXiv preprint arXiv:2609.00001',
    'In Proceedings of the Winter Conference',
    '',
  ])('%j is not', (text) => {
    expect(titleScore(text)).toBeLessThan(0.55);
  });
});

test.each([
  ['12. “Counting Lanterns,”', 'Counting Lanterns'],
  ['Title: Counting Lanterns in Fog*', 'Counting Lanterns in Fog'],
])('%s is bared', (text, title) => {
  expect(bareTitle(text)).toBe(title);
});

describe('a title at the start', () => {
  test.each([
    ['“Lamps in fog,” in Proc. Winter', [['Lamps in fog', 'quoted']]],
    ['Lamps in dense fog. Journal of Light, 3', [['Lamps in dense fog', 'cut']]],
    ['Lamps in dense fog. IV. More of it', [['Lamps in dense fog. IV', 'cut']]],
    ['Do lamps burn? An answer. Light, 3', [['Do lamps burn? An answer', 'cut']]],
    ['Lamps in dense fog, In: Proceedings', [['Lamps in dense fog', 'cut']]],
    ['Lamps in dense fog (2026), 3', [['Lamps in dense fog', 'cut']]],
    ['“Lamps in the ‘small’ hours,” Light', [['Lamps in the ‘small’ hours', 'quoted']]],
    ['"Lamps" in fog, and others', [['"Lamps" in fog, and others', 'all']]],
    ['Lamps in dense fog, Light Letters 3 (2026) 9', [['Lamps in dense fog', 'cut']]],
    ['Lamps in dense fog, Winter 3', [['Lamps in dense fog, Winter 3', 'all']]],
    ['Lamps in Skorokhod spaces', [['Lamps in Skorokhod spaces', 'all']]],
    [
      'Lamps. A book of them // Journal of Light. 2026',
      [
        ['Lamps. A book of them', 'slashes'],
        ['Lamps. A book of them // Journal of Light', 'cut'],
      ],
    ],
  ])('%s', (text, found) => {
    expect(titlesAtStart(text).map(({ title, way }) => [title, way])).toEqual(found);
  });
});
