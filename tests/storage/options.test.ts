import { expect, test } from 'vitest';
import { beginSession } from '@/storage/change/session';
import { importStaged, saveCards } from '@/storage/commands';
import { backUpLibrary } from '@/storage/export/back-up';
import { planImport } from '@/storage/import/reader';
import { joinOptions, libraryOptions, optionRows, setOptions } from '@/storage/options';
import { at, card } from '@/tests/storage/cards';
import { allStaged, BATCH, openDatabase } from '@/tests/storage/open-database';

async function open() {
  const db = openDatabase();
  await beginSession(db, 'session001');
  return db;
}

test('what was chosen last holds, each option by itself', async () => {
  const db = await open();
  expect(await libraryOptions(db)).toEqual({});
  await setOptions(db, { theme: 'dark', density: 'compact' }, at(0));
  await setOptions(db, { theme: 'light' }, at(1));
  expect(await libraryOptions(db)).toEqual({ theme: 'light', density: 'compact' });
});

test('each choice has a stamp of its own, which the next change goes on from, also if the clock goes back', async () => {
  const db = await open();
  await setOptions(db, { theme: 'dark' }, at(5));
  const [first] = await optionRows(db);
  await setOptions(db, { theme: 'light' }, at(0));
  const [second] = await optionRows(db);
  expect((second?.stamp ?? '') > (first?.stamp ?? '')).toBe(true);
  await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns' })], at(0));
  expect(String((await db.settings.get('clock'))?.value) > (second?.stamp ?? '')).toBe(true);
});

test('of two copies the later choice counts, whichever is joined with which', async () => {
  const [one, other] = [await open(), await open()];
  await setOptions(one, { theme: 'dark', dates: 'absolute' }, at(0));
  await setOptions(other, { theme: 'light' }, at(1));
  const [rows, others] = [await optionRows(one), await optionRows(other)];
  await joinOptions(one, others);
  await joinOptions(other, rows);
  for (const db of [one, other])
    expect(await libraryOptions(db)).toEqual({ theme: 'light', dates: 'absolute' });
  expect(await optionRows(one)).toEqual(expect.arrayContaining(await optionRows(other)));
});

test('a backup brings the options along, and an older choice in it stays behind', async () => {
  const [one, other] = [await open(), await open()];
  await saveCards(one, [card({ title: 'Lanterns' })], at(0));
  await setOptions(one, { theme: 'dark', density: 'compact' }, at(1));
  await setOptions(other, { theme: 'light' }, at(2));
  const text = await (await backUpLibrary(one, at(3))).text();
  await planImport(other, BATCH, { files: [new Blob([text])] }, () => {});
  await importStaged(other, await allStaged(other), at(4));
  expect(await libraryOptions(other)).toEqual({ theme: 'light', density: 'compact' });
});

test('a value that no option has any more is passed over', async () => {
  const db = await open();
  await db.settings.put({ name: 'options', value: { theme: { value: 'sepia', stamp: '' } } });
  expect(await libraryOptions(db)).toEqual({});
});
