import { expect, test } from 'vitest';
import { storedPaper } from '@/tests/storage/papers';
import { seenHeads } from '@/utils/paper/seen-heads';
import { oldStamp } from '@/utils/paper/stamp';

const stamp = oldStamp('2026-09-28T06:00:00.000Z');

test.each([
  ['no note', {}, []],
  ['one text', { note: 'N', stamps: { note: stamp } }, [stamp]],
  ['a text that was emptied', { stamps: { note: stamp } }, [stamp]],
  ['two texts', { note: 'N', heads: { a: 'N', b: 'M' }, stamps: { note: stamp } }, ['a', 'b']],
])('of %s', (_, fields, heads) => {
  expect(seenHeads(storedPaper({ id: 'arxiv:2609.00001', ...fields }))).toEqual(heads);
});

test('of a record without stamps', () => {
  expect(seenHeads(storedPaper({ id: 'arxiv:2609.00001', note: 'N' }))).toHaveLength(1);
});
