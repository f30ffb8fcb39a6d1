import { expect, test } from 'vitest';
import { entriesOf, kindsIn } from '@/components/views/history/kinds';
import type { EntryKind } from '@/storage/library';

const STEPS: EntryKind[] = (['remove', 'save', 'join', 'save', 'apart'] as const).map((intention, index) => ({
  entry: index + 1,
  intention,
}));

test('only kinds that occur are offered, in an order of their own', () => {
  expect(kindsIn(STEPS)).toEqual(['save', 'remove', 'identity']);
  expect(kindsIn([])).toEqual([]);
});

test('steps of one kind, or all of them, come newest first', () => {
  expect(entriesOf(STEPS, 'save')).toEqual([4, 2]);
  expect(entriesOf(STEPS, 'identity')).toEqual([5, 3]);
  expect(entriesOf(STEPS, 'edit')).toEqual([]);
  expect(entriesOf(STEPS, undefined)).toEqual([5, 4, 3, 2, 1]);
});
