import { beforeEach, expect, test } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import {
  colourRows,
  forgetTags,
  joinTagColours,
  noteTagsUsed,
  setTagColour,
  tagColours,
  tagsUsed,
} from '@/storage/tag-notes';
import { nextStamp } from '@/utils/paper/stamp';
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

test('of two colours the later counts, also if it was taken back, whichever comes first', async () => {
  const row = (tag: string, colour: number | null, ms: number) => ({
    ...{ kind: 'tag colour' as const, tag, colour },
    stamp: nextStamp(undefined, ms, 'session002'),
  });
  await joinTagColours(db, [row('ml', 1, 10), row('to read', 2, 10)]);
  await joinTagColours(db, [row('ml', 4, 9), row('to read', null, 11)]);
  await joinTagColours(db, [row('nlp', 6, 12), row('nlp', 5, 11)]);
  const colours = await tagColours(db);
  expect(Object.entries(colours).map(([tag, { colour }]) => [tag, colour])).toEqual([
    ['ml', 1],
    ['to read', null],
    ['nlp', 6],
  ]);
  expect(colourRows(colours)[0]).toEqual(row('ml', 1, 10));
});

test('a colour chosen here is later than the one of a backup from a clock that is ahead', async () => {
  const stamp = nextStamp(undefined, Date.UTC(2090, 0), 'session002');
  await joinTagColours(db, [{ kind: 'tag colour', tag: 'ml', colour: 1, stamp }]);
  await setTagColour(db, 'ML', 2, at(1));
  const { ml } = await tagColours(db);
  expect(ml?.colour).toBe(2);
  expect((ml?.stamp ?? '') > stamp).toBe(true);
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

test('colours that were forgotten come back with a later one or with a paper that has the tag, not with an old backup', async () => {
  await setTagColour(db, 'gone', 1, at(2));
  const old = colourRows(await tagColours(db));
  await forgetTags(db);
  await joinTagColours(db, old);
  expect(await tagColours(db)).toEqual({});
  expect(JSON.stringify(await db.settings.toArray())).not.toContain('gone');
  const paper = storedPaper({ id: 'arxiv:2609.00001', tags: ['Gone'] });
  await db.trash.put({ id: paper.id, trashedAt: at(0), paper, sightings: [] });
  await joinTagColours(db, old);
  expect(Object.keys(await tagColours(db))).toEqual(['gone']);

  await db.trash.clear();
  await forgetTags(db);
  const stamp = nextStamp(old[0]?.stamp, Date.parse(at(9)), 'session002');
  await joinTagColours(db, [{ kind: 'tag colour', tag: 'gone', colour: 4, stamp }]);
  expect(await tagColours(db)).toEqual({ gone: { colour: 4, stamp } });
});
