import { describe, expect, test } from 'vitest';
import { chunks, isBusy, samePaper, stateAfter } from '@/entrypoints/listing/card-state';
import { card, TUESDAY } from '@/tests/storage/cards';

describe('stateAfter', () => {
  test.each([
    // question, state, answer, state then
    ['saveCards', 'saving', true, 'saved'],
    ['saveCards', 'saving', false, 'save'],
    ['saveCards', 'saving', undefined, 'failed'],
    ['unsaveCards', 'removing', false, 'save'],
    ['unsaveCards', 'removing', true, 'saved'],
    ['unsaveCards', 'removing', undefined, 'saved'],
    ['sightCards', 'save', true, 'saved'],
    ['sightCards', 'save', false, 'save'],
    ['sightCards', 'save', undefined, 'save'],
    ['sightCards', 'saved', true, 'saved'],
    ['sightCards', 'saved', false, 'save'],
    ['sightCards', 'saved', undefined, 'saved'],
    ['sightCards', 'failed', true, 'saved'],
    ['sightCards', 'failed', false, 'failed'],
    ['sightCards', 'failed', undefined, 'failed'],
    ['sightCards', 'reload', undefined, 'reload'],
  ] as const)('%s in state “%s”, answered with %s, leaves “%s”', (question, state, saved, expected) => {
    expect(stateAfter(question, state, saved)).toBe(expected);
  });
});

test.each([
  ['save', false],
  ['saving', true],
  ['saved', false],
  ['removing', true],
  ['failed', false],
  ['reload', false],
  [undefined, false],
] as const)('isBusy(%s) is %s', (state, busy) => {
  expect(isBusy(state)).toBe(busy);
});

describe('samePaper', () => {
  const lanterns = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns' });

  test.each([
    ['the same fields', {}],
    ['other votes', { upvotes: 12, comments: 3 }],
    ['another listing', { listing: TUESDAY }],
  ])('holds with %s', (_, changes) => {
    expect(samePaper(lanterns, { ...lanterns, ...changes })).toBe(true);
  });

  test.each([
    ['another number', { identifiers: { arxiv: '2609.00002' } }],
    ['a further number', { identifiers: { arxiv: '2609.00001', doi: '10.1/x' } }],
    ['no number', { identifiers: {} }],
    ['another title', { title: 'Salt' }],
  ])('does not hold with %s', (_, changes) => {
    expect(samePaper(lanterns, { ...lanterns, ...changes })).toBe(false);
  });
});

test.each([
  [0, 2, []],
  [1, 2, [[0]]],
  [
    4,
    2,
    [
      [0, 1],
      [2, 3],
    ],
  ],
  [5, 2, [[0, 1], [2, 3], [4]]],
])('chunks of %i items by %i', (count, size, expected) => {
  const items = Array.from({ length: count }, (_, index) => index);
  expect(chunks(items, size)).toEqual(expected);
});
