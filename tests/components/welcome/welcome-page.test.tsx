// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CardButton } from '@/components/welcome/sample-card';
import { WelcomePage } from '@/components/welcome/welcome-page';
import { answerMessages } from '@/tests/components/answer-messages';

/** What the browser says of our button; undefined if it does not tell. */
let pinned: boolean | undefined;
let press: () => void;
const shown = vi.fn<CardButton['show']>();

beforeEach(() => {
  pinned = false;
  shown.mockReset();
  Object.assign(fakeBrowser.action, {
    getUserSettings: async () => (pinned === undefined ? {} : { isOnToolbar: pinned }),
  });
});

function makeButton(onPress: () => void): CardButton {
  press = () => act(onPress);
  return { host: document.createElement('offprint-save'), show: shown };
}

const show = () => render(<WelcomePage makeButton={makeButton} />);
const step = (name: string) => screen.getByRole('listitem', { name: new RegExp(`^${name}`) });
const isDone = (name: string) => step(name).classList.contains('done');
const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search papers' });
const type = (value: string) => act(() => void fireEvent.input(box(), { target: { value } }));
const results = () => screen.queryByRole('list', { name: 'Results' });

describe('pinning', () => {
  test('ticks itself off once the button is pinned', async () => {
    show();
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'It is pinned' })).toBeNull());
    expect(isDone('Pin the button')).toBe(false);
    pinned = true;
    await vi.waitFor(() => expect(isDone('Pin the button')).toBe(true));
    expect(screen.getByText('1 of 3 steps done')).toBeTruthy();
  });

  test('is said by the person where the browser does not tell', async () => {
    pinned = undefined;
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'It is pinned' }));
    expect(isDone('Pin the button')).toBe(true);
  });
});

test('the card has a real button, which saves and takes back', () => {
  show();
  expect(step('Press Save').querySelector('article offprint-save')).toBeTruthy();
  expect(shown).toHaveBeenLastCalledWith('save', 'Lamps in the reading room');
  press();
  expect(shown).toHaveBeenLastCalledWith('saved', 'Lamps in the reading room');
  expect(isDone('Press Save')).toBe(true);
  press();
  expect(shown).toHaveBeenLastCalledWith('save', 'Lamps in the reading room');
  expect(isDone('Press Save')).toBe(false);
});

describe('the search', () => {
  test('waits for something to find', () => {
    show();
    expect(box().disabled).toBe(true);
    expect(within(step('Find it again')).getByText('Save the card first.')).toBeTruthy();
  });

  test.each(['kettle', 'kett', 'ketle', 'forty readers'])('finds the card by “%s”', async (words) => {
    show();
    press();
    type(words);
    await vi.waitFor(() => expect(isDone('Find it again')).toBe(true));
    expect(within(results() as HTMLElement).getByRole('heading').textContent).toBe(
      'Lamps in the reading room',
    );
    if (words !== 'ketle') expect(results()?.querySelector('mark')).toBeTruthy();
  });

  test('finds nothing by a word that is not in it', async () => {
    show();
    press();
    type('zebra');
    await vi.waitFor(() =>
      expect(within(step('Find it again')).getByRole('status').textContent).toBe('0 papers'),
    );
    expect(results()).toBeNull();
    expect(isDone('Find it again')).toBe(false);
  });
});

test('nothing comes into the library unless the person wants it there', async () => {
  const asked = answerMessages({ addPaper: () => ({ ok: true, value: { id: 'x', entry: 1 } }) });
  show();
  press();
  type('kettle');
  const keep = await screen.findByRole('button', { name: 'Keep it there' });
  expect(asked).toEqual([]);
  fireEvent.click(keep);
  expect(await screen.findByText('Now it is.')).toBeTruthy();
  expect(asked).toMatchObject([
    {
      type: 'addPaper',
      data: { set: { title: 'Lamps in the reading room', authors: ['A made-up author'] } },
    },
  ]);
});

test('three doors lead to papers', () => {
  show();
  const doors = screen.getByRole('navigation', { name: 'Three ways to your first papers' });
  expect(
    within(doors)
      .getAllByRole<HTMLAnchorElement>('link')
      .map((door) => door.getAttribute('href')),
  ).toEqual(['https://huggingface.co/papers', 'https://arxiv.org/list/cs/recent', '/library.html#/import']);
});
