import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as some from '@/tests/arbitraries';
import { Day, HttpUrl, Moment, Paper, PaperCard, Sighting } from '@/utils/paper/schema';

test.each([
  ['PaperCard', PaperCard, some.paperCard],
  ['Paper', Paper, some.paper],
  ['Sighting', Sighting, some.sighting],
])('%s takes what the tests make up', (_, schema, arbitrary) => {
  fc.assert(
    fc.property(arbitrary as fc.Arbitrary<unknown>, (value) => {
      expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
    }),
  );
});

describe('PaperCard', () => {
  const card = { site: 'huggingface', listing: 'https://a.example/', identifiers: {} };

  test.each([
    ['an unknown field', { extra: 1 }],
    ['a text without end', { title: 'x'.repeat(20_001) }],
    ['too many authors', { authors: Array(5001).fill('A') }],
    ['a negative number', { upvotes: -1 }],
    ['a fraction', { comments: 1.5 }],
    ['a number as text', { upvotes: '3' }],
    ['null', { title: null }],
    ['a site that is no name', { site: 'https://a.example' }],
    ['a moment for a day', { listedAt: '2026-09-28T00:00:00Z' }],
    ['an identifier without end', { identifiers: { doi: 'x'.repeat(301) } }],
  ])('refuses %s', (_, wrong) => {
    expect(PaperCard.safeParse(card).success).toBe(true);
    expect(PaperCard.safeParse({ ...card, ...wrong }).success).toBe(false);
  });
});

test.each([
  [Day, '2026', true],
  [Day, '2026-09', true],
  [Day, '2026-09-28', true],
  [Day, '2026-13', false],
  [Day, '2026-09-32', false],
  [Day, '26-09-28', false],
  [Day, '2026-09-28T00:00:00Z', false],
  [Moment, '2026-09-28T00:00:00.000Z', true],
  [Moment, '2026-09-28', false],
  [Moment, '2026-09-28T00:00:00.000+02:00', false],
  [HttpUrl, 'https://a.example/', true],
  [HttpUrl, 'http://a.example/x', true],
  [HttpUrl, 'javascript:alert(1)', false],
  [HttpUrl, 'data:text/html,x', false],
  [HttpUrl, '/relative', false],
  [HttpUrl, '', false],
])('%# a day, moment or address %j is valid: %j', (schema, text, valid) => {
  expect(schema.safeParse(text).success).toBe(valid);
});
