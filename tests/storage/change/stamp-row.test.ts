import { expect, test } from 'vitest';
import { stampRow } from '@/storage/change/stamp-row';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { nextStamp, oldStamp } from '@/utils/paper/stamp';

const ID = 'arxiv:2609.00001';
const STAMP = nextStamp(undefined, Date.parse(at(9)), 'session001');
const LATER = nextStamp(STAMP, 0, 'session001');
const PLAIN = storedPaper({ id: ID });
const STARRED = storedPaper({ id: ID, starred: true, tags: ['light'] });

test('a record gets the revision, and the stamp on what changed', () => {
  const change = { table: 'papers' as const, key: ID, before: { ...PLAIN, tags: ['light'] }, after: STARRED };
  expect(stampRow(change, change.before, 7, STAMP)).toEqual({
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
  const stamped = stampRow(
    { table: 'papers', key: ID, before: undefined, after: PLAIN },
    undefined,
    7,
    STAMP,
  );
  expect(stamped.after).toEqual({ ...PLAIN, revision: 7 });
});

test('the way into the trash and back is stamped', () => {
  const trashed = { id: ID, trashedAt: at(9), paper: PLAIN, sightings: [] };
  const away = { table: 'trash' as const, key: ID, before: undefined, after: trashed };
  const paper = { ...PLAIN, stamps: { life: STAMP } };
  expect(stampRow(away, PLAIN, 7, STAMP).after).toEqual({ ...trashed, paper });
  const back = { table: 'papers' as const, key: ID, before: undefined, after: paper };
  expect(stampRow(back, paper, 8, LATER).after).toEqual({ ...PLAIN, revision: 8, stamps: { life: LATER } });
});

test('what comes from the trash as it was keeps its other stamps', () => {
  const paper = { ...STARRED, stamps: { starred: STAMP, 'tag:light': STAMP, life: STAMP } };
  const back = { table: 'papers' as const, key: ID, before: undefined, after: paper };
  expect(stampRow(back, paper, 8, LATER).after).toMatchObject({ stamps: { ...paper.stamps, life: LATER } });
  const untagged = stampRow({ ...back, after: { ...paper, tags: [] } }, paper, 8, LATER);
  expect(untagged.after).toMatchObject({ stamps: { starred: STAMP, 'tag:light': LATER, life: LATER } });
});

test('another copy of a record keeps the stamps that it brings', () => {
  const copy = { ...STARRED, stamps: { starred: LATER, 'tag:light': LATER, life: LATER } };
  const change = { table: 'papers' as const, key: ID, before: undefined, after: copy };
  expect(stampRow(change, undefined, 7, STAMP).after).toEqual({ ...copy, revision: 7 });
  expect(stampRow({ ...change, before: PLAIN }, PLAIN, 7, STAMP).after).toMatchObject({
    stamps: copy.stamps,
  });
  const trashed = { id: ID, trashedAt: at(9), paper: copy, sightings: [] };
  const away = { table: 'trash' as const, key: ID, before: undefined, after: trashed };
  expect(stampRow(away, PLAIN, 7, STAMP).after).toEqual(trashed);
});

test.each(['sightings', 'aliases'] as const)('rows of %s have none', (table) => {
  const change = { table, key: ['a', 'b'], before: undefined, after: { paper: ID } };
  expect(stampRow(change, undefined, 7, STAMP)).toBe(change);
});

test('a row that leaves has none', () => {
  const change = { table: 'papers' as const, key: ID, before: PLAIN, after: undefined };
  expect(stampRow(change, undefined, 7, STAMP)).toBe(change);
});
