// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { KEYS } from '@/components/shell/keys';
import { KeysSheet } from '@/components/shell/keys-sheet';
import '@/tests/components/cleanup';

const dialog = createRef<HTMLDialogElement>();

beforeEach(() => {
  render(<KeysSheet dialog={dialog} />);
});

test('it is closed until it is asked for', () => {
  expect(dialog.current?.open).toBe(false);
});

test('it tells what every key does, in words', () => {
  dialog.current?.showModal();
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
  dialog.current?.showModal();
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(dialog.current?.open).toBe(false);
});
