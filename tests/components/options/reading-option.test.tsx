// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { chooseOptions, options } from '@/components/browser/options';
import { ReadingOption } from '@/components/options/reading-option';

beforeEach(() => chooseOptions({ statusFollows: false }));

const box = () =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: /^Mark unread papers as “reading”/ });

test('it is off at first; what is chosen is kept', () => {
  const { unmount } = render(<ReadingOption />);
  expect(box().checked).toBe(false);
  fireEvent.click(box());
  expect(options.value.statusFollows).toBe(true);
  unmount();
  render(<ReadingOption />);
  expect(box().checked).toBe(true);
  fireEvent.click(box());
  expect(options.value.statusFollows).toBe(false);
});
