// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { countOf, useImport } from '@/components/hooks/use-import';
import { planImport } from '@/storage/import/reader';
import { at, card } from '@/tests/storage/cards';
import { BATCH, openDatabase } from '@/tests/storage/open-database';
import { answerMessages } from '../answer-messages';
import { choiceOf, planOf, ReaderWorker, refusals, stubReader, theReader } from '../reader-worker';

const FILE = new Blob(['{}']);
const FILES = [FILE];
/** Of what is staged: the moment, then something that nobody else has. */
const NAME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9a-f-]{36}$/;

beforeEach(stubReader);

function start(db = openDatabase()) {
  const entry = { entry: 7, at: at(0), intention: 'import', papers: 3 } as const;
  void db.journal.put(entry);
  const hook = renderHook(() => useImport(db));
  const current = () => {
    if (!hook.result.current) throw new Error('not rendered');
    return hook.result.current;
  };
  return { state: () => current().state, current, unmount: hook.unmount };
}

/** An import whose preview is shown. */
async function previewed(db = openDatabase()) {
  const started = start(db);
  await act(() => started.current().read({ files: FILES }));
  await act(() => theReader().tell({ plan: planOf(2, 1) }));
  return started;
}

test('begins with the choice of a file, and starts no worker for that', () => {
  expect(start().state()).toEqual({ step: 'choose' });
  expect(ReaderWorker.made).toEqual([]);
});

describe('reading', () => {
  test('gives the file to a worker, tells how far it is, then what it would bring', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: FILES }));
    expect(theReader().files).toEqual([FILE]);
    expect(theReader().asked[0]?.batch).toMatch(NAME);
    expect(String(theReader().address)).toMatch(/reader\.worker/);
    expect(state()).toEqual({ step: 'reading', share: undefined });
    await act(() => theReader().tell({ progress: { step: 'staging', share: 0.5 } }));
    expect(state()).toEqual({ step: 'reading', share: 0.5 });
    await act(() => theReader().tell({ plan: planOf(2) }));
    expect(state()).toEqual({ step: 'preview', plan: planOf(2), source: { files: FILES } });
    expect(theReader().terminated).toBe(true);
  });

  test('rows come in parts before the plan, and keep their order', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: FILES }));
    const rows = ['A', 'B', 'C'].map((title) => ({ outcome: 'new' as const, title }));
    await act(() => theReader().tell({ rows: rows.slice(0, 2) }));
    expect(state().step).toBe('reading');
    await act(() => theReader().tell({ rows: rows.slice(2) }));
    const whole = choiceOf(rows);
    const plan = { ...whole, preview: { ...whole.preview, rows: [] } };
    await act(() => theReader().tell({ plan }));
    expect(state()).toEqual({ step: 'preview', plan: whole, source: { files: FILES } });
  });

  test('another file gives up the one before', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: FILES }));
    const first = theReader();
    await act(() => current().read({ files: [new Blob(['[]'])] }));
    expect(first.terminated).toBe(true);
    expect(ReaderWorker.made).toHaveLength(2);
    expect(theReader().asked[0]?.batch).toMatch(NAME);
    expect(theReader().asked[0]?.batch).not.toBe(first.asked[0]?.batch);
    await act(() => theReader().tell({ plan: planOf(1) }));
    expect(state()).toMatchObject({ step: 'preview', plan: planOf(1) });
  });

  test('ends with the page', async () => {
    const { current, unmount } = start();
    await act(() => current().read({ files: FILES }));
    unmount();
    await vi.waitFor(() => expect(theReader().terminated).toBe(true));
  });

  test.each([
    ['a file of no known format', { plan: undefined }, 'unknownFormat'],
    ['a full disk', { failure: 'full' as const }, 'full'],
    ['a newer library', { failure: 'newer' as const }, 'newer'],
  ])('ends with %s', async (_, message, reason) => {
    const { state, current } = start();
    await act(() => current().read({ files: FILES }));
    await act(() => theReader().tell(message));
    expect(state()).toEqual({ step: 'failed', reason });
  });

  test('ends with a worker that breaks down', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: FILES }));
    await act(() => theReader().onerror?.());
    expect(state()).toEqual({ step: 'failed', reason: 'unknown' });
  });

  test('can be given up', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: FILES }));
    await act(() => current().cancel());
    expect(state()).toEqual({ step: 'choose' });
    expect(theReader().terminated).toBe(true);
  });
});

describe('the preview', () => {
  async function twoStaged() {
    const db = openDatabase();
    await db.staged.bulkAdd(
      [BATCH, 'of another window'].map((batch) => ({ batch, part: 0, records: [], source: 'library' })),
    );
    const { state, current } = await previewed(db);
    const names = async () => (await db.staged.toArray()).map(({ batch }) => batch);
    expect(await names()).toHaveLength(2);
    return { state, current, names };
  }

  test('that is given up leaves nothing staged but what others staged', async () => {
    const { state, current, names } = await twoStaged();
    await act(() => current().cancel());
    expect(state()).toEqual({ step: 'choose' });
    await vi.waitFor(async () => expect(await names()).toEqual(['of another window']));
  });

  test('gives way to that of another file, and so does what was staged', async () => {
    const { state, current, names } = await twoStaged();
    await act(() => current().read({ files: FILES }));
    expect(state().step).toBe('reading');
    await vi.waitFor(async () => expect(await names()).toEqual(['of another window']));
  });

  test('that is confirmed leaves what is staged to the background', async () => {
    answerMessages({ importStaged: () => ({ ok: true, value: { entry: 7 } }) });
    const { state, current, names } = await twoStaged();
    await act(() => current().confirm(planOf(2, 1)));
    await vi.waitFor(() => expect(state().step).toBe('done'));
    expect(await names()).toHaveLength(2);
  });
});

describe('importing', () => {
  test('asks the background, tells how far it is, then the entry that takes it back', async () => {
    let finish = (_: unknown) => {};
    const asked = answerMessages({
      importStaged: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const db = openDatabase();
    const { state, current } = await previewed(db);
    expect(asked).toEqual([]);
    await act(() => void current().confirm(planOf(2, 1)));
    await vi.waitFor(() =>
      expect(asked).toEqual([{ type: 'importStaged', data: { batch: BATCH, parts: 1 } }]),
    );
    expect(state()).toEqual({ step: 'importing', batch: BATCH });
    const running = { entry: 7, at: at(0), intention: 'import', papers: 3, running: true } as const;
    await db.journal.put(running);
    finish({ ok: true, value: { entry: 7 } });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(state()).toEqual({ step: 'importing', batch: BATCH });
    await db.journal.where({ entry: 7 }).modify((row) => void delete row.running);
    await vi.waitFor(() => expect(state()).toEqual({ step: 'done', plan: planOf(2, 1), entry: 7 }));
  });

  test.each([
    ['a refusal', () => ({ ok: false, code: 'full' }), 'full'],
    ['a worker that does not answer', undefined, 'unknown'],
  ])('fails with %s', async (_, answer, reason) => {
    answerMessages(answer ? { importStaged: answer } : {});
    const { state, current } = await previewed();
    await act(() => current().confirm(planOf(2, 1)));
    await vi.waitFor(() => expect(state()).toEqual({ step: 'failed', reason }));
  });
});

describe('cards', () => {
  const CARDS = [card({ title: 'Lanterns over a quiet harbour' })];

  test('go to the worker as they are, and come back as a plan to choose from', async () => {
    const { state, current } = start();
    await act(() => current().read({ cards: CARDS }));
    expect(theReader().asked[0]?.brought).toEqual({ cards: CARDS });
    const plan = choiceOf([{ outcome: 'new', title: 'Lanterns' }]);
    await act(() => theReader().tell({ plan }));
    expect(state()).toEqual({ step: 'preview', plan, source: { cards: CARDS } });
  });

  test('of which there are none give no preview', async () => {
    const { state, current } = start();
    await act(() => current().read({ cards: [] }));
    await act(() => theReader().tell({ plan: choiceOf([]) }));
    expect(state()).toEqual({ step: 'failed', reason: 'noPapers' });
  });

  test('that are all refused are told one by one', async () => {
    const { state, current } = start();
    await act(() => current().read({ cards: [card()] }));
    await act(() =>
      theReader().tell({ plan: choiceOf([], { refused: refusals([{ place: 1, reason: 'unnamed' }]) }) }),
    );
    expect(state().step).toBe('preview');
  });

  test('an empty library is a preview of nothing, not a page without papers', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: FILES }));
    await act(() => theReader().tell({ plan: planOf(0) }));
    expect(state().step).toBe('preview');
  });
});

test('text goes to the worker with the year that the user set', async () => {
  const { current } = start();
  await act(() => current().read({ files: FILES, year: 2024 }));
  expect(theReader().asked[0]?.brought).toEqual({ files: FILES, year: 2024 });
});

describe('a saved page', () => {
  const PAPER = '<p><a href="https://arxiv.org/abs/2609.00001">Lanterns over a quiet harbour</a></p>';
  const PAGE = new Blob([
    `<!DOCTYPE html><link rel="canonical" href="https://blog.example/post"><main>${PAPER}</main>`,
  ]);
  const PAGES = [PAGE];

  test('is read here, and its cards go to the worker', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: PAGES }));
    const [asked] = theReader().asked;
    expect(asked?.brought).toMatchObject({
      cards: [{ site: 'web', listing: 'https://blog.example/post', identifiers: { arxiv: '2609.00001' } }],
    });
    await act(() => theReader().tell({ plan: choiceOf([{ outcome: 'new' }]) }));
    expect(state()).toMatchObject({ step: 'preview', source: { files: PAGES, site: '' } });
  });

  test('is read again as the site that the user chose', async () => {
    const { state, current } = start();
    await act(() => current().read({ files: PAGES, site: 'arxiv' }));
    await act(() => theReader().tell({ plan: choiceOf([{ outcome: 'new' }]) }));
    expect(state()).toMatchObject({ step: 'preview', source: { files: PAGES, site: 'arxiv' } });
  });

  test.each<[string, (hook: ReturnType<typeof start>) => unknown, string]>([
    ['is given up', ({ current }) => current().cancel(), 'choose'],
    ['is closed', ({ unmount }) => unmount(), 'reading'],
  ])('starts no worker when it %s in the middle of reading', async (_, leave, step) => {
    const hook = start();
    let reading: Promise<void> | undefined;
    await act(() => {
      reading = hook.current().read({ files: PAGES });
    });
    await act(() => void leave(hook));
    await act(async () => reading);
    expect(ReaderWorker.made).toEqual([]);
    expect(hook.state().step).toBe(step);
  });

  test('gives way to the file that is chosen meanwhile', async () => {
    const { current } = start();
    await act(async () => {
      const first = current().read({ files: PAGES });
      await Promise.all([first, current().read({ files: FILES })]);
    });
    expect(ReaderWorker.made.map(({ asked }) => asked.map(({ brought }) => brought))).toEqual([
      [{ files: FILES }],
    ]);
  });

  test('that cannot be read is told', async () => {
    const { state, current } = start();
    const broken = Object.assign(new Blob(['<html>']), {
      arrayBuffer: () => Promise.reject(new Error('gone')),
      text: () => Promise.reject(new Error('gone')),
    });
    await act(() => current().read({ files: [broken] }));
    expect(state()).toEqual({ step: 'failed', reason: 'unknown' });
  });
});

describe('papers to choose from', () => {
  const ROWS = ['Lanterns over a quiet harbour', 'Salt and silence in winter', 'Herons at the edge of ice'];

  /** A preview of three cards that are really staged. */
  async function chosen() {
    const db = openDatabase();
    const cards = ROWS.map((title) => card({ title }));
    const plan = await planImport(db, BATCH, { cards }, () => undefined);
    const hook = start(db);
    await act(() => hook.current().read({ cards }));
    await act(() => theReader().tell({ plan }));
    const titles = async () =>
      (await db.staged.toArray()).flatMap(({ records }) => records.map(({ paper }) => paper.title));
    if (!plan) throw new Error('no plan');
    return { db, plan, titles, ...hook };
  }

  test('can be given another title, by their place', async () => {
    const { state, current, titles } = await chosen();
    await act(() => current().retitle(1, 'Salt'));
    expect(await titles()).toEqual([ROWS[0], 'Salt', ROWS[2]]);
    const now = state();
    expect(now.step === 'preview' && now.plan.preview.rows.map(({ title }) => title)).toEqual([
      ROWS[0],
      'Salt',
      ROWS[2],
    ]);
  });

  test('given the title of another, are seen to be one with it', async () => {
    const { state, current } = await chosen();
    await act(() => current().retitle(2, ROWS[0] as string));
    const now = state();
    expect(now.step === 'preview' && now.plan.preview.rows.map(({ outcome }) => outcome)).toEqual([
      'new',
      'new',
      'twice',
    ]);
  });

  test('are imported but for those that are left out', async () => {
    const asked = answerMessages({ importStaged: () => ({ ok: true, value: { entry: 7 } }) });
    const { state, current, plan, titles } = await chosen();
    await act(() => current().setLeft(new Set([0, 2])));
    await act(() => current().confirm(plan));
    expect(asked).toEqual([{ type: 'importStaged', data: { batch: BATCH, parts: 1 } }]);
    expect(await titles()).toEqual([ROWS[1]]);
    await vi.waitFor(() =>
      expect(state()).toMatchObject({ step: 'done', entry: 7, plan: { preview: { new: { count: 1 } } } }),
    );
  });

  test('keep what is staged as it is where none is left out', async () => {
    answerMessages({ importStaged: () => ({ ok: true, value: { entry: 7 } }) });
    const { current, plan, titles } = await chosen();
    await act(() => current().confirm(plan));
    expect(await titles()).toEqual(ROWS);
  });

  test('a failure to leave some out imports nothing', async () => {
    const asked = answerMessages({ importStaged: () => ({ ok: true, value: { entry: 7 } }) });
    const { db, state, current, plan } = await chosen();
    vi.spyOn(db, 'transaction').mockRejectedValue(new Error('closed') as never);
    await act(() => current().setLeft(new Set([0])));
    await act(() => current().confirm(plan));
    expect(asked).toEqual([]);
    expect(state()).toEqual({ step: 'failed', reason: 'unknown' });
  });

  test('nothing is retitled outside a preview', async () => {
    const { current, titles } = await chosen();

    await act(() => current().cancel());
    await act(() => current().retitle(0, 'Late'));
    expect(await titles()).toEqual([]);
  });
});

test('countOf counts all that an import looks at', () => {
  expect(countOf(planOf(4, 2, 1))).toBe(7);
});
