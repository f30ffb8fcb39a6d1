// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { keptOptions } from '@/components/browser/kept-options';
import { adoptOptions, chooseOptions, options } from '@/components/browser/options';
import { answerMessages } from '@/tests/components/answer-messages';
import { DEFAULTS } from '@/utils/options';

beforeEach(() => {
  localStorage.clear();
  adoptOptions(DEFAULTS);
  localStorage.clear();
});

test.each([
  ['nothing kept', {}, DEFAULTS],
  ['some', { 'offprint-options': '{"theme":"dark"}' }, { ...DEFAULTS, theme: 'dark' }],
  ['no JSON', { 'offprint-options': '{theme' }, DEFAULTS],
  ['other values', { 'offprint-options': '{"theme":"pink","dates":7,"x":1}' }, DEFAULTS],
  [
    'the keys of before',
    { 'offprint-density': 'compact', 'offprint-status-follows': 'yes' },
    { ...DEFAULTS, density: 'compact', statusFollows: true },
  ],
  [
    'the keys of before, and a later choice',
    { 'offprint-density': 'compact', 'offprint-options': '{"density":"comfortable"}' },
    DEFAULTS,
  ],
])('%s', (_, stored, kept) => {
  for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
  expect(keptOptions()).toEqual(kept);
});

test('a choice is kept here, and given to the library', async () => {
  const asked = answerMessages({});
  chooseOptions({ theme: 'dark' });
  expect(options.value.theme).toBe('dark');
  expect(keptOptions().theme).toBe('dark');
  await vi.waitFor(() => expect(asked).toEqual([{ type: 'setOptions', data: { theme: 'dark' } }]));
});

test('what the library says is adopted, and not told back', () => {
  const asked = answerMessages({});
  adoptOptions({ theme: 'light', dates: 'absolute' });
  expect(keptOptions()).toMatchObject({ theme: 'light', dates: 'absolute' });
  expect(document.documentElement.style.colorScheme).toBe('light');
  adoptOptions({ theme: 'system' });
  expect(document.documentElement.style.colorScheme).toBe('');
  expect(asked).toEqual([]);
});
