import { expect, test } from 'vitest';
import { CitationKeyRow } from '@/utils/paper/citation-key-row';

const ROW = { kind: 'citation key', paper: 'arxiv:2609.00001', key: 'berg2026salt', stamp: '0'.repeat(22) };

test('a row is read, without what a later version may add', () => {
  expect(CitationKeyRow.parse({ ...ROW, later: 1 })).toEqual(ROW);
});

test.each([
  ['kind', { ...ROW, kind: 'key' }],
  ['paper', { ...ROW, paper: '' }],
  ['key', { ...ROW, key: 'two words' }],
  ['stamp', { ...ROW, stamp: '' }],
])('a wrong %s is refused', (_, row) => {
  expect(CitationKeyRow.safeParse(row).success).toBe(false);
});
