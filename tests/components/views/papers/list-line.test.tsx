// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ListLine } from '@/components/views/papers/list-line';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { utcDays } from '@/tests/utc-days';
import { parseQuery } from '@/utils/query/parse-query';
import type { Sort } from '@/utils/query/query-tree';

const DAYS = utcDays('2026-10-02');
const onHelp = vi.fn();

beforeEach(() => void vi.clearAllMocks());

function show(query = '', sort: Sort = 'relevance', share = 1) {
  const desk = createDesk();
  desk.store.query.value = query;
  desk.store.sort.value = sort;
  drawAtDesk(<ListLine total={5010} share={share} helping={false} onHelp={onHelp} />, desk);
  return desk.store;
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => act(async () => void fireEvent.click(button(name)));
const order = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Order' });
const orders = () => [...order().options].map(({ textContent }) => textContent);

test.each([
  [1, '5,010 papers'],
  [0.5, '5,010 papers · Reading your library… 50%'],
])('it tells how many papers there are, and what of the library was read (%s)', (share, words) => {
  show('', 'relevance', share);
  expect(screen.getByRole('status').textContent).toBe(words);
});

describe('filters', () => {
  test('are folded until they are asked for', async () => {
    show();
    expect(screen.queryByRole('group', { name: 'Filters' })).toBeNull();
    expect(button('Filters').getAttribute('aria-expanded')).toBe('false');
    await press('Filters');
    expect(screen.getByRole('group', { name: 'Filters' })).toBeTruthy();
  });

  test('that are set are counted, also while they are folded', () => {
    show('is:starred has:code lanterns');
    expect(button('Filters (2)')).toBeTruthy();
  });

  test.each([
    ['', 'has:code'],
    ['lanterns', 'lanterns has:code'],
    ['lanterns has:code', 'lanterns'],
  ])('turn “%s” into “%s”', async (query, expected) => {
    const store = show(query);
    const on = query.includes('has:code');
    await press(on ? 'Filters (1)' : 'Filters');
    expect(button('With code').getAttribute('aria-pressed')).toBe(String(on));
    await press('With code');
    expect(store.query.value).toBe(expected);
    expect(button('With code').getAttribute('aria-pressed')).toBe(String(!on));
  });

  test('all write what the query language understands', async () => {
    show('lanterns');
    await press('Filters');
    const chips = [...screen.getByRole('group').querySelectorAll('button[aria-pressed]')];
    expect(chips.length).toBeGreaterThan(4);
    for (const chip of chips) {
      const { hints, query } = parseQuery(chip.getAttribute('title') ?? '', DAYS);
      expect(hints).toEqual([]);
      expect(query.kind).not.toBe('word');
    }
  });

  test('stand beside a way to what can be typed', async () => {
    show();
    await press('Filters');
    await press('What can be typed here');
    expect(onHelp).toHaveBeenCalledOnce();
  });
});

describe('the order', () => {
  test('is chosen', async () => {
    const store = show();
    await act(async () => void fireEvent.change(order(), { target: { value: 'upvotes' } }));
    expect(store.sort.value).toBe('upvotes');
    expect(order().value).toBe('upvotes');
  });

  test('is the best match only where something is asked for', () => {
    show('lanterns');
    expect(orders()[0]).toBe('Best match');
    expect(order().value).toBe('relevance');
  });

  test.each(['', '  '])('is the newest first where nothing is (“%s”)', (query) => {
    show(query);
    expect(orders()).not.toContain('Best match');
    expect(order().value).toBe('saved');
  });
});
