import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Sender } from '@/entrypoints/background/sender';
import { removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { noteHeld } from '@/storage/guard';
import { runs } from '@/tests/long';
import { at, card } from '@/tests/storage/cards';
import { BATCH, everything, openDatabase, stageFile } from '@/tests/storage/open-database';
import { filePaper } from '@/tests/storage/papers';
import { ODD_MESSAGE, ODD_SENDER } from './odd-messages';
import { about, LANTERNS, listing, ownPage, SALT, STRANGERS, startWorker } from './worker';

const NAMES = ['removePapers', 'undo'] as const;

let db: OffprintDatabase;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeEach(async () => {
  db = openDatabase();
  worker = await startWorker(db);
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
});

type Name = (typeof NAMES)[number];

function ask(name: Name, data: unknown, sender: Sender): Promise<unknown> {
  return worker[name]({ data, sender });
}

const save = (cards: readonly unknown[]) => worker.saveCards({ data: about(cards), sender: listing() });

describe.each(NAMES)('%s', (name) => {
  const data = { removePapers: { ids: ['arxiv:2609.00001'] }, undo: { entry: 1 } }[name];

  beforeEach(async () => {
    await saveCards(db, [LANTERNS], at(0));
  });

  test.each(['/sidepanel.html', '/popup.html', '/options.html?a#b'])('is open to %s', async (path) => {
    expect(await ask(name, data, ownPage(path))).toMatchObject({ ok: true });
    expect(await db.papers.count()).toBe(0);
  });

  test('is open to our page in a tab', async () => {
    const sender = { ...ownPage(), tab: { id: 1 }, frameId: 0 };
    expect(await ask(name, data, sender)).toMatchObject({ ok: true });
  });

  test.each<[string, Sender]>([
    ['our content script', listing()],
    ...STRANGERS,
    ['another extension that knows our address', { ...ownPage(), id: 'another-extension' }],
    ['a page of another extension', { ...ownPage(), url: 'chrome-extension://another-extension/popup.html' }],
    [
      'an extension whose id begins with ours',
      { ...ownPage(), url: `chrome-extension://${fakeBrowser.runtime.id}x/popup.html` },
    ],
    ['a page that has our address in its own', listing({ url: `https://evil.example/?${ownPage().url}` })],
  ])('is closed to %s', async (_, sender) => {
    const before = await everything(db);
    expect(await ask(name, data, sender)).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty object', {}],
    ['no ids', { ids: [] }],
    ['ids that are no text', { ids: [1] }],
    ['too many ids', { ids: Array.from({ length: 200_001 }, () => 'arxiv:2609.00001') }],
    ['an entry below one', { entry: 0 }],
    ['an entry as text', { entry: '1' }],
    ['an entry that is no whole number', { entry: 1.5 }],
    ['both at once', { ids: ['arxiv:2609.00001'], entry: 1 }],
  ])('refuses %s', async (_, malformed) => {
    const before = await everything(db);
    expect(await ask(name, malformed, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });
});

describe('redo', () => {
  const redo = (sender: Sender) => worker.redo({ data: undefined, sender });

  test('does again what was undone, and answers without an entry when nothing is left', async () => {
    await saveCards(db, [LANTERNS], at(0));
    await undo(db, 1, at(1));
    expect(await redo(ownPage())).toEqual({ ok: true, value: { entry: 3 } });
    expect(await db.papers.count()).toBe(1);
    expect(worker.effects.onChange).toHaveBeenCalledTimes(1);
    expect(await redo(ownPage())).toEqual({ ok: true, value: { entry: undefined } });
    expect(worker.effects.onChange).toHaveBeenCalledTimes(1);
  });

  test('is closed to pages', async () => {
    await saveCards(db, [LANTERNS], at(0));
    await undo(db, 1, at(1));
    expect(await redo(listing())).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
  });
});

describe('importStaged', () => {
  const importStaged = (data: unknown, sender: Sender) => worker.importStaged({ data, sender });
  const BOTH = { batch: BATCH, parts: 1 };

  beforeEach(async () => {
    expect(await stageFile(db, [filePaper({ id: 'arxiv:2609.00001' })])).toBe(1);
  });

  test('imports what is staged, and nothing that is not wholly there', async () => {
    expect(await importStaged({ ...BOTH, parts: 2 }, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
    expect(await importStaged(BOTH, ownPage())).toEqual({ ok: true, value: { entry: 1 } });
    expect(await db.papers.count()).toBe(1);
    expect(worker.effects.onChange).toHaveBeenCalledTimes(1);
  });

  test('lets a backup into a library that was lost, and nothing else', async () => {
    await saveCards(db, [LANTERNS], at(0));
    await noteHeld(db);
    await db.papers.clear();
    await db.settings.put({ name: 'papers', value: 0 });
    await db.staged.toCollection().modify({ source: 'cards' });
    expect(await importStaged(BOTH, ownPage())).toEqual({ ok: false, code: 'lost' });
    expect(await db.papers.count()).toBe(0);
    await db.staged.toCollection().modify({ source: 'library' });
    expect(await importStaged(BOTH, ownPage())).toMatchObject({ ok: true });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no name', { parts: 1 }],
    ['a name that is too short', { batch: 'x', parts: 1 }],
    ['a number for a name', { batch: 1, parts: 1 }],
    ['no count', { batch: BATCH }],
    ['a count below zero', { batch: BATCH, parts: -1 }],
    ['an unknown field', { ...BOTH, force: true }],
  ])('refuses %s', async (_, malformed) => {
    expect(await importStaged(malformed, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
    expect(await db.staged.count()).toBe(1);
  });

  test.each([['our content script', listing()], ...STRANGERS])('is closed to %s', async (_, sender) => {
    expect(await importStaged(BOTH, sender as Sender)).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
  });
});

describe.each(['forgetPapers', 'emptyTrash'] as const)('%s', (name) => {
  const deleteForGood = (data: unknown, sender: Sender) => worker[name]({ data, sender });
  const IDS = { ids: ['arxiv:2609.00001'] };

  beforeEach(async () => {
    await saveCards(db, [LANTERNS], at(0));
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    await noteHeld(db);
  });

  test('deletes what is in the trash, answers with how many, and tells of it', async () => {
    expect(await deleteForGood(IDS, ownPage())).toEqual({ ok: true, value: { papers: 1 } });
    expect(await db.trash.count()).toBe(0);
    expect(worker.effects.onChange).toHaveBeenCalledTimes(1);
  });

  test('leaves a library that may be empty: what is saved next is no loss', async () => {
    await deleteForGood(IDS, ownPage());
    expect(await save([SALT])).toMatchObject({ ok: true });
  });

  test('is refused where nothing of it is in the trash, and tells nobody', async () => {
    await deleteForGood(IDS, ownPage());
    worker.effects.onChange.mockClear();
    expect(await deleteForGood(IDS, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });

  test.each([['our content script', listing()], ...STRANGERS])('is closed to %s', async (_, sender) => {
    const before = await everything(db);
    expect(await deleteForGood(IDS, sender as Sender)).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['no ids', { ids: [] }],
  ['ids that are no text', { ids: [1] }],
  ['too many ids', { ids: Array.from({ length: 1001 }, () => 'arxiv:2609.00001') }],
  ['an unknown field', { ids: ['arxiv:2609.00001'], all: true }],
])('deleting for good refuses %s', async (_, malformed) => {
  await saveCards(db, [LANTERNS], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  const before = await everything(db);
  const answer = await worker.forgetPapers({ data: malformed, sender: ownPage() });
  expect(answer).toEqual({ ok: false, code: 'refused' });
  expect(await everything(db)).toEqual(before);
});

test('removing answers with the entry that undoes it', async () => {
  await saveCards(db, [LANTERNS], at(0));
  const answer = await worker.removePapers({ data: { ids: ['arxiv:2609.00001'] }, sender: ownPage() });
  if (!answer.ok) throw new Error(answer.code);
  expect(await ask('undo', answer.value, ownPage())).toEqual({
    ok: true,
    value: { entry: answer.value.entry + 1 },
  });
  expect(await db.papers.count()).toBe(1);
});

test('removing what is not there is refused', async () => {
  expect(await ask('removePapers', { ids: ['arxiv:2609.00009'] }, ownPage())).toEqual({
    ok: false,
    code: 'refused',
  });
});

test('every paper that can be saved can be removed', async () => {
  await save([card({ title: '한국어 논문 제목 '.repeat(200) })]);
  const ids = await db.papers.toCollection().primaryKeys();
  expect(ids).toHaveLength(1);
  expect(await ask('removePapers', { ids }, ownPage())).toMatchObject({ ok: true });
});

describe('whatever comes', () => {
  const odd = fc.oneof(
    ODD_MESSAGE,
    fc.record({ ids: fc.anything() }),
    fc.record({ entry: fc.anything().filter((entry) => entry !== 1) }),
  );

  test('malformed messages are refused, never thrown, and store nothing', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const before = await everything(db);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), odd, async (name, data) => {
        expect(await ask(name, data, ownPage())).toMatchObject({ ok: false });
      }),
      { numRuns: runs(2000) },
    );
    expect(await everything(db)).toEqual(before);
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });

  test('malformed senders are refused, never thrown, and store nothing', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const before = await everything(db);
    const data = { removePapers: { ids: ['arxiv:2609.00001'] }, undo: { entry: 1 } };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), ODD_SENDER, async (name, anyone) => {
        expect(await ask(name, data[name], anyone as Sender)).toMatchObject({ ok: false });
      }),
      { numRuns: runs(2000) },
    );
    expect(await everything(db)).toEqual(before);
  });
});

test('listings are told of a removal and of its undo, each with its entry', async () => {
  await saveCards(db, [LANTERNS], at(0));
  const entry = await removePapers(db, ['arxiv:2609.00001'], at(1));
  await ask('undo', { entry }, ownPage());
  await ask('removePapers', { ids: ['arxiv:2609.00001'] }, ownPage());
  expect(worker.effects.onChange.mock.calls).toEqual([[3], [4]]);
});

test('an undo lets tasks go on: of many papers it is one', async () => {
  await saveCards(db, [LANTERNS], at(0));
  await ask('undo', { entry: 'last' }, ownPage());
  expect(worker.effects.runTasks).toHaveBeenCalledTimes(1);
});

test('what is pressed in our pages waits for no list and no question', async () => {
  await saveCards(db, [LANTERNS], at(0));
  const order: string[] = [];
  const { queue } = worker.effects;
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  const others = (['list', 'question'] as const).flatMap((rank) =>
    [1, 2].map(() => queue.add(rank, wait).then(() => void order.push(rank))),
  );
  const press = ask('removePapers', { ids: ['arxiv:2609.00001'] }, ownPage()).then(
    () => void order.push('press'),
  );
  await Promise.all([...others, press]);
  expect(order).toEqual(['list', 'press', 'list', 'question', 'question']); // the first one was under way
});

describe.each(['resumeTasks', 'startAnew'] as const)('%s', (name) => {
  const effect = () => worker.effects[({ resumeTasks: 'runTasks', startAnew: 'startAnew' } as const)[name]];

  test('is open to our pages', async () => {
    expect(await worker[name]({ data: undefined, sender: ownPage() })).toEqual({ ok: true, value: null });
    expect(effect()).toHaveBeenCalledTimes(1);
  });

  test.each([['our content script', listing()], ...STRANGERS])('is closed to %s', async (_, sender) => {
    const answer = await worker[name]({ data: undefined, sender: sender as Sender });
    expect(answer).toEqual({ ok: false, code: 'refused' });
    expect(effect()).not.toHaveBeenCalled();
  });
});
