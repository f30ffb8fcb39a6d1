import { expect, test } from 'vitest';
import { TagColourRow } from '@/utils/paper/tag-colour-row';

const ROW = { kind: 'tag colour', tag: 'ml', colour: 3, stamp: '0'.repeat(22) };

test.each([
  ['a colour', ROW, ROW],
  ['a colour that was taken back', { ...ROW, colour: null }, { ...ROW, colour: null }],
  ['another spelling', { ...ROW, tag: ' Ml' }, ROW],
  ['what a later version may add', { ...ROW, later: 1 }, ROW],
])('%s is read', (_, row, read) => {
  expect(TagColourRow.parse(row)).toEqual(read);
});

test.each([
  ['kind', { ...ROW, kind: 'colour' }],
  ['colour', { ...ROW, colour: -1 }],
  ['tag', { ...ROW, tag: ' ' }],
  ['stamp', { ...ROW, stamp: '' }],
])('a wrong %s is refused', (_, row) => {
  expect(TagColourRow.safeParse(row).success).toBe(false);
});
