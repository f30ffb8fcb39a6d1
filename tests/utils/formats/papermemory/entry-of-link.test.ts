import { expect, test } from 'vitest';
import { entryOfLink, isLink } from '@/utils/formats/papermemory/entry-of-link';

test.each([
  ['https://arxiv.org/abs/2601.00001', true],
  ['10.1000/a', true],
  ['arXiv:2601.00001', true],
  [' https://lamps.example ', true],
  [{ url: 'https://lamps.example' }, true],
  [{ url: 7 }, false],
  ['lamps', false],
  [{ URL: 'https://lamps.example' }, false],
  [null, false],
])('%j is an address: %j', (value, is) => {
  expect(isLink(value)).toBe(is);
});

test('what else it has is counted', () => {
  expect(entryOfLink({ url: '10.1000/a', note: 'Mine', year: 2026 })).toEqual({
    entry: {
      card: { site: 'papermemory', identifiers: { doi: '10.1000/a' }, url: '10.1000/a' },
      note: 'Mine',
    },
    unkept: ['year'],
  });
});
