import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING_ASKED, type Place, parsePlace, placeHash } from '@/components/desk/place';
import { type Route, VIEWS } from '@/components/desk/route';
import { GROUPS, SORTS } from '@/utils/query/query-tree';

const asked = fc.record({
  query: fc.string({ unit: 'grapheme' }),
  sort: fc.constantFrom(...SORTS),
  group: fc.option(fc.constantFrom(...GROUPS), { nil: undefined }),
});
const aPaper = fc.record({
  view: fc.constantFrom('paper', 'similar'),
  id: fc.string({ minLength: 1, unit: 'grapheme' }),
});
const PLACES = fc.oneof(
  fc.record({
    route: fc.constantFrom<Route>({ view: 'papers' }, ...VIEWS.map((view): Route => ({ view }))),
    asked,
  }),
  fc.record({ route: aPaper, asked, under: fc.constantFrom(...VIEWS) }, { requiredKeys: ['route', 'asked'] }),
) as fc.Arbitrary<Place>;

describe('an address', () => {
  test('leads back to the place that it was made of', () => {
    fc.assert(
      fc.property(PLACES, (place) => {
        expect(parsePlace(placeHash(place))).toEqual(place);
      }),
    );
  });

  test('is one that the browser keeps as it is', () => {
    fc.assert(
      fc.property(PLACES, (place) => {
        const hash = placeHash(place);
        expect(new URL(hash, 'https://a.example/').hash || '#').toBe(hash);
      }),
    );
  });

  test('that anybody wrote is a place', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((said) => `#/?${said}`),
      fc.string().map((said) => `#/paper/a?${said}`),
    );
    fc.assert(
      fc.property(text, (hash) => {
        const place = parsePlace(hash);
        expect(parsePlace(placeHash(place))).toEqual(place);
      }),
    );
  });
});

test.each<[string, Place]>([
  ['', { route: { view: 'papers' }, asked: NOTHING_ASKED }],
  [
    '#/?q=is:unread+graph',
    { route: { view: 'papers' }, asked: { ...NOTHING_ASKED, query: 'is:unread graph' } },
  ],
  ['#/trash?sort=upvotes', { route: { view: 'trash' }, asked: { ...NOTHING_ASKED, sort: 'upvotes' } }],
  ['#/?sort=best&group=colour&in=queue&more=1', { route: { view: 'papers' }, asked: NOTHING_ASKED }],
  [
    '#/?q=100%&group=year',
    { route: { view: 'papers' }, asked: { query: '100%', sort: 'relevance', group: 'year' } },
  ],
  [
    '#/paper/a/note?in=queue',
    { route: { view: 'paper', id: 'a', field: 'note' }, asked: NOTHING_ASKED, under: 'queue' },
  ],
  ['#/paper/a?in=moon', { route: { view: 'paper', id: 'a' }, asked: NOTHING_ASKED }],
])('“%s” is read', (hash, place) => {
  expect(parsePlace(hash)).toEqual(place);
});

test.each<[Place, string]>([
  [{ route: { view: 'papers' }, asked: NOTHING_ASKED }, '#/'],
  [
    { route: { view: 'papers' }, asked: { ...NOTHING_ASKED, query: 'tag:="to read"' } },
    '#/?q=tag:%3D%22to+read%22',
  ],
  [{ route: { view: 'papers' }, asked: { ...NOTHING_ASKED, query: 'a+b & c' } }, '#/?q=a%2Bb+%26+c'],
])('%j is written', (place, hash) => {
  expect(placeHash(place)).toBe(hash);
});

test('half a letter of two makes no address fail', () => {
  expect(placeHash({ route: { view: 'papers' }, asked: { ...NOTHING_ASKED, query: '\ud83d' } })).toBe(
    '#/?q=%EF%BF%BD',
  );
});
