import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sender } from '@/entrypoints/background/sender';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { tagColours } from '@/storage/tag-notes';
import { at } from '@/tests/storage/cards';
import { everything, openDatabase } from '@/tests/storage/open-database';
import { LANTERNS, listing, ownPage, STRANGERS, startWorker } from './worker';

let db: OffprintDatabase;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeEach(async () => {
  db = openDatabase();
  worker = await startWorker(db);
  await saveCards(db, [LANTERNS], at(0));
  await editPapers(db, ['arxiv:2609.00001'], { add: { tags: ['ml'] } }, at(1));
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
});

const GOOD = {
  renameTag: { from: 'ml', to: 'learning' },
  deleteTag: { tag: 'ml' },
  setTagColour: { tag: 'ml', colour: 3 },
};

test('a tag is renamed and deleted', async () => {
  const sender = ownPage();
  expect(await worker.renameTag({ data: GOOD.renameTag, sender })).toEqual({ ok: true, value: { entry: 3 } });
  expect(await worker.deleteTag({ data: { tag: 'learning' }, sender })).toEqual({
    ok: true,
    value: { entry: 4 },
  });
  expect(await worker.deleteTag({ data: { tag: 'learning' }, sender })).toEqual({
    ...{ ok: true, value: { entry: undefined } },
  });
  expect(worker.effects.onChange).toHaveBeenCalledTimes(2);
  expect(worker.effects.runTasks).toHaveBeenCalled();
});

test('a tag gets a colour', async () => {
  expect(await worker.setTagColour({ data: GOOD.setTagColour, sender: ownPage() })).toEqual({
    ok: true,
    value: null,
  });
  expect(await tagColours(db)).toMatchObject({ ml: { colour: 3 } });
});

describe.each(['renameTag', 'deleteTag', 'setTagColour'] as const)('%s', (name) => {
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
    { tag: 1 },
    { ...GOOD[name], more: 1 },
    { tag: 'ml', colour: 12 },
    { tag: 'ml', colour: 0.5 },
    { from: 'ml' },
  ])('refuses %j', async (data) => {
    expect(await worker[name]({ data, sender: ownPage() })).toEqual({ ok: false, code: 'refused' });
  });
});
