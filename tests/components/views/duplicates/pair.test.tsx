// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Pair } from '@/components/views/duplicates/pair';
import { answerMessages } from '@/tests/components/answer-messages';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';

const ONE = storedPaper({ id: 'a:1', title: 'Lanterns over salt', venue: 'Harbour' });
const OTHER = storedPaper({ id: 'a:2', title: 'Lanterns over Salt', venue: 'Quay', volume: '3' });

let asked: { type: string; data: unknown }[];
beforeEach(() => {
  asked = answerMessages({
    joinPapers: () => ({ ok: true, value: { entry: 3 } }),
    tellApart: () => ({ ok: true, value: { entry: 4 } }),
  });
  const desk = createDesk();
  desk.commands.ask = vi.fn((request) => request) as never;
  drawAtDesk(<Pair papers={[ONE, OTHER]} now={new Date('2026-11-28')} />, desk);
});

const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('both records are led to, and every field that differs stands side by side', () => {
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['#/paper/a%3A1', '#/paper/a%3A2']);
  expect(screen.getAllByRole('group').map((one) => one.querySelector('legend')?.textContent)).toEqual([
    'Title',
    'Venue',
    'Volume',
  ]);
  expect(within(screen.getByRole('group', { name: 'Volume' })).queryByRole('radio')).toBeNull();
});

test('they become one, with the values that were chosen', async () => {
  fireEvent.click(screen.getByRole('radio', { name: 'Quay' }));
  press(/^Same paper/);
  const joined = { type: 'joinPapers', data: { ids: ['a:1', 'a:2'], choices: { venue: 'a:2' } } };
  await waitFor(() => expect(asked).toEqual([joined]));
});

test('they stay two', async () => {
  press(/^Two papers/);
  await waitFor(() => expect(asked).toEqual([{ type: 'tellApart', data: { ids: ['a:1', 'a:2'] } }]));
});
