import { beforeEach, expect, test, vi } from 'vitest';
import type { Sender } from '@/entrypoints/background/sender';
import type { OffprintDatabase } from '@/storage/database';
import { savedSearches } from '@/storage/saved-searches';
import { everything, openDatabase } from '@/tests/storage/open-database';
import { listing, ownPage, STRANGERS, startWorker } from './worker';

let db: OffprintDatabase;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeEach(async () => {
  db = openDatabase();
  worker = await startWorker(db);
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
});

const SEARCH = { name: 'Herons', query: 'herons status:unread' };
const save = async (search: object = SEARCH) => worker.saveSearch({ data: { search }, sender: ownPage() });

test('a search is kept, changed and deleted', async () => {
  const saved = await save();
  const id = saved.ok ? saved.value.id : '';
  expect(saved).toEqual({ ok: true, value: { id: expect.stringMatching(/^[\da-f-]{36}$/), entry: 1 } });
  const sender = ownPage();
  expect(await worker.changeSearch({ data: { id, change: { name: ' Egrets ' } }, sender })).toEqual({
    ...{ ok: true, value: { entry: 2 } },
  });
  expect(await savedSearches(db)).toEqual([{ id, name: 'Egrets', query: SEARCH.query }]);
  expect(await worker.deleteSearch({ data: { id }, sender })).toEqual({ ok: true, value: { entry: 3 } });
  expect(await savedSearches(db)).toEqual([]);
  expect(worker.effects.onChange).toHaveBeenCalledTimes(3);
});

test('a second one of the same name is told from the first', async () => {
  const first = await save();
  expect(await save({ name: 'HERONS', query: '' })).toEqual({
    ...{ ok: false, code: 'sameName', about: first.ok && first.value.id },
  });
});

test.each([
  ['no name', { name: ' ', query: '' }],
  ['too long a name', { name: 'n'.repeat(101), query: '' }],
  ['a field that nobody knows', { ...SEARCH, colour: 1 }],
])('%s is refused', async (_, search) => {
  const before = await everything(db);
  expect(await save(search)).toMatchObject({ ok: false, code: 'refused' });
  expect(await everything(db)).toEqual(before);
});

const GOOD = {
  saveSearch: { search: SEARCH },
  changeSearch: { id: 'a', change: { name: 'x' } },
  deleteSearch: { id: 'a' },
};

test.each<[string, Sender]>([['our content script', listing()], ...STRANGERS])(
  '%s may do none of it',
  async (_, sender) => {
    await db.searches.add({ id: 'a', stamp: '0mv69uio0000sample0001', search: SEARCH });
    const before = await everything(db);
    for (const name of Object.keys(GOOD) as (keyof typeof GOOD)[])
      expect(await worker[name]({ data: GOOD[name], sender })).toMatchObject({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  },
);
