import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, redo, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { backUpLibrary } from '@/storage/export/back-up';
import { planImport } from '@/storage/import/reader';
import { recentHistory } from '@/storage/library';
import { changeSearch, deleteSearch, savedSearches, saveSearch } from '@/storage/saved-searches';
import type { SavedSearch } from '@/utils/query/saved-search';
import { at } from './cards';
import { allStaged, BATCH, everything, openDatabase } from './open-database';

let db: OffprintDatabase;
const HERONS: SavedSearch = { name: 'Herons', query: 'herons', sort: 'saved', group: 'listed' };

beforeEach(async () => {
  db = openDatabase();
  await db.settings.put({ name: 'session', value: 'session001' });
  await saveSearch(db, 'a', HERONS, at(1)); // 1
});

const found = async (one = db) => (await savedSearches(one)).map(({ name, query }) => `${name}: ${query}`);
const backUp = async (from = db) => (await backUpLibrary(from, at(0))).text();

async function bringBack(text: string, into: OffprintDatabase, now: string) {
  const plan = await planImport(into, BATCH, { files: [new Blob([text])] }, () => {});
  const entry = await importStaged(into, await allStaged(into), now);
  return { entry, searches: plan && 'preview' in plan ? plan.preview.searches : undefined };
}

describe('a search', () => {
  test('is kept, renamed, changed and deleted; they come by name', async () => {
    await saveSearch(db, 'b', { name: 'all', query: '' }, at(2));
    expect(await savedSearches(db)).toEqual([
      { id: 'b', name: 'all', query: '' },
      { id: 'a', ...HERONS },
    ]);
    await changeSearch(db, 'a', { name: 'Zebras' }, at(3));
    await changeSearch(db, 'a', { query: '', group: null }, at(4));
    expect((await savedSearches(db))[1]).toEqual({ id: 'a', name: 'Zebras', query: '', sort: 'saved' });
    await deleteSearch(db, 'b', at(5));
    expect(await found()).toEqual(['Zebras: ']);
  });

  test('stands in the history by its name', async () => {
    await changeSearch(db, 'a', { name: 'Egrets' }, at(2));
    await deleteSearch(db, 'a', at(3));
    const told = (await recentHistory(db, 9)).map(({ intention, what, title, papers }) => [
      ...[intention, what?.[0]?.how, title, papers],
    ]);
    expect(told).toEqual([
      ['search', 'remove', 'Egrets', 0],
      ['search', 'set', 'Egrets', 0],
      ['search', 'add', 'Herons', 0],
    ]);
  });

  test.each([
    [
      'a second one of a name, in any case',
      () => saveSearch(db, 'b', { ...HERONS, name: 'HERONS' }, at(2)),
      'sameName',
    ],
    ['one that is not there', () => changeSearch(db, 'b', { name: 'x' }, at(2)), 'refused'],
    ['to delete one that is not there', () => deleteSearch(db, 'b', at(2)), 'refused'],
    ['an id twice', () => saveSearch(db, 'a', { name: 'x', query: '' }, at(2)), 'refused'],
  ])('refused is %s, and nothing is written', async (_, act, code) => {
    const before = await everything(db);
    await expect(act()).rejects.toMatchObject({ code });
    expect(await everything(db)).toEqual(before);
  });

  test('may get the name that it has, in another case; the same again is no change', async () => {
    expect(await changeSearch(db, 'a', { name: 'HERONS' }, at(2))).toBe(2);
    expect(await changeSearch(db, 'a', { name: 'HERONS' }, at(3))).toBeUndefined();
  });
});

describe('undo', () => {
  test('takes each step back, and redo does it again', async () => {
    await changeSearch(db, 'a', { name: 'Egrets' }, at(2));
    await deleteSearch(db, 'a', at(3));
    const seen = [await found()];
    for (const minute of [4, 5, 6]) {
      await undo(db, {}, at(minute));
      seen.push(await found());
    }
    expect(seen).toEqual([[], ['Egrets: herons'], ['Herons: herons'], []]);
    for (const minute of [7, 8, 9]) await redo(db, at(minute));
    expect(await found()).toEqual([]);
    expect(await db.searches.get('a')).toEqual({ id: 'a', stamp: expect.any(String) });
  });

  test('of a rename leaves what was changed since', async () => {
    const entry = await changeSearch(db, 'a', { name: 'Egrets' }, at(2));
    await changeSearch(db, 'a', { query: 'egrets' }, at(3));
    await undo(db, entry ?? 0, at(4));
    expect(await found()).toEqual(['Herons: egrets']);
  });

  test('tells what stays because it was changed again', async () => {
    const entry = await changeSearch(db, 'a', { name: 'Egrets' }, at(2));
    await changeSearch(db, 'a', { name: 'Storks' }, at(3));
    await undo(db, entry ?? 0, at(4));
    expect(await found()).toEqual(['Storks: herons']);
    expect((await db.journal.get(entry ?? 0))?.kept).toBe(1);
  });

  test('is refused where another has the name by now', async () => {
    const entry = await deleteSearch(db, 'a', at(2));
    await saveSearch(db, 'b', { name: 'herons', query: 'other' }, at(3));
    await expect(undo(db, entry ?? 0, at(4))).rejects.toMatchObject({ code: 'sameName', about: 'b' });
    expect(await found()).toEqual(['herons: other']);
  });
});

describe('a backup', () => {
  test('brings searches, also where there is nothing else, and undoing the import takes them away', async () => {
    const other = openDatabase();
    const { entry, searches } = await bringBack(await backUp(), other, at(2));
    expect(searches).toBe(1);
    expect(await savedSearches(other)).toEqual([{ id: 'a', ...HERONS }]);
    expect(await other.searches.toArray()).toEqual(await db.searches.toArray());
    expect(await bringBack(await backUp(), other, at(3))).toEqual({ entry: undefined, searches: 0 });
    await undo(other, entry ?? 0, at(4));
    expect(await found(other)).toEqual([]);
  });

  test('is overruled by what was changed later, and overrules what was changed before', async () => {
    const old = await backUp();
    await changeSearch(db, 'a', { name: 'Egrets' }, at(2));
    expect(await bringBack(old, db, at(3))).toEqual({ entry: undefined, searches: 0 });
    const newer = await backUp();
    const other = openDatabase();
    await bringBack(old, other, at(4));
    await bringBack(newer, other, at(5));
    expect(await found(other)).toEqual(['Egrets: herons']);
  });

  test('does not bring back what was deleted since, and deletes elsewhere what was deleted here', async () => {
    const old = await backUp();
    const other = openDatabase();
    await bringBack(old, other, at(2));
    await deleteSearch(db, 'a', at(3));
    await bringBack(old, db, at(4));
    expect(await found()).toEqual([]);
    await bringBack(await backUp(), other, at(5));
    expect(await found(other)).toEqual([]);
  });

  test('with stamps of a clock that is ahead does not stand above what is done here next', async () => {
    const other = openDatabase();
    await changeSearch(db, 'a', { name: 'Egrets' }, '2031-01-01T00:00:00.000Z');
    await bringBack(await backUp(), other, at(5));
    await changeSearch(other, 'a', { name: 'Storks' }, at(6));
    await bringBack(await backUp(), other, at(7));
    expect(await found(other)).toEqual(['Storks: herons']);
  });
});
