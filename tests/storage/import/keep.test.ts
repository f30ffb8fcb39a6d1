import { expect, test } from 'vitest';
import { countOwn, KEEP, kept, unkeptParts } from '@/storage/import/keep';

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

test.each<[Record<string, number>, ReturnType<typeof unkeptParts>]>([
  [{}, { attached: 0, fields: [] }],
  [
    { language: 2, file: 3, 'bdsk-file-1': 2, series: 5 },
    {
      attached: 3,
      fields: [
        ['series', 5],
        ['language', 2],
      ],
    },
  ],
  [
    { L1: 4, 'File Attachments': 1 },
    { attached: 4, fields: [] },
  ],
])('of %j', (unkept, parts) => {
  expect(unkeptParts(unkept)).toEqual(parts);
});
