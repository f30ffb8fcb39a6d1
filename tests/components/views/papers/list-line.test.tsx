// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { SearchHelp } from '@/components/views/papers/search-help';
import { SearchTools } from '@/components/views/papers/search-tools';
import { utcDays } from '@/tests/utc-days';
import { parseQuery } from '@/utils/query/parse-query';
import type { Sort } from '@/utils/query/query-tree';
import '@/tests/components/cleanup';

const DAYS = utcDays('2026-10-02');
const onQuery = vi.fn<(query: string) => void>();
const onSort = vi.fn<(sort: Sort) => void>();
const onHelp = vi.fn();

beforeEach(() => void vi.clearAllMocks());

function show(query: string): void {
  const doings = { onQuery, onSort, onHelp };
  render(<SearchTools query={query} sort="relevance" helping={false} {...doings} />);
}

const chip = (name: string) => screen.getByRole('button', { name });

test.each([
  ['', 'has:code'],
  ['lanterns', 'lanterns has:code'],
  ['lanterns has:code', 'lanterns'],
])('a chip turns “%s” into “%s”', (query, expected) => {
  show(query);
  expect(chip('Code').getAttribute('aria-pressed')).toBe(String(query.includes('has:code')));
  fireEvent.click(chip('Code'));
  expect(onQuery).toHaveBeenCalledExactlyOnceWith(expected);
});

test('every chip writes what the query language understands', () => {
  show('lanterns');
  for (const button of screen.getByRole('group').querySelectorAll('button[title]')) {
    const { hints, query } = parseQuery(button.getAttribute('title') ?? '', DAYS);
    expect(hints).toEqual([]);
    expect(query.kind).not.toBe('word');
  }
});

test('an order is chosen', () => {
  show('');
  fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'upvotes' } });
  expect(onSort).toHaveBeenCalledExactlyOnceWith('upvotes');
});

test('every example of the help is understood as it stands', () => {
  const { container } = render(<SearchHelp />);
  const examples = [...container.querySelectorAll('dt')].map(({ textContent }) => textContent ?? '');
  expect(examples.length).toBeGreaterThan(10);
  for (const example of examples.filter((text) => !/:(\s|$)/.test(text)))
    expect(parseQuery(example, DAYS).hints, example).toEqual([]);
});
