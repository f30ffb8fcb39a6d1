import { beforeEach, expect, test } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { forgetTags, noteTagsUsed, setTagColour, tagColours, tagsUsed } from '@/storage/tag-notes';
import { at } from './cards';
import { openDatabase } from './open-database';
import { storedPaper } from './papers';

let db: OffprintDatabase;

beforeEach(() => {
  db = openDatabase();
});

test('the last use of each tag is noted, of the latest 500', async () => {
  await noteTagsUsed(db, ['ML', 'to read'], at(1));
  await noteTagsUsed(db, ['ml'], at(2));
  expect(await tagsUsed(db)).toEqual({ ml: at(2), 'to read': at(1) });
  await noteTagsUsed(
    db,
    Array.from({ length: 499 }, (_, n) => `t${n}`),
    at(3),
  );
  const used = await tagsUsed(db);
  expect(Object.keys(used)).toHaveLength(500);
  expect(used).not.toHaveProperty('to read');
});

test('a colour is that of all spellings, each change later than the last, whatever the clock says', async () => {
  await setTagColour(db, 'ML', 3, at(5));
  const { ml: first } = await tagColours(db);
  await setTagColour(db, 'ml', null, at(1));
  const { ml: then } = await tagColours(db);
  expect([first?.colour, then?.colour]).toEqual([3, null]);
  expect((then?.stamp ?? '') > (first?.stamp ?? '')).toBe(true);
});

test('what is known of tags that are gone is forgotten', async () => {
  await db.papers.put(storedPaper({ id: 'arxiv:2609.00001', tags: ['ML'] }));
  await noteTagsUsed(db, ['ml', 'gone'], at(1));
  await setTagColour(db, 'ml', 1, at(1));
  await setTagColour(db, 'gone', 1, at(1));
  await forgetTags(db);
  expect(Object.keys(await tagsUsed(db))).toEqual(['ml']);
  expect(Object.keys(await tagColours(db))).toEqual(['ml']);
});
