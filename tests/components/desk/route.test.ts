import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, parseRoute, type Route, VIEWS } from '@/components/desk/route';

const id = fc.string({ minLength: 1, unit: 'grapheme' });
const ROUTES: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ view: 'papers' }, ...VIEWS.map((view): Route => ({ view }))),
  fc.record({ view: fc.constant('similar' as const), id }),
  fc.record({ view: fc.constant('paper' as const), id }),
  fc.record({ view: fc.constant('paper' as const), id, field: fc.constantFrom('note', 'tags', 'edit') }),
);

describe('an address', () => {
  test('leads back to the place that it was made of', () => {
    fc.assert(
      fc.property(ROUTES, (route) => {
        expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
  });

  test('is one that the browser keeps as it is', () => {
    fc.assert(
      fc.property(ROUTES, (route) => {
        const hash = hashOf(route);
        expect(new URL(hash, 'https://a.example/').hash || '#').toBe(hash);
      }),
    );
  });

  test('that anybody wrote is a place', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        const route = parseRoute(hash);
        expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
  });
});

test.each<[string, Route]>([
  ['', { view: 'papers' }],
  ['#', { view: 'papers' }],
  ['#/', { view: 'papers' }],
  ['#/papers', { view: 'papers' }],
  ['#/trash', { view: 'trash' }],
  ['trash', { view: 'trash' }],
  ['#/trash/more', { view: 'trash' }],
  ['#/paper/arxiv%3A2609.00001', { view: 'paper', id: 'arxiv:2609.00001' }],
  ['#/paper/doi%3A10.1%2Fa%20b/note', { view: 'paper', id: 'doi:10.1/a b', field: 'note' }],
  ['#/paper/a/unknown', { view: 'paper', id: 'a' }],
  ['#/similar/a/note', { view: 'similar', id: 'a' }],
  ['#/trash?q=a', { view: 'trash' }],
  ['#/?q=a', { view: 'papers' }],
  ['#/paper', { view: 'nowhere', path: 'paper' }],
  ['#/paper/', { view: 'nowhere', path: 'paper/' }],
  ['#/paper/%E0%A4%A', { view: 'nowhere', path: 'paper/%E0%A4%A' }],
  ['#/unknown', { view: 'nowhere', path: 'unknown' }],
  ['#/constructor', { view: 'nowhere', path: 'constructor' }],
])('“%s” is read', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test.each<[Route, string]>([
  [{ view: 'papers' }, '#/'],
  [{ view: 'history' }, '#/history'],
  [{ view: 'paper', id: 'doi:10.1/a', field: 'edit' }, '#/paper/doi%3A10.1%2Fa/edit'],
  [{ view: 'similar', id: 'a:1' }, '#/similar/a%3A1'],
])('%j is written', (route, hash) => {
  expect(hashOf(route)).toBe(hash);
});
