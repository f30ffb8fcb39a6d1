// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Completions } from '@/components/shell/completions';
import type { Completion } from '@/utils/query/complete';

const year = new Date().getFullYear();
const OPTIONS: Completion[] = [
  { text: 'author:', label: 'author:', names: 'authors' },
  { text: 'tag:="ml"', label: 'ml', papers: 1200 },
  { text: 'saved:today', label: 'today', days: [`${year}-11-24`, `${year}-11-24`] },
  { text: 'saved:last-week', label: 'last-week', days: [`${year - 1}-12-28`, `${year}-01-03`] },
  { text: 'is:read', label: 'read' },
];

test('each says what it is; the one that is chosen is marked', () => {
  render(<Completions id="c" options={OPTIONS} active={1} onChoose={() => {}} />);
  const texts = screen.getAllByRole('option').map(({ textContent }) => textContent?.trim());
  expect(texts.slice(0, 2)).toEqual(['author: an author', 'ml 1,200 papers']);
  expect(texts[2]).toMatch(/^today [A-Z][a-z]{2} 24 Nov$/);
  expect(texts[3]).toMatch(/^last-week 28 Dec \d{4} – [A-Z][a-z]{2} 3 Jan$/);
  expect(texts[4]).toBe('read');
  const chosen = screen.getByRole('option', { selected: true });
  expect([chosen.id, chosen.textContent]).toEqual(['c-1', 'ml 1,200 papers']);
});

test('a press takes one, and leaves the focus where it is', () => {
  const onChoose = vi.fn();
  render(<Completions id="c" options={OPTIONS} active={-1} onChoose={onChoose} />);
  const option = screen.getByRole('option', { name: 'read' });
  expect(fireEvent.pointerDown(option)).toBe(false);
  fireEvent.click(option);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(OPTIONS[4]);
});

test('without options the list is there, so that the box can name it, but not to be seen', () => {
  render(<Completions id="c" options={[]} active={-1} onChoose={() => {}} />);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.getElementById('c')?.getAttribute('role')).toBe('listbox');
});
