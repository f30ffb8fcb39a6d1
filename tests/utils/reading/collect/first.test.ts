import { expect, test, vi } from 'vitest';
import { first } from '@/utils/reading/collect/first';

test('the first answer counts, and nobody is asked after it', () => {
  const half = vi.fn((number: number) => (number % 2 === 0 ? number / 2 : undefined));
  expect(first([3, 0, 4], half)).toBe(0);
  expect(half).toHaveBeenCalledTimes(2);
  expect(first([1, 3], half)).toBeUndefined();
});
