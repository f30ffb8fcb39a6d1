import { describe, expect, test } from 'vitest';
import { card, TUESDAY } from '@/tests/storage/cards';
import { cardKey } from '@/utils/paper/card-key';

const lanterns = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns' });

describe('a card is the same', () => {
  test.each([
    ['the same fields', {}],
    ['other votes', { upvotes: 12, comments: 3 }],
    ['another listing', { listing: TUESDAY }],
  ])('with %s', (_, changes) => {
    expect(cardKey({ ...lanterns, ...changes })).toBe(cardKey(lanterns));
  });
});

describe('a card is another', () => {
  test.each([
    ['another number', { identifiers: { arxiv: '2609.00002' } }],
    ['the number of another kind', { identifiers: { doi: '2609.00001' } }],
    ['a further number', { identifiers: { arxiv: '2609.00001', doi: '10.1/x' } }],
    ['no number', { identifiers: {} }],
    ['another title', { title: 'Salt' }],
    ['no title', { title: undefined }],
  ])('with %s', (_, changes) => {
    expect(cardKey({ ...lanterns, ...changes } as typeof lanterns)).not.toBe(cardKey(lanterns));
  });
});
