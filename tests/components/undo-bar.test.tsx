// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { UndoBar } from '@/components/undo-bar';
import './cleanup';

test('tells what was done, politely, and undoes it when pressed', () => {
  const onUndo = vi.fn();
  render(<UndoBar message="Removed “<b>Lanterns</b>”" onUndo={onUndo} />);
  expect(screen.getByText('Removed “<b>Lanterns</b>”').closest('[aria-live=polite]')).toBeTruthy();
  expect(onUndo).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onUndo).toHaveBeenCalledTimes(1);
});
