// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { ConfirmButton } from '@/components/confirm-button';
import './cleanup';

const onConfirm = vi.fn();
const button = (name: string) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.textContent;

beforeEach(async () => {
  onConfirm.mockReset();
  const words = { question: 'This cannot be undone.', confirm: 'Delete', keep: 'Keep' };
  render(<ConfirmButton {...words} words="Delete …" label="Delete: Lanterns" onConfirm={onConfirm} />);
  await act(() => void fireEvent.click(button('Delete: Lanterns')));
});

test('it asks first, aloud, with the safe answer under the focus', () => {
  expect(screen.getByRole('alert').textContent).toBe('This cannot be undone.');
  expect(focused()).toBe('Keep');
  expect(onConfirm).not.toHaveBeenCalled();
});

test('keeping leaves all as it was, the focus too', async () => {
  await act(() => void fireEvent.click(button('Keep')));
  expect(focused()).toBe('Delete …');
  expect(onConfirm).not.toHaveBeenCalled();
});

test('Escape keeps, and nobody else hears it', async () => {
  const heard = vi.fn();
  document.body.addEventListener('keydown', heard, { once: true });
  await act(() => void fireEvent.keyDown(button('Keep'), { key: 'Escape' }));
  document.body.removeEventListener('keydown', heard);
  expect(button('Delete: Lanterns')).toBeTruthy();
  expect(heard).not.toHaveBeenCalled();
  expect(onConfirm).not.toHaveBeenCalled();
});

test('it is done once it is confirmed', async () => {
  await act(() => void fireEvent.click(button('Delete')));
  expect(onConfirm).toHaveBeenCalledTimes(1);
});
