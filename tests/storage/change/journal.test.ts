import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { Draft } from '@/storage/change/draft';
import { changesOf, record, type Write } from '@/storage/change/journal';
import { readRecords } from '@/storage/change/read-draft';
import type { TableName } from '@/storage/change/row-difference';
import { saveCards, undo } from '@/storage/commands';
import { at, card } from '../cards';
import { everything, openDatabase, revisionOf } from '../open-database';
import { storedPaper } from '../papers';

/** A change that writes one row. */
function put<Name extends TableName>(table: Name, row: Parameters<typeof Draft.prototype.put<Name>>[1]) {
  return async (write: Write) => {
    const draft = new Draft();
    draft.put(table, row);
    await write(draft);
  };
}

describe('recording', () => {
  test('an intention that changed nothing leaves no trace', async () => {
    const db = openDatabase();
    const before = await everything(db);
    expect(await record(db, { intention: 'save' }, at(0), async () => {})).toBeUndefined();
    expect(await everything(db)).toEqual(before);
  });

  test('of a changed row keeps only the fields that differ', async () => {
    const db = openDatabase();
    const row = { paper: 'a:1', site: 's', url: 'https://a.example/', seenAt: at(0) };
    await record(db, { intention: 'save' }, at(0), put('sightings', row));
    const entry = await record(db, { intention: 'save' }, at(1), async (write) => {
      const draft = await readRecords(db, ['a:1']);
      draft.put('sightings', { ...row, upvotes: 2 });
      await write(draft);
    });
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
    const entry = await record(db, { intention: 'remove' }, at(0), async (write) => {
      const draft = new Draft();
      draft.remove('papers', 'a:1');
      await write(draft);
    });
    expect(entry).toBeUndefined();
    expect(await db.tombstones.count()).toBe(0);
  });

  test('a body that throws after writing leaves nothing', async () => {
    const db = openDatabase();
    const broken = record(db, { intention: 'save' }, at(0), async (write) => {
      await put('aliases', { key: 'a:1', paper: 'a:1' })(write);
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await db.aliases.count()).toBe(0);
    expect(await db.journal.count()).toBe(0);
    expect(await revisionOf(db)).toBe(0);
  });

  test('changes that come at the same time get a revision each', async () => {
    const db = openDatabase();
    const putAlias = (key: string) =>
      record(db, { intention: 'save' }, at(0), put('aliases', { key, paper: 'a:1' }));
    await Promise.all(['a:1', 'a:2', 'a:3'].map(putAlias));
    expect(await revisionOf(db)).toBe(3);
  });
});

test('a paper that was seen anew gets the revision of that, so that readers catch up; nothing else does', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd([storedPaper({ id: 'a:1' }), storedPaper({ id: 'a:2' })]);
  await db.settings.put({ name: 'revision', value: 6 });
  const sighting = { paper: 'a:1', site: 'arxiv', url: 'https://arxiv.org/list', seenAt: at(0) };
  await record(db, { intention: 'sight' }, at(0), put('sightings', sighting));
  expect((await db.papers.toArray()).map(({ revision }) => revision)).toEqual([7, 1]);
  await record(db, { intention: 'save' }, at(1), async (write) => {
    const draft = await readRecords(db, ['a:1']);
    draft.remove('sightings', ['a:1', 'arxiv', 'https://arxiv.org/list']);
    await write(draft);
  });
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
  await record(db, { intention: 'save' }, at(0), put('sightings', sighting));
  free();
  await held;
});

test('undoing a redo undoes the entry again, and so on, by whatever was done last', async () => {
  const db = openDatabase();
  const save = Number(await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' } })], at(0)));
  let last = save;
  for (let times = 1; times <= 6; times++) {
    last = Number(await undo(db, last, at(times)));
    const undone = times % 2 === 1;
    expect(await db.papers.count()).toBe(undone ? 0 : 1);
    // By the first undo, which is in effect again whenever its redo is undone.
    expect((await db.journal.get(save))?.undoneBy).toBe(undone ? save + 1 : undefined);
  }
  // As the history offers it: Undo, then Redo.
  const again = Number(await undo(db, save, at(8)));
  expect(await db.papers.count()).toBe(0);
  await undo(db, again, at(9));
  expect(await db.papers.count()).toBe(1);
});
