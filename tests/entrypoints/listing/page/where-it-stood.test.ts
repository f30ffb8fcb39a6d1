import { describe, expect, test } from 'vitest';
import { whereItStood } from '@/entrypoints/listing/page/where-it-stood';
import { card, TUESDAY } from '@/tests/storage/cards';

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns', listedAt: '2026-09-28' });
const ON_TUESDAY = { ...LANTERNS, listing: TUESDAY, listedAt: '2026-09-29' };

test('a card that was not read before stands where it is said to stand', () => {
  expect(whereItStood(ON_TUESDAY, undefined)).toBe(ON_TUESDAY);
});

test('on the same listing it says what it says now', () => {
  const now = { ...LANTERNS, upvotes: 3 };
  expect(whereItStood(now, LANTERNS)).toBe(now);
});

test('on another listing it stays where it was, with what it says now', () => {
  expect(whereItStood({ ...ON_TUESDAY, upvotes: 3 }, LANTERNS)).toEqual({ ...LANTERNS, upvotes: 3 });
});

test('it was there in passing, or not, as before', () => {
  const passing = { ...LANTERNS, passing: true as const };
  expect(whereItStood(ON_TUESDAY, passing)).toEqual(passing);
  expect(whereItStood({ ...ON_TUESDAY, passing: true }, LANTERNS)).toEqual(LANTERNS);
  const { listedAt: _, ...undated } = LANTERNS;
  expect(whereItStood(ON_TUESDAY, undated)).toEqual(undated);
});

test('another paper in its place stands on the other listing', () => {
  const other = { ...ON_TUESDAY, identifiers: { arxiv: '2609.00002' } };
  expect(whereItStood(other, LANTERNS)).toBe(other);
});

describe('on a paper’s own page', () => {
  const own = card({
    ...{ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns', abstract: 'Light.' },
    listing: 'https://huggingface.co/papers/2609.00001',
  });
  const next = {
    ...own,
    identifiers: { arxiv: '2609.00002' },
    listing: 'https://huggingface.co/papers/2609.00002',
  };

  test('the address of another paper makes it no other paper', () => {
    expect(whereItStood({ ...next, upvotes: 3 }, own)).toBe(own);
  });

  test.each([{ title: 'Salt' }, { abstract: 'Salt.' }])('what says %o is another paper', (said) => {
    const salt = { ...next, ...said };
    expect(whereItStood(salt, own)).toBe(salt);
  });
});
