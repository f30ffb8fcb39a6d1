// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { statusFollows } from '@/components/browser/status-follows';
import { ReadingOption } from '@/components/options/reading-option';
import '@/tests/components/cleanup';

beforeEach(() => localStorage.clear());

const box = () =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: /^Mark unread papers as “reading”/ });

test('it is off at first; what is chosen is kept', () => {
  const { unmount } = render(<ReadingOption />);
  expect(box().checked).toBe(false);
  fireEvent.click(box());
  expect(statusFollows()).toBe(true);
  unmount();
  render(<ReadingOption />);
  expect(box().checked).toBe(true);
  fireEvent.click(box());
  expect(statusFollows()).toBe(false);
});
