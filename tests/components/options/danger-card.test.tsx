// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DangerCard } from '@/components/options/danger-card';
import { removePapers, saveCards } from '@/storage/commands';
import { answerMessages } from '@/tests/components/answer-messages';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });

const EMPTY = 'Empty trash';
const ALL = 'Delete everything';
const NOW = 'Delete for good now';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => vi.useRealTimers());

async function show() {
  const db = openDatabase();
  await saveCards(db, [LANTERNS, SALT], at(0));
  await removePapers(db, ['arxiv:2609.00002'], at(1));
  const asked = answerMessages({
    emptyTrash: () => ({ ok: true, value: { papers: 1 } }),
    removePapers: () => ({ ok: true, value: { entry: 7 } }),
    undo: () => ({ ok: true, value: { entry: 8 } }),
  });
  const { unmount } = render(<DangerCard db={db} />);
  await vi.waitFor(() => expect(button(EMPTY).disabled).toBe(false));
  return { asked, unmount };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const wait = (seconds: number) => act(async () => void (await vi.advanceTimersByTimeAsync(1000 * seconds)));

test('the trash is emptied a while after the press', async () => {
  const { asked } = await show();
  fireEvent.click(button(EMPTY));
  expect(screen.getByRole('alert').textContent).toBe('1 paper is deleted for good in 20 seconds.');
  for (let second = 0; second < 18; second++) await wait(1);
  expect(asked).toEqual([]);
  for (let second = 0; second < 3; second++) await wait(1);
  await vi.waitFor(() => expect(asked.map(({ type }) => type)).toEqual(['emptyTrash']));
  expect(await screen.findByText('1 paper deleted for good')).toBeTruthy();
  expect(asked.length).toBe(1);
});

test('until then it is kept by a press', async () => {
  const { asked } = await show();
  fireEvent.click(button(EMPTY));
  fireEvent.click(button('Undo'));
  for (let second = 0; second < 22; second++) await wait(1);
  expect(asked).toEqual([]);
  expect(button(EMPTY)).toBeTruthy();
});

test('whoever leaves the page has not said yes', async () => {
  const { asked, unmount } = await show();
  fireEvent.click(button(EMPTY));
  unmount();
  await wait(30);
  expect(asked).toEqual([]);
});

test('or it is emptied at once, when the person says so again', async () => {
  const { asked } = await show();
  fireEvent.click(button(EMPTY));
  fireEvent.click(button(NOW));
  await vi.waitFor(() => expect(asked.map(({ type }) => type)).toEqual(['emptyTrash']));
});

test('everything goes to the trash in one step, which can be undone', async () => {
  const { asked } = await show();
  fireEvent.click(button(ALL));
  expect((await screen.findByRole('alert')).textContent).toBe('All papers are in the trash.');
  expect(asked).toEqual([{ type: 'removePapers', data: { ids: ['arxiv:2609.00001'] } }]);
  fireEvent.click(button('Undo'));
  expect(await screen.findByText('Undone')).toBeTruthy();
  expect(asked.at(-1)).toEqual({ type: 'undo', data: { entry: 7 } });
  expect(button(ALL)).toBeTruthy();
});

test('and is deleted for good only by another press', async () => {
  const { asked } = await show();
  fireEvent.click(button(ALL));
  await screen.findByRole('alert');
  await wait(60);
  expect(asked.map(({ type }) => type)).toEqual(['removePapers']);
  fireEvent.click(button(NOW));
  await vi.waitFor(() => expect(asked.map(({ type }) => type)).toEqual(['removePapers', 'emptyTrash']));
});

test('what is refused is told', async () => {
  await show();
  answerMessages({ emptyTrash: () => ({ ok: false, code: 'busy' }) });
  fireEvent.click(button(EMPTY));
  fireEvent.click(button(NOW));
  expect(await screen.findByText(/^Offprint is still busy/)).toBeTruthy();
});
