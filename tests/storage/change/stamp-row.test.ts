import { expect, test } from 'vitest';
import { stampRow } from '@/storage/change/stamp-row';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { nextStamp, oldStamp } from '@/utils/paper/stamp';

const ID = 'arxiv:2609.00001';
const STAMP = nextStamp(undefined, Date.parse(at(9)), 'session001');
const PLAIN = storedPaper({ id: ID });
const STARRED = storedPaper({ id: ID, starred: true, tags: ['light'] });

test('a record gets the revision, and the stamp on what changed', () => {
  const change = { table: 'papers' as const, key: ID, before: { ...PLAIN, tags: ['light'] }, after: STARRED };
  expect(stampRow(change, 7, STAMP)).toEqual({
    ...change,
    before: { ...change.before, stamps: { 'tag:light': oldStamp(PLAIN.savedAt) } },
    after: {
      ...STARRED,
      revision: 7,
      stamps: { 'tag:light': oldStamp(PLAIN.savedAt), starred: STAMP },
    },
  });
});

test('a new record that nobody touched has no stamps', () => {
  const stamped = stampRow({ table: 'papers', key: ID, before: undefined, after: PLAIN }, 7, STAMP);
  expect(stamped.after).toEqual({ ...PLAIN, revision: 7 });
});

test('the way into the trash and back is stamped', () => {
  const trashed = { id: ID, trashedAt: at(9), paper: PLAIN, sightings: [] };
  const away = stampRow({ table: 'trash', key: ID, before: undefined, after: trashed }, 7, STAMP);
  expect(away.after).toEqual({ ...trashed, paper: { ...PLAIN, stamps: { life: STAMP } } });
  const next = nextStamp(STAMP, 0, 'session001');
  const back = { table: 'papers' as const, key: ID, before: undefined };
  expect(stampRow({ ...back, after: { ...PLAIN, stamps: { life: STAMP } } }, 8, next).after).toEqual({
    ...PLAIN,
    revision: 8,
    stamps: { life: next },
  });
});

test.each(['sightings', 'aliases'] as const)('rows of %s have none', (table) => {
  const change = { table, key: ['a', 'b'], before: undefined, after: { paper: ID } };
  expect(stampRow(change, 7, STAMP)).toBe(change);
});

test('a row that leaves has none', () => {
  const change = { table: 'papers' as const, key: ID, before: PLAIN, after: undefined };
  expect(stampRow(change, 7, STAMP)).toBe(change);
});
