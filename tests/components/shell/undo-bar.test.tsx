// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { Done } from '@/components/hooks/use-commands';
import { UndoBar } from '@/components/shell/undo-bar';

const REMOVED: Done = { words: 'Removed “<b>Lanterns</b>”', entry: 7 };

test('tells what was done, politely, and undoes it when pressed', () => {
  const onUndo = vi.fn();
  render(<UndoBar done={REMOVED} onUndo={onUndo} />);
  expect(screen.getByText('Removed “<b>Lanterns</b>”').closest('[aria-live=polite]')).toBeTruthy();
  expect(onUndo).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onUndo.mock.calls).toEqual([[7]]);
});

test('offers to do again what was undone', () => {
  const onUndo = vi.fn();
  render(<UndoBar done={{ words: 'Undone', entry: 8, again: true }} onUndo={onUndo} />);
  expect(screen.getByText('Undone')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Redo' }));
  expect(onUndo.mock.calls).toEqual([[8]]);
});

test('has its region before there is anything to tell, so that it is told', () => {
  const { container, rerender } = render(<UndoBar done={undefined} onUndo={vi.fn()} />);
  const region = container.querySelector('[aria-live=polite]');
  expect(region?.childNodes).toHaveLength(0);
  rerender(<UndoBar done={REMOVED} onUndo={vi.fn()} />);
  expect(container.querySelector('[aria-live]')).toBe(region);
  expect(region?.textContent).toContain('Removed');
  rerender(<UndoBar done={undefined} onUndo={vi.fn()} />);
  expect(container.querySelector('[aria-live]')).toBe(region);
  expect(region?.childNodes).toHaveLength(0);
});

test('offers nothing where there is no way back', () => {
  render(<UndoBar done={{ words: '1 paper deleted for good' }} onUndo={vi.fn()} />);
  expect(screen.getByText('1 paper deleted for good')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
