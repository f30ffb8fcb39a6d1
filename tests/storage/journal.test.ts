import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import type { Change } from '@/storage/database';
import { changesOf, record, revertFields } from '@/storage/journal';
import { at } from './cards';
import { everything, openDatabase, revisionOf } from './open-database';
import { storedPaper } from './papers';

type Fields = Record<string, unknown>;

describe('taking a change of a row back', () => {
  test.each<[string, { before: Fields; after: Fields; current: Fields; reverted: Fields }]>([
    [
      'a changed field gets its old value',
      {
        before: { title: 'old' },
        after: { title: 'new' },
        current: { id: 'a', title: 'new' },
        reverted: { id: 'a', title: 'old' },
      },
    ],
    [
      'a field changed since then stays',
      {
        before: { title: 'old' },
        after: { title: 'new' },
        current: { title: 'newest' },
        reverted: { title: 'newest' },
      },
    ],
    [
      'an added field goes',
      { before: {}, after: { note: 'mine' }, current: { id: 'a', note: 'mine' }, reverted: { id: 'a' } },
    ],
    [
      'an added field that was changed since then stays',
      { before: {}, after: { note: 'mine' }, current: { note: 'ours' }, reverted: { note: 'ours' } },
    ],
    [
      'a dropped field comes back',
      { before: { authorCount: 3 }, after: {}, current: { id: 'a' }, reverted: { id: 'a', authorCount: 3 } },
    ],
    [
      'a dropped field that was filled anew stays',
      { before: { authorCount: 3 }, after: {}, current: { authorCount: 5 }, reverted: { authorCount: 5 } },
    ],
    [
      'other fields are left alone',
      {
        before: { title: 'old' },
        after: { title: 'new' },
        current: { title: 'new', tags: ['later'] },
        reverted: { title: 'old', tags: ['later'] },
      },
    ],
    [
      'lists are compared as a whole',
      {
        before: { tags: ['a'] },
        after: { tags: ['a', 'b'] },
        current: { tags: ['a', 'b', 'c'] },
        reverted: { tags: ['a', 'b', 'c'] },
      },
    ],
    [
      'of a map only the changed entries go back',
      {
        before: { identifiers: { arxiv: '1' } },
        after: { identifiers: { arxiv: '1', doi: '2' } },
        current: { identifiers: { arxiv: '1', doi: '2', acl: '3' } },
        reverted: { identifiers: { arxiv: '1', acl: '3' } },
      },
    ],
  ])('%s', (_, { before, after, current, reverted }) => {
    const change: Change = { table: 'papers', key: 'a', before, after };
    const given = structuredClone(current);
    expect(revertFields(change, current)).toEqual(reverted);
    expect(current).toEqual(given);
  });
});

describe('recording', () => {
  test('an intention that changed nothing leaves no trace', async () => {
    const db = openDatabase();
    const before = await everything(db);
    expect(await record(db, { intention: 'save' }, at(0), async () => 'done')).toEqual({
      value: 'done',
      entry: undefined,
    });
    expect(await everything(db)).toEqual(before);
  });

  test('of a changed row keeps only the fields that differ', async () => {
    const db = openDatabase();
    const row = { paper: 'a:1', site: 's', url: 'https://a.example/', seenAt: at(0) };
    await record(db, { intention: 'save' }, at(0), ({ put }) => put('sightings', row));
    const { entry } = await record(db, { intention: 'save' }, at(1), ({ put }) =>
      put('sightings', { ...row, upvotes: 2 }),
    );
    expect(await changesOf(db, entry ?? 0)).toEqual([
      {
        table: 'sightings',
        key: ['a:1', 's', 'https://a.example/'],
        before: { upvotes: undefined },
        after: { upvotes: 2 },
      },
    ]);
  });

  test('removing what is not there is no change', async () => {
    const db = openDatabase();
    const { entry } = await record(db, { intention: 'remove' }, at(0), ({ remove }) =>
      remove('papers', 'a:1'),
    );
    expect(entry).toBeUndefined();
    expect(await db.tombstones.count()).toBe(0);
  });

  test('a body that throws after writing leaves nothing', async () => {
    const db = openDatabase();
    const broken = record(db, { intention: 'save' }, at(0), async ({ put }) => {
      await put('aliases', { key: 'a:1', paper: 'a:1' });
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await db.aliases.count()).toBe(0);
    expect(await db.journal.count()).toBe(0);
    expect(await revisionOf(db)).toBe(0);
  });

  test('changes that come at the same time get a revision each', async () => {
    const db = openDatabase();
    const put = (key: string) =>
      record(db, { intention: 'save' }, at(0), (recorder) => recorder.put('aliases', { key, paper: 'a:1' }));
    await Promise.all(['a:1', 'a:2', 'a:3'].map(put));
    expect(await revisionOf(db)).toBe(3);
  });
});

test('a paper that was seen anew gets the revision of that, so that readers catch up; nothing else does', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd([storedPaper({ id: 'a:1' }), storedPaper({ id: 'a:2' })]);
  await db.settings.put({ name: 'revision', value: 6 });
  const sighting = { paper: 'a:1', site: 'arxiv', url: 'https://arxiv.org/list', seenAt: at(0) };
  await record(db, { intention: 'sight' }, at(0), (recorder) => recorder.put('sightings', sighting));
  expect((await db.papers.toArray()).map(({ revision }) => revision)).toEqual([7, 1]);
  await record(db, { intention: 'save' }, at(1), (recorder) =>
    recorder.remove('sightings', ['a:1', 'arxiv', 'https://arxiv.org/list']),
  );
  expect((await db.papers.toArray()).map(({ revision }) => revision)).toEqual([8, 1]);
});

test('no change of the library waits for the search index', async () => {
  const db = openDatabase();
  let free = () => {};
  const held = db.transaction('rw', db.index, db.segments, db.chunks, db.deletions, async () => {
    const promise = new Promise<void>((resolve) => {
      free = resolve;
    });
    await Dexie.waitFor(promise);
  });
  const sighting = { paper: 'a:1', site: 'arxiv', url: 'https://arxiv.org/list', seenAt: at(0) };
  await record(db, { intention: 'save' }, at(0), (recorder) => recorder.put('sightings', sighting));
  free();
  await held;
});
