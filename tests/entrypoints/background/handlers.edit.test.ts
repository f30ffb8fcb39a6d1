import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Sender } from '@/entrypoints/background/sender';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { at } from '@/tests/storage/cards';
import { everything, openDatabase } from '@/tests/storage/open-database';
import { LANTERNS, listing, ownPage, SALT, STRANGERS, startWorker } from './worker';

let db: OffprintDatabase;
let worker: Awaited<ReturnType<typeof startWorker>>;
let ids: string[];

beforeEach(async () => {
  db = openDatabase();
  worker = await startWorker(db);
  await saveCards(db, [LANTERNS, SALT], at(0));
  ids = await db.papers.toCollection().primaryKeys();
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
});

const edit = (data: unknown, sender: Sender = ownPage()) => worker.editPapers({ data, sender });

describe('editPapers', () => {
  test('changes papers in one step and tells of it', async () => {
    expect(await edit({ ids, patch: { set: { starred: true } } })).toEqual({ ok: true, value: { entry: 2 } });
    expect((await db.papers.toArray()).map(({ starred }) => starred)).toEqual([true, true]);
    expect(worker.effects.onChange).toHaveBeenCalledExactlyOnceWith(2);
  });

  test('answers without an entry if nothing changed', async () => {
    expect(await edit({ ids, patch: {} })).toEqual({ ok: true, value: { entry: undefined } });
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });

  test('says what a failure is about', async () => {
    const [id = '', other = ''] = ids;
    const [kind, value] = other.split(/:(.*)/s);
    const patch = (add: object) => ({ ids: [id], patch: add });
    expect(await edit(patch({ set: { publishedAt: '2026-02-31' } }))).toEqual({
      ...{ ok: false, code: 'badValue', about: 'publishedAt' },
    });
    expect(await edit(patch({ clear: ['title'] }))).toMatchObject({ ok: false, code: 'noTitle' });
    expect(await edit(patch({ add: { identifiers: [{ kind, value }] } }))).toEqual({
      ...{ ok: false, code: 'held', about: other },
    });
  });

  test.each<[string, Sender]>([['our content script', listing()], ...STRANGERS])(
    'is closed to %s',
    async (_, sender) => {
      const before = await everything(db);
      expect(await edit({ ids, patch: { set: { starred: true } } }, sender)).toEqual({
        ok: false,
        code: 'refused',
      });
      expect(await everything(db)).toEqual(before);
    },
  );

  test.each<[unknown]>([
    [undefined],
    [{}],
    [{ ids: [], patch: {} }],
    [{ ids: ['arxiv:2609.00001'] }],
    [{ ids: ['arxiv:2609.00001'], patch: { set: { note: 'N' } } }],
    [{ ids: ['arxiv:2609.00001'], patch: {}, more: 1 }],
    [{ ids: ['gone'], patch: { set: { starred: true } } }],
  ])('refuses %j', async (data) => {
    const before = await everything(db);
    expect(await edit(data)).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });
});

describe('addPaper', () => {
  const add = (data: unknown, sender: Sender = ownPage()) => worker.addPaper({ data, sender });

  test('adds a paper, or answers with the one that is here', async () => {
    expect(await add({ set: { title: 'Lamps' } })).toEqual({
      ok: true,
      value: { id: expect.any(String), entry: 2 },
    });
    expect(worker.effects.onChange).toHaveBeenCalledExactlyOnceWith(2);
    const [id = ''] = ids;
    const [kind, value] = id.split(/:(.*)/s);
    expect(await add({ add: { identifiers: [{ kind, value }] } })).toEqual({ ok: true, value: { held: id } });
    expect(worker.effects.onChange).toHaveBeenCalledTimes(1);
  });

  test.each([undefined, { remove: {} }, { set: { title: 3 } }])('refuses %j', async (data) => {
    expect(await add(data)).toEqual({ ok: false, code: 'refused' });
  });

  test('is closed to pages', async () => {
    expect(await add({ set: { title: 'Lamps' } }, listing())).toEqual({ ok: false, code: 'refused' });
  });
});

describe('openPaper', () => {
  const open = (data: unknown, sender: Sender = ownPage()) => worker.openPaper({ data, sender });

  test('marks an unread paper once', async () => {
    const answer = await open({ id: 'arxiv:2609.00001' });
    expect(answer).toMatchObject({ ok: true, value: { entry: expect.any(Number) } });
    expect((await db.papers.get('arxiv:2609.00001'))?.status).toBe('reading');
    expect(await open({ id: 'arxiv:2609.00001' })).toEqual({ ok: true, value: { entry: undefined } });
  });

  test('is for our own pages', async () => {
    expect(await open({ id: 'arxiv:2609.00001' }, listing())).toMatchObject({ ok: false });
    expect(await open({ id: 'arxiv:2609.00001', address: 1 })).toMatchObject({ ok: false });
    expect((await db.papers.get('arxiv:2609.00001'))?.status).toBe('unread');
  });
});
