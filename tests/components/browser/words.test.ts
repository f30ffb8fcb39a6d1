import { expect, test } from 'vitest';
import { i18n, percent } from '@/components/browser/words';

test.each([
  [0, '0 papers'],
  [1, '1 paper'],
  [2, '2 papers'],
  [2025, '2,025 papers'],
  [1_234_567, '1,234,567 papers'],
])('%i is counted as “%s”', (count, words) => {
  expect(i18n.t('search.count', count)).toBe(words);
});

test('numbers among other words have separators too, and words stay as they are', () => {
  expect(i18n.t('import.ticked', [12_000, 34_567])).toBe('12,000 of 34,567 chosen');
  expect(i18n.t('page.state', 1, [1, 1000])).toBe('This page: 1 card, 1,000 saved');
  expect(i18n.t('paper.removeLabel', ['2024'])).toBe('Remove: 2024');
  expect(i18n.t('views.trash')).toBe('Trash');
});

test.each([
  [0, '0%'],
  [0.15, '15%'],
  [0.999, '99%'],
  [1, '100%'],
  [0.29, '29%'],
  [0.57, '57%'],
])('a share of %f is %s', (share, words) => {
  expect(percent(share)).toBe(words);
});
