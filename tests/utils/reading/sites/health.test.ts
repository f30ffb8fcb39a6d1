import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperCard } from '@/utils/paper/schema';
import { health } from '@/utils/reading/sites/health';

const id = (number: number) => `2609.${String(number).padStart(5, '0')}`;
const ids = (length: number) => Array.from({ length }, (_, index) => id(index));

function card(arxiv: string): PaperCard {
  return { site: 'fake', listing: 'https://a.example/list', identifiers: { arxiv } };
}

function of(mentioned: string[], read: string[]) {
  return health(new Set(mentioned.map((one) => `arxiv:${one}`)), read.map(card));
}

describe('health', () => {
  test.each([
    ['a page that mentions no paper', 0, 0, true],
    ['every paper read', 10, 10, true],
    ['nine in ten', 10, 9, true],
    ['eight in ten', 10, 8, false],
    ['89 %', 100, 89, false],
    ['one paper, not read', 1, 0, false],
    ['one in nine missed', 9, 8, false],
  ])('%s', (_, mentioned, read, healthy) => {
    expect(of(ids(mentioned), ids(read))).toEqual({ mentioned, read, healthy });
  });

  test('counts a paper once, however many cards it has', () => {
    expect(of(ids(2), [id(0), id(0), id(0)])).toEqual({ mentioned: 2, read: 1, healthy: false });
  });

  test('is no better for cards of papers that the page does not mention', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), fc.uniqueArray(fc.nat(50)), (mentioned, read) => {
        const both = read.filter((number) => mentioned.includes(number));
        const all = of(mentioned.map(id), read.map(id));
        expect(all).toEqual(of(mentioned.map(id), both.map(id)));
        expect(all.read).toBe(both.length);
        expect(all.healthy).toBe(mentioned.length === 0 || both.length / mentioned.length >= 0.9);
      }),
    );
  });

  test('never gets worse by one more card', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20)), fc.array(fc.nat(20)), fc.nat(20), (mentioned, read, more) => {
        const before = of(mentioned.map(id), read.map(id));
        const after = of(mentioned.map(id), [...read, more].map(id));
        expect(after.healthy || !before.healthy).toBe(true);
      }),
    );
  });
});
