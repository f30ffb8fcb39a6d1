import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sender } from '@/entrypoints/background/sender';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { at, card } from '@/tests/storage/cards';
import { everything, openDatabase } from '@/tests/storage/open-database';
import { listing, ownPage, STRANGERS, startWorker } from './worker';

let db: OffprintDatabase;
let worker: Awaited<ReturnType<typeof startWorker>>;
const IDS = ['doi:10.1234/a', 'doi:10.1234/b'];

beforeEach(async () => {
  db = openDatabase();
  worker = await startWorker(db);
  await saveCards(db, [card({ title: 'Fog', identifiers: { doi: '10.1234/a' } })], at(0));
  await saveCards(db, [card({ title: 'Lamps in fog', identifiers: { doi: '10.1234/b' } })], at(1));
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
});

const GOOD = {
  joinPapers: { ids: IDS, choices: { title: IDS[1] ?? '' } },
  tellApart: { ids: IDS },
  takeApart: { id: IDS[0] ?? '', merge: 3 },
};

test('two records are joined with a choice, and taken apart', async () => {
  const sender = ownPage();
  expect(await worker.joinPapers({ data: GOOD.joinPapers, sender })).toEqual({
    ok: true,
    value: { entry: 3 },
  });
  expect((await db.papers.toArray()).map(({ title }) => title)).toEqual(['Lamps in fog']);
  expect(await worker.takeApart({ data: GOOD.takeApart, sender })).toEqual({ ok: true, value: { entry: 4 } });
  expect((await db.papers.toArray()).map(({ title }) => title)).toEqual(['Fog', 'Lamps in fog']);
  expect(worker.effects.onChange).toHaveBeenCalledTimes(2);
});

test('two records are told apart, once', async () => {
  const tell = () => worker.tellApart({ data: GOOD.tellApart, sender: ownPage() });
  expect(await tell()).toEqual({ ok: true, value: { entry: 3 } });
  expect(await tell()).toEqual({ ok: false, code: 'refused' });
});

describe.each(['joinPapers', 'tellApart', 'takeApart'] as const)('%s', (name) => {
  test.each<[string, Sender]>([['our content script', listing()], ...STRANGERS])(
    'is closed to %s',
    async (_, sender) => {
      const before = await everything(db);
      expect(await worker[name]({ data: GOOD[name], sender })).toEqual({ ok: false, code: 'refused' });
      expect(await everything(db)).toEqual(before);
    },
  );

  test.each([
    undefined,
    {},
    { ids: [IDS[0]] },
    { ids: [IDS[0], IDS[0]] },
    { ids: Array.from({ length: 21 }, (_, n) => `a:${n}`) },
    { ids: IDS, choices: { upvotes: IDS[0] } },
    { ids: IDS, more: 1 },
    { id: IDS[0], merge: 0 },
  ])('refuses %j', async (data) => {
    const before = await everything(db);
    expect(await worker[name]({ data, sender: ownPage() })).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });
});
