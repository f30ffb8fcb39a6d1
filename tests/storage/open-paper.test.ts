import { beforeEach, expect, test } from 'vitest';
import { saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { openPaper } from '@/storage/open-paper';
import { at, card } from './cards';
import { openDatabase } from './open-database';

const ID = 'arxiv:2609.00001';
let db: OffprintDatabase;

beforeEach(async () => {
  db = openDatabase();
  await saveCards(
    db,
    [card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns', code: 'https://git.example/ä b' })],
    at(0),
  );
});

const status = async () => (await db.papers.get(ID))?.status;
const open = (address?: string, id = ID) => openPaper(db, id, address, at(1));

test.each([undefined, 'https://arxiv.org/pdf/2609.00001', 'https://git.example/%C3%A4%20b'])(
  'an unread paper that is opened at %s is being read, in one step that can be undone',
  async (address) => {
    const entry = await open(address);
    expect(await status()).toBe('reading');
    expect(await db.journal.get(entry ?? 0)).toMatchObject({
      intention: 'edit',
      what: [{ field: 'status', how: 'set', to: 'reading' }],
      papers: 1,
    });
    await undo(db, entry ?? 0, at(2));
    expect(await status()).toBe('unread');
  },
);

test.each(['reading', 'read'] as const)('one that is “%s” stays that', async (before) => {
  await editPapers(db, [ID], { set: { status: before } }, at(1));
  expect(await open()).toBeUndefined();
  expect(await status()).toBe(before);
});

test('an address that a note names is none of its own, and a paper that is gone is left alone', async () => {
  expect(await open('https://elsewhere.example/')).toBeUndefined();
  expect(await open(undefined, 'doi:10.1/gone')).toBeUndefined();
  expect(await status()).toBe('unread');
  expect(await db.journal.count()).toBe(1);
});
