import { beforeEach, describe, expect, test } from 'vitest';
import { removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { emptyTrash } from '@/storage/forget';
import { setTagColour, tagColours, tagsUsed } from '@/storage/tag-notes';
import { allTags, deleteTag, renameTag } from '@/storage/tags';
import { colourOf } from '@/utils/paper/tags';
import { at, card } from './cards';
import { everything, openDatabase, runTasks } from './open-database';
import { storedPaper } from './papers';
import { recount } from './recount';
import { faults } from './soundness';

let db: OffprintDatabase;
let ids: string[];

beforeEach(async () => {
  db = openDatabase();
  const cards = [1, 2, 3].map((n) => card({ title: `Paper ${n}`, identifiers: { arxiv: `2609.0000${n}` } }));
  await saveCards(db, cards, at(0));
  ids = await db.papers.toCollection().primaryKeys();
});

const tag = (tags: string[], which: readonly string[], minutes = 1) =>
  editPapers(db, which, { add: { tags } }, at(minutes));
const tagsOf = async () => (await db.papers.toArray()).map(({ tags }) => tags);

test('all tags are listed with their papers, by name, and when each was given last', async () => {
  await tag(['ml'], ids, 1);
  await tag(['to read'], ids.slice(0, 1), 2);
  expect(await allTags(db)).toEqual([
    { tag: 'ml', papers: 3, usedAt: at(1), colour: colourOf('ml'), chosen: false },
    { tag: 'to read', papers: 1, usedAt: at(2), colour: colourOf('to read'), chosen: false },
  ]);
});

test('a tag is written as it was first', async () => {
  await tag(['ML'], ids.slice(0, 1));
  await tag(['ml', 'Ml'], ids.slice(1), 2);
  expect(await tagsOf()).toEqual([['ML'], ['ML'], ['ML']]);
});

test('spellings that files brought count as one, under the most frequent', async () => {
  await db.papers.bulkPut([
    storedPaper({ id: 'arxiv:2609.00011', tags: ['Résumé'] }),
    storedPaper({ id: 'arxiv:2609.00012', tags: ['resume'] }),
    storedPaper({ id: 'arxiv:2609.00013', tags: ['resume'] }),
  ]);
  await recount(db);
  expect(await allTags(db)).toMatchObject([{ tag: 'resume', papers: 3 }]);
});

describe('everywhere at once', () => {
  beforeEach(async () => {
    await tag(['ml'], ids.slice(0, 2), 1);
    await tag(['vision'], ids.slice(1), 2);
    await removePapers(db, ids.slice(1, 2), at(3));
  });

  const trashed = async () => (await db.trash.get(ids[1] ?? ''))?.paper.tags;

  test('a tag is renamed, in the trash too, and nothing comes back from there', async () => {
    const entry = await renameTag(db, 'ML', 'learning', at(4));
    expect([await tagsOf(), await trashed()]).toEqual([
      [['learning'], ['vision']],
      ['vision', 'learning'],
    ]);
    expect(await db.journal.get(Number(entry))).toMatchObject({
      ...{ intention: 'edit', papers: 2 },
      what: [
        { field: 'tags', how: 'remove', to: 'ML' },
        { field: 'tags', how: 'add', to: 'learning' },
      ],
    });
    await undo(db, Number(entry), at(5));
    expect([await tagsOf(), (await trashed())?.toSorted()]).toEqual([
      [['ml'], ['vision']],
      ['ml', 'vision'],
    ]);
    expect(await faults(db)).toEqual([]);
  });

  test('two tags become one', async () => {
    await renameTag(db, 'ml', 'vision', at(4));
    expect([await tagsOf(), await trashed()]).toEqual([[['vision'], ['vision']], ['vision']]);
  });

  test('a tag gets another spelling', async () => {
    await renameTag(db, 'ml', 'ML', at(4));
    expect([await tagsOf(), await trashed()]).toEqual([
      [['ML'], ['vision']],
      ['vision', 'ML'],
    ]);
  });

  test('a tag is deleted', async () => {
    await deleteTag(db, 'Vision', at(4));
    expect([await tagsOf(), await trashed()]).toEqual([[['ml'], []], ['ml']]);
  });

  test('what is no tag changes nothing', async () => {
    const before = await everything(db);
    expect(await deleteTag(db, 'none', at(4))).toBeUndefined();
    expect(await renameTag(db, 'none', 'ml', at(4))).toBeUndefined();
    expect(await renameTag(db, 'ml', 'ml', at(4))).toBeUndefined();
    await expect(renameTag(db, 'ml', ' ', at(4))).rejects.toMatchObject({ code: 'badValue', about: 'tags' });
    expect(await everything(db)).toEqual(before);
  });

  test('what is deleted for good takes its tags along', async () => {
    await setTagColour(db, 'vision', 3, at(4));
    await tag(['secret'], ids.slice(2), 5);
    await removePapers(db, ids.slice(2), at(6));
    await setTagColour(db, 'secret', 4, at(7));
    await emptyTrash(db, at(8));
    expect(Object.keys(await tagsUsed(db))).toEqual(['ml']);
    expect(Object.keys(await tagColours(db))).toEqual([]);
    expect(JSON.stringify(await db.settings.toArray())).not.toContain('secret');
  });
});

test('of very many papers it is a task, which can be cancelled and undone', async () => {
  const many = Array.from({ length: 501 }, (_, n) =>
    storedPaper({ id: `acl:p${n}`, identifiers: { acl: `p${n}` }, tags: ['ml'], title: `T${n}` }),
  );
  await db.papers.bulkPut(many);
  await recount(db);
  const tagged = async (name: string) => db.papers.where('tags').equals(name).count();
  const entry = Number(await renameTag(db, 'ml', 'learning', at(1)));
  expect(await db.journal.get(entry)).toMatchObject({ running: true });
  await runTasks(db, at(2));
  expect(await tagged('learning')).toBe(501);
  expect(await db.journal.get(entry)).toMatchObject({
    papers: 501,
    what: [{ how: 'remove' }, { how: 'add' }],
  });
  expect(await db.settings.where('name').startsWith('edit:').count()).toBe(0);
  await undo(db, entry, at(3));
  await runTasks(db, at(3));
  expect(await tagged('ml')).toBe(501);
  const second = Number(
    await editPapers(
      db,
      many.map(({ id }) => id),
      { set: { starred: true } },
      at(4),
    ),
  );
  await undo(db, second, at(5)); // cancelled before it began
  await runTasks(db, at(5));
  expect(await db.settings.where('name').startsWith('edit:').count()).toBe(0);
  expect(await db.papers.filter(({ starred }) => starred).count()).toBe(0);
});
