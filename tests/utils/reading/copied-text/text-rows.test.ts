import { expect, test } from 'vitest';
import { linesOf } from '@/utils/reading/copied-text/lines';
import { isNamesRow, textRowsOf, unmarked } from '@/utils/reading/copied-text/text-rows';

const rows = (text: string) => textRowsOf(linesOf(text)).map((row) => row.text);

test.each([
  'Save Cite Cited by 120 Related articles All 7 versions',
  '☆ Save ⁝⁝ Cite Cited by 12',
  'Speichern Zitieren',
  'Enregistrer Citer Cité 3 fois',
  '保存 引用 被引用次数：3 相关文章',
  'Item in Clipboard',
  'Free PMC article.',
  '[PDF] walls.example',
  'arXiv:2609.00001',
  '120 2021',
  'We gauge the moss of every wall …',
  'PDF',
])('%j is no row', (line) => {
  expect(rows(`Gauging moss\n${line}\nAda Berg, Bo Cai`)).toEqual(['Gauging moss', 'Ada Berg, Bo Cai']);
});

test.each([
  'Cite this: how papers travel',
  'Saving moss in 2024',
  'A Berg, B Cai, C Doe…',
  'How to cite 3 walls',
])('%j is one', (line) => {
  expect(rows(line)).toEqual([line]);
});

test('lines of one form are none, but for names and what differs in more than numbers', () => {
  const text = [1, 2, 3]
    .map((number) => `Wall ${number}\nReviewed ${number} times by us\nAda Berg1, Bo Cai1`)
    .join('\n');
  expect(rows(text)).toEqual(Array(3).fill('Ada Berg1, Bo Cai1'));
});

test('rows stand together up to a gap, unless there is one everywhere', () => {
  const blocks = (text: string) => new Set(textRowsOf(linesOf(text)).map(({ block }) => block)).size;
  expect(blocks('Moss\nWalls\n\nBread\nOvens')).toBe(2);
  expect(blocks('Moss\n\nWalls\n\nBread\n\nOvens')).toBe(1);
});

test.each([
  ['Ada Berg a,*, Bo Cai b', 'Ada Berg, Bo Cai'],
  ['Ada Berg a, Bo Cai a,b and Cyra Doe c', 'Ada Berg, Bo Cai and Cyra Doe'],
  ['Plan a, or plan b', 'Plan a, or plan b'],
])('unmarked(%j)', (text, expected) => {
  expect(unmarked(text)).toBe(expected);
});

test.each([
  ['Ada Berg, Bo Cai', true],
  ['Ada Berg (Wall University); Bo Cai (Kites)', true],
  ['Ada Berg', false],
  ['Ada Berg, Bo Cai gauge moss', false],
])('isNamesRow(%j) is %s', (text, expected) => {
  expect(isNamesRow(text)).toBe(expected);
});
