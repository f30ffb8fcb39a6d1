// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { collectFromTab } from '@/components/browser/collect-from-tab';
import { CollectView } from '@/components/views/collect/collect-view';
import { answerMessages } from '@/tests/components/answer-messages';
import { drawAtDesk } from '@/tests/components/desk-context';
import { aReader, choiceOf, ReaderWorker, stubReader, withReader } from '@/tests/components/reader-worker';
import { at, card } from '@/tests/storage/cards';
import { BATCH, openDatabase } from '@/tests/storage/open-database';
import type { PaperCard } from '@/utils/paper/schema';

vi.mock('@/components/browser/collect-from-tab', () => ({ collectFromTab: vi.fn() }));

const CARDS = [card({ title: 'Lanterns' })];
const onUndo = vi.fn<(entry: number) => Promise<number | undefined>>();
const onClose = vi.fn<() => void>();
const onShow = vi.fn<() => void>();

beforeEach(() => {
  stubReader();
  onUndo.mockReset().mockResolvedValue(8);
  onClose.mockReset();
  vi.mocked(collectFromTab).mockReset().mockResolvedValue(CARDS);
});

async function show(tab?: number, db = openDatabase()) {
  await act(async () => void drawAtDesk(<CollectView {...{ db, tab, onUndo, onClose, onShow }} />));
  return db;
}

async function found(): Promise<void> {
  const reader = await aReader();
  await act(() => reader.tell({ plan: choiceOf([{ outcome: 'new', title: 'Lanterns' }]) }));
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test.each([[7], [undefined]])('looks at once, into tab %s, once', async (tab) => {
  await show(tab);
  expect(vi.mocked(collectFromTab).mock.calls).toEqual([[tab]]);
  expect((await aReader()).asked[0]?.brought).toEqual({ cards: CARDS });
  await found();
  expect(screen.getByRole('button', { name: 'Save 1 paper' })).toBeTruthy();
});

test('tells that it looks', async () => {
  vi.mocked(collectFromTab).mockReturnValue(new Promise(() => undefined));
  await show();
  expect(screen.getByRole('status').textContent).toBe('Reading…');
});

describe('a page that is closed to us', () => {
  test.each<[string, () => void]>([
    ['is told as such', () => vi.mocked(collectFromTab).mockResolvedValue(undefined)],
    ['whose tab is gone is too', () => vi.mocked(collectFromTab).mockRejectedValue(new Error('No tab'))],
  ])('%s, with a way on', async (_, close) => {
    close();
    await show();
    expect((await screen.findByRole('alert')).textContent).toContain('Offprint may not look into this page');
    expect(ReaderWorker.made).toEqual([]);
    vi.mocked(collectFromTab).mockResolvedValue(CARDS);
    await press('Look again');
    await found();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Save 1 paper' })).toBeTruthy();
  });
});

test('a page without papers is told as such, and can be looked at again', async () => {
  vi.mocked(collectFromTab).mockResolvedValue([]);
  await show();
  const reader = await aReader();
  await act(() => reader.tell({ plan: choiceOf([]) }));
  const alert = screen.getByRole('alert').textContent;
  expect(alert).toContain('No papers were collected');
  expect(alert).toContain('No papers found');
  await press('Look again');
  expect(collectFromTab).toHaveBeenCalledTimes(2);
});

test('giving up closes the view and leaves nothing staged', async () => {
  const db = await show();
  await db.staged.add({ batch: BATCH, part: 0, records: [], source: 'cards' });
  await found();
  await press('Cancel');
  expect(onClose).toHaveBeenCalledTimes(1);
  await vi.waitFor(async () => expect(await db.staged.count()).toBe(0));
});

test('giving up while it looks closes the view too', async () => {
  vi.mocked(collectFromTab).mockReturnValue(new Promise(() => undefined));
  await show();
  await press('Cancel');
  expect(onClose).toHaveBeenCalledTimes(1);
});

test.each<[string, (unmount: () => void) => unknown]>([
  ['given up', () => press('Cancel')],
  ['closed', (unmount) => act(unmount)],
])('cards that come after it was %s are not read', async (_, leave) => {
  let come = (_: PaperCard[]) => {};
  vi.mocked(collectFromTab).mockReturnValue(
    new Promise((resolve) => {
      come = resolve;
    }),
  );
  await show();
  await leave(cleanup);
  await act(async () => come(CARDS));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ReaderWorker.made).toEqual([]);
});

test('the keyboard is led from step to step', async () => {
  vi.mocked(collectFromTab).mockResolvedValueOnce(undefined);
  await show();
  const focused = () => document.activeElement;
  await vi.waitFor(() => expect(focused()).toBe(screen.getByRole('button', { name: 'Look again' })));
  await press('Look again');
  expect(focused()).toBe(screen.getByRole('status'));
  await found();
  expect(focused()).toBe(screen.getByRole('status'));
});

test('what was saved can be taken back, and the page looked at again', async () => {
  answerMessages({ importStaged: () => ({ ok: true, value: { entry: 7 } }) });
  const db = openDatabase();
  const entry = { entry: 7, at: at(0), intention: 'import', papers: 1 } as const;
  await db.journal.put(entry);
  await show(undefined, db);
  await found();
  await press('Save 1 paper');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(onUndo.mock.calls).toEqual([[7]]);
  await withReader(() => press('Look again'));
  expect(collectFromTab).toHaveBeenCalledTimes(2);
  await found();
  expect(screen.getByRole('button', { name: 'Save 1 paper' })).toBeTruthy();
});
