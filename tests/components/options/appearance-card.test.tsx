// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { adoptOptions, options } from '@/components/browser/options';
import { AppearanceCard } from '@/components/options/appearance-card';
import { answerMessages } from '@/tests/components/answer-messages';
import { DEFAULTS } from '@/utils/options';

beforeEach(() => adoptOptions(DEFAULTS));

const choice = (group: string, name: string | RegExp) =>
  within(screen.getByRole('group', { name: group })).getByRole<HTMLInputElement>('radio', { name });

test('what holds is chosen, and another choice holds at once and is kept by the library', async () => {
  const asked = answerMessages({ setOptions: () => ({ ok: true, value: null }) });
  render(<AppearanceCard />);
  expect(choice('Theme', 'As the system').checked).toBe(true);
  fireEvent.click(choice('Theme', 'Dark'));
  expect(document.documentElement.style.colorScheme).toBe('dark');
  fireEvent.click(choice('Rows', 'Compact rows'));
  fireEvent.click(choice('Times of today', /^As day and time/));
  expect(options.value).toMatchObject({ theme: 'dark', density: 'compact', dates: 'absolute' });
  await vi.waitFor(() => expect(asked.length).toBe(3));
  expect(asked).toEqual([
    { type: 'setOptions', data: { theme: 'dark' } },
    { type: 'setOptions', data: { density: 'compact' } },
    { type: 'setOptions', data: { dates: 'absolute' } },
  ]);
});

test('a choice made on another page shows', async () => {
  render(<AppearanceCard />);
  localStorage.setItem('offprint-options', JSON.stringify({ theme: 'light' }));
  dispatchEvent(new StorageEvent('storage', { key: 'offprint-options' }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(choice('Theme', 'Light').checked).toBe(true);
});
