import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginSession } from '@/storage/change/session';
import { saveCards } from '@/storage/commands';
import { at, card } from '@/tests/storage/cards';
import { everything, openDatabase } from '@/tests/storage/open-database';

beforeEach(() => fakeBrowser.reset());

const CARD = card({ identifiers: { arxiv: '2609.00001' } });

async function clockOf(db: ReturnType<typeof openDatabase>): Promise<unknown> {
  return (await db.settings.get('clock'))?.value;
}

test('stamps end with the id of the session, which stays while the browser runs', async () => {
  const db = openDatabase();
  await beginSession(db, 'firstfirst');
  await beginSession(db, 'otherother');
  await saveCards(db, [CARD], at(0));
  expect(await clockOf(db)).toMatch(/firstfirst$/);
});

test('a copy of the profile that is started gets an id of its own, and goes on behind the stamps it knows', async () => {
  const db = openDatabase();
  await beginSession(db, 'firstfirst');
  await saveCards(db, [CARD], at(5));
  const before = String(await clockOf(db));
  fakeBrowser.reset(); // what the browser keeps for a session is gone
  await beginSession(db, 'otherother');
  await saveCards(db, [{ ...CARD, title: 'Lanterns' }], at(1));
  const after = String(await clockOf(db));
  expect(after).toMatch(/otherother$/);
  expect(after > before).toBe(true);
});

test('the second time nothing is written', async () => {
  const db = openDatabase();
  await beginSession(db, 'firstfirst');
  const before = await everything(db);
  await beginSession(db, 'otherother');
  expect(await everything(db)).toEqual(before);
});
