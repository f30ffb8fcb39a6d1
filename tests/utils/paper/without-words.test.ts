import { expect, test } from 'vitest';
import { withoutWords } from '@/utils/paper/without-words';

const GONE = new Set(['a:1', 'a:2']);

test.each([
  ['a word', { apart: ['a:1', 'a:3'], same: ['a:2'] }, { apart: ['a:3'] }],
  ['its stamp', { stamps: { 'apart:a:1': 'x', status: 'y' } }, { stamps: { status: 'y' } }],
  ['the stamp that an undo kept', { restored: { 'apart:a:2': 'x' }, title: 'T' }, { title: 'T' }],
  ['nothing else', { apart: ['a:1'], note: undefined, tags: ['a:1'] }, { note: undefined, tags: ['a:1'] }],
])('%s goes', (_, fields, left) => {
  expect(withoutWords(fields, GONE)).toStrictEqual(left);
});

test('what says nothing of them is the same object', () => {
  const fields = { apart: ['a:3'], stamps: { 'apart:a:3': 'x', 'tag:a:1': 'y' } };
  expect(withoutWords(fields, GONE)).toBe(fields);
});
