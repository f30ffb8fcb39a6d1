// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { countOf, useImport } from '@/components/use-import';
import { BATCH, openDatabase } from '@/tests/storage/open-database';
import { answerMessages, tell } from './answer-messages';
import './cleanup';
import { planOf, ReaderWorker, stubReader, theReader } from './reader-worker';

const FILE = new Blob(['{}']);
/** Of what is staged: the moment, then something that nobody else has. */
const NAME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9a-f-]{36}$/;

beforeEach(stubReader);

function start(db = openDatabase()) {
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
  await act(() => started.current().read(FILE));
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
    await act(() => current().read(FILE));
    expect(theReader().files).toEqual([FILE]);
    expect(theReader().asked[0]?.batch).toMatch(NAME);
    expect(String(theReader().address)).toMatch(/import-reader\.worker/);
    expect(state()).toEqual({ step: 'reading', share: undefined });
    await act(() => theReader().tell({ progress: { step: 'staging', share: 0.5 } }));
    expect(state()).toEqual({ step: 'reading', share: 0.5 });
    await act(() => theReader().tell({ plan: planOf(2) }));
    expect(state()).toEqual({ step: 'preview', plan: planOf(2) });
    expect(theReader().terminated).toBe(true);
  });

  test('another file gives up the one before', async () => {
    const { state, current } = start();
    await act(() => current().read(FILE));
    const first = theReader();
    await act(() => current().read(new Blob(['[]'])));
    expect(first.terminated).toBe(true);
    expect(ReaderWorker.made).toHaveLength(2);
    expect(theReader().asked[0]?.batch).toMatch(NAME);
    expect(theReader().asked[0]?.batch).not.toBe(first.asked[0]?.batch);
    await act(() => theReader().tell({ plan: planOf(1) }));
    expect(state()).toEqual({ step: 'preview', plan: planOf(1) });
  });

  test('ends with the page', async () => {
    const { current, unmount } = start();
    await act(() => current().read(FILE));
    unmount();
    await vi.waitFor(() => expect(theReader().terminated).toBe(true));
  });

  test.each([
    ['a file of no known format', { plan: undefined }, 'unknownFormat'],
    ['a full disk', { failure: 'full' as const }, 'full'],
    ['a newer library', { failure: 'newer' as const }, 'newer'],
  ])('ends with %s', async (_, message, reason) => {
    const { state, current } = start();
    await act(() => current().read(FILE));
    await act(() => theReader().tell(message));
    expect(state()).toEqual({ step: 'failed', reason });
  });

  test('ends with a worker that breaks down', async () => {
    const { state, current } = start();
    await act(() => current().read(FILE));
    await act(() => theReader().onerror?.());
    expect(state()).toEqual({ step: 'failed', reason: 'unknown' });
  });

  test('can be given up', async () => {
    const { state, current } = start();
    await act(() => current().read(FILE));
    await act(() => current().cancel());
    expect(state()).toEqual({ step: 'choose' });
    expect(theReader().terminated).toBe(true);
  });
});

describe('the preview', () => {
  async function twoStaged() {
    const db = openDatabase();
    await db.staged.bulkAdd([BATCH, 'of another window'].map((batch) => ({ batch, part: 0, papers: [] })));
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
    await act(() => current().read(FILE));
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
    const { state, current } = await previewed();
    expect(asked).toEqual([]);
    await act(() => void current().confirm(planOf(2, 1)));
    await vi.waitFor(() =>
      expect(asked).toEqual([{ type: 'importStaged', data: { batch: BATCH, parts: 1 } }]),
    );
    expect(state()).toEqual({ step: 'importing', done: 0, of: 3 });
    await tell('importProgress', { done: 2 });
    await vi.waitFor(() => expect(state()).toEqual({ step: 'importing', done: 2, of: 3 }));
    finish({ ok: true, value: { entry: 7 } });
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

  test('progress of somebody else’s import changes nothing here', async () => {
    const { state } = await previewed();
    await tell('importProgress', { done: 2 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(state()).toEqual({ step: 'preview', plan: planOf(2, 1) });
  });
});

test('countOf counts all that an import looks at', () => {
  expect(countOf(planOf(4, 2, 1))).toBe(7);
});
