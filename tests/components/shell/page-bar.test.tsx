// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PageBar } from '@/components/shell/page-bar';
import { type Asked, answerMessages } from '@/tests/components/answer-messages';
import { openDatabase } from '@/tests/storage/open-database';
import type { PageState } from '@/utils/messages';

const WELL = { mentioned: 3, read: 3, healthy: true };
const UNWELL = { mentioned: 40, read: 12, healthy: false };
const TAB = 7;

let asked: Asked[];
let page: PageState | undefined;
let saveAll: () => unknown;
const report = vi.fn<(injection: unknown) => Promise<{ result: unknown }[]>>();
const writeText = vi.fn<(text: string) => Promise<void>>();
const tabs = vi.fn(async (): Promise<{ id?: number }[]> => [{ id: TAB }]);

beforeEach(() => {
  page = { cards: 3, saved: 1, health: WELL };
  saveAll = () => null;
  writeText.mockReset().mockResolvedValue();
  tabs.mockReset().mockResolvedValue([{ id: TAB }]);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(tabs as never);
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
  asked = answerMessages({
    pageState: () => {
      if (!page) throw new Error('no receiver');
      return page;
    },
    saveAllCards: () => saveAll(),
  });
  report.mockReset().mockResolvedValue([{ result: '<main>…</main>' }]);
  Object.assign(fakeBrowser, { scripting: { executeScript: report } });
});

afterEach(() => vi.restoreAllMocks());

function show() {
  const db = openDatabase();
  const { container } = render(<PageBar db={db} />);
  return { db, container };
}

const bar = () => screen.findByRole('region', { name: 'This page' });

describe('on a listing', () => {
  test('tells what the page in the current tab holds', async () => {
    show();
    expect(within(await bar()).getByText('This page: 3 cards, 1 saved')).toBeTruthy();
    expect(tabs.mock.calls).toEqual([[{ active: true, currentWindow: true }]]);
    expect(asked[0]).toEqual({ type: 'pageState', data: undefined, tab: TAB });
  });

  test.each([
    [1, 'Save all 2 others'],
    [0, 'Save all 3'],
    [2, 'Save the other one'],
  ])('with %i of 3 saved offers “%s”', async (saved, name) => {
    page = { cards: 3, saved, health: WELL };
    show();
    const button = within(await bar()).getByRole('button', { name });
    expect(asked.map(({ type }) => type)).not.toContain('saveAllCards');
    fireEvent.click(button);
    const wish = { type: 'saveAllCards', data: undefined, tab: TAB };
    await vi.waitFor(() => expect(asked).toContainEqual(wish));
  });

  test.each<[string, () => unknown]>([
    ['all went well', () => null],
    [
      'the page did not answer',
      () => {
        throw new Error('no receiver');
      },
    ],
  ])('asks again once "Save all" is over and %s', async (_, end) => {
    saveAll = () => {
      page = { cards: 3, saved: 2, health: WELL };
      return end();
    };
    show();
    fireEvent.click(within(await bar()).getByRole('button', { name: 'Save all 2 others' }));
    expect(await screen.findByText('This page: 3 cards, 2 saved')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save the other one' })).toBeTruthy();
  });

  test('whose cards are all saved offers nothing to save', async () => {
    page = { cards: 3, saved: 3, health: WELL };
    show();
    expect(within(await bar()).queryByRole('button')).toBeNull();
  });

  test('asks again when the library changes', async () => {
    const { db } = show();
    await bar();
    page = { cards: 3, saved: 2, health: WELL };
    await db.settings.put({ name: 'revision', value: 5 });
    expect(await screen.findByText('This page: 3 cards, 2 saved')).toBeTruthy();
  });

  test('that is understood raises no alarm', async () => {
    show();
    expect(within(await bar()).queryByRole('alert')).toBeNull();
  });
});

describe('on a listing that is not understood', () => {
  beforeEach(() => {
    page = { cards: 12, saved: 12, health: UNWELL };
  });

  test('says so', async () => {
    show();
    expect(within(await bar()).getByRole('alert').textContent).toContain(
      'Offprint understands only 12 of the 40 papers on this page.',
    );
  });

  test('copies a report when asked to, not before', async () => {
    show();
    await bar();
    expect(report).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Copy a report' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(report.mock.calls).toEqual([[expect.objectContaining({ target: { tabId: TAB } })]]);
    expect(writeText.mock.calls).toEqual([['<main>…</main>']]);
  });

  test('does not say that it copied what it could not', async () => {
    writeText.mockRejectedValue(new Error('not allowed'));
    show();
    await bar();
    fireEvent.click(screen.getByRole('button', { name: 'Copy a report' }));
    await vi.waitFor(() => expect(writeText).toHaveBeenCalledTimes(1));
    await new Promise((resolve) => setTimeout(resolve, 20)); // an unhandled rejection would fail the run
    expect(screen.getByRole('button', { name: 'Copy a report' })).toBeTruthy();
  });
});

test('does not say that it copied a page that is gone', async () => {
  page = { cards: 12, saved: 12, health: UNWELL };
  report.mockRejectedValue(new Error('No tab with id: 7.'));
  show();
  fireEvent.click(within(await bar()).getByRole('button', { name: 'Copy a report' }));
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(1));
  await new Promise((resolve) => setTimeout(resolve, 20)); // an unhandled rejection would fail the run
  expect(screen.getByRole('button', { name: 'Copy a report' })).toBeTruthy();
  expect(writeText).not.toHaveBeenCalled();
});

describe('shows nothing', () => {
  test('on a page where nobody answers', async () => {
    page = undefined;
    const { container } = show();
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(container.textContent).toBe('');
  });

  test('without a tab', async () => {
    tabs.mockResolvedValue([]);
    const { container } = show();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(tabs).toHaveBeenCalled();
    expect(asked).toEqual([]);
    expect(container.textContent).toBe('');
  });
});
