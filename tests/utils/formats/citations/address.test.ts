import { expect, test } from 'vitest';
import { addressOf } from '@/utils/formats/citations/address';

test('the DOI comes first', () => {
  const [DOI, URL] = ['10.1/x', 'https://example.org'];
  expect(addressOf({ id: 'x', type: 'book', DOI, URL })).toBe('https://doi.org/10.1/x');
  expect(addressOf({ id: 'x', type: 'book', URL })).toBe(URL);
  expect(addressOf({ id: 'x', type: 'book' })).toBeUndefined();
});
