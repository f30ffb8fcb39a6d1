// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { KEYS } from '@/components/shell/keys';
import { KeysSheet } from '@/components/shell/keys-sheet';

const onClose = vi.fn<() => void>();

beforeEach(() => {
  onClose.mockClear();
  render(<KeysSheet onClose={onClose} />);
});

test('it is open as long as it is drawn', () => {
  expect(document.querySelector('dialog')?.open).toBe(true);
});

test('it tells what every key does, in words', () => {
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  const rows = [...document.querySelectorAll('dl > div')].map((row) => [
    ...[...row.querySelectorAll('kbd')].map(({ textContent }) => textContent),
    row.querySelector('dd')?.textContent,
  ]);
  expect(rows).toHaveLength(Object.keys(KEYS).length);
  expect(rows).toContainEqual(['j', '↓', 'Next paper']);
  for (const row of rows) expect(row.at(-1)).toMatch(/^[A-Z]/);
});

test('“Close” closes it', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(document.querySelector('dialog')?.open).toBe(false);
  expect(onClose).toHaveBeenCalledOnce();
});
