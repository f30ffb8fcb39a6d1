import { expect, test } from 'vitest';
import { countOwn, KEEP, kept } from '@/storage/import/keep';

const ENTRY = {
  tags: ['roads', 'salt'],
  collections: ['Thesis'],
  note: 'Mine',
  childNotes: ['One', 'Two'],
};
const ALL = { tags: true, collections: true, childNotes: true };
const NOTHING = { tags: false, collections: false, childNotes: false };

test.each([
  ['by default', ENTRY, KEEP, { tags: ['roads', 'salt'], note: 'Mine' }],
  ['all', ENTRY, ALL, { tags: ['roads', 'salt', 'Thesis'], note: 'Mine\n\nOne\n\nTwo' }],
  ['nothing but the note', ENTRY, NOTHING, { tags: [], note: 'Mine' }],
  ['child notes where there is no note', { childNotes: ['One'] }, ALL, { tags: [], note: 'One' }],
  ['of nothing', {}, ALL, { tags: [] }],
])('%s is kept', (_, entry, keep, expected) => {
  expect(kept(entry, keep)).toEqual(expected);
});

test('tags and collections are counted once, child notes each', () => {
  expect(countOwn([ENTRY, ENTRY, {}])).toEqual({ tags: 2, collections: 1, childNotes: 4 });
});
