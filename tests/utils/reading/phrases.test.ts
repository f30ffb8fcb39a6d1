import { describe, expect, test } from 'vitest';
import {
  asTitle,
  isCapitalised,
  isCitation,
  isLeading,
  isNames,
  isSection,
  isSigned,
  isVenue,
  mayBeName,
  telling,
} from '@/utils/reading/phrases';

describe('a title', () => {
  test.each([
    ['12. Deep Sets for the Sea', 'Deep Sets for the Sea'],
    ['[R] Deep Sets for the Sea', 'Deep Sets for the Sea'],
    ['[PDF] Deep Sets for the Sea', 'Deep Sets for the Sea'],
    ['(Full text) [html] Deep Sets for the Sea', 'Deep Sets for the Sea'],
    ['(Deep) Sets for the Sea', '(Deep) Sets for the Sea'],
    ['[2601.00001] Deep Sets for the Sea (2019) [pdf]', 'Deep Sets for the Sea'],
    ['🔥 (NeurIPS 2025) “Deep Sets for the Sea,”', 'Deep Sets for the Sea'],
    ['Title: Deep  Sets\nfor the Sea.', 'Deep Sets for the Sea'],
    ['Deep Sets for the Sea | alphaXiv', 'Deep Sets for the Sea'],
    ['09:00 – 09:20 Deep Sets for the Sea', 'Deep Sets for the Sea'],
    ['3D Sets for the Sea?', '3D Sets for the Sea?'],
    // A full stop behind a capital ends the title, but not that of an abbreviation.
    ['seaR: Drawing deep sets in R.', 'seaR: Drawing deep sets in R'],
    ['Deep Sets and Vitamin K.', 'Deep Sets and Vitamin K'],
    ['Deep Sets for the Sea, Part II.', 'Deep Sets for the Sea, Part II'],
    ['Deep Sets on the Coast of the U.S.', 'Deep Sets on the Coast of the U.S.'],
    ['Letters to Fjell, A.', 'Letters to Fjell, A.'],
    ['《面向潮汐的网络》', '面向潮汐的网络'],
  ])('%j says %j', (text, title) => {
    expect(asTitle(text)).toBe(title);
  });

  test.each([
    '',
    'PDF',
    'Read more',
    'View PDF on arXiv',
    '12',
    '论文链接',
    'Session 4: Fish',
    'https://example.org/deep/sets',
    'Deep Sets arXiv:2601.00001',
    `Deep Sets ${'and more '.repeat(60)}`,
  ])('is not %j', (text) => {
    expect(asTitle(text)).toBeUndefined();
  });
});

test.each([
  ['PDF', true],
  ['[arXiv:2601.00001]', true],
  ['Read the paper', true],
  ['Access Paper or Ask Questions', true],
  ['論文', true],
  ['Zum Volltext', true],
  ['Papers for Penguins', false],
])('%j only leads somewhere: %s', (text, expected) => {
  expect(isLeading(text)).toBe(expected);
});

test.each([
  ['A. Fjell, B. Sund', true],
  ['Fjell, A., Hav, C., & Dyp, E.', true],
  ['Ada Fjell, Bo Sund, and Eli Dyp', true],
  ['Ada Fjell et al.', true],
  ['Müller, J. und Weiß, K.', true],
  ['Authors: somebody', true],
  ['Bells, Horns, and Whistles: A Taxonomy', false],
  ['Attention, Memory, and Planning', false],
  ['Deep Sets for the Sea', false],
  ['A Title That Ends as Others et al.', false],
])('%j are names: %s', (text, expected) => {
  expect(isNames(text)).toBe(expected);
});

test.each([
  ['NeurIPS 2026', true],
  ['In Proceedings of the Harbour Conference', true],
  ['Nature 612', true],
  ['Rope Letters, 2024', true],
  ['(2026) Deep Sets for the Sea', false],
  ['Deep Sets for the Sea', false],
])('%j is a venue: %s', (text, expected) => {
  expect(isVenue(text)).toBe(expected);
});

test.each([
  ['Publications', true],
  ['Best Paper Awards', true],
  ['2026', true],
  ['本周论文', true],
  ['What Do Models Forget at Sea?', false],
  ['News Recommendation with Graph Transformers', false],
])('%j heads a section: %s', (text, expected) => {
  expect(isSection(text)).toBe(expected);
});

test('names that are signed, names that may be titles, and capitals are told apart', () => {
  expect([isSigned('A. Fjell, B. Sund'), isSigned('Same Paper, Five Times Over')]).toEqual([true, false]);
  expect([mayBeName('Clara Hav'), mayBeName('Deep Sets for the Sea')]).toEqual([true, false]);
  expect([isCapitalised('Deep Sets for the Sea'), isCapitalised('Deeper than sets were ever')]).toEqual([
    true,
    false,
  ]);
  expect([telling('View the PDF'), telling('Deep Sets'), telling('潮汐预测网络')]).toEqual([0, 2, 3]);
});

describe('a citation', () => {
  test.each([
    'Fjell et al. 2026',
    'Fjell et al., 2026',
    'Fjell & Sund (2026)',
    'Fjell, Sund and Hav 2026a',
    '(McLund, et al. 2026)',
    'Fjell et al.',
  ])('is %j', (text) => {
    expect(isCitation(text)).toBe(true);
  });

  test.each([
    'Fjell',
    'NeurIPS 2026 Papers',
    'Of Ships 2026',
    'Fjell et al. Of Ships',
    'Ada Fjell and Bo Sund',
    '2026',
  ])('is not %j', (text) => {
    expect(isCitation(text)).toBe(false);
  });
});
