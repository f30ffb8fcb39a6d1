import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { type Claim, joinClaims, lengthens, shownOf } from '@/utils/paper/claims';
import type { MergedField } from '@/utils/paper/fields';

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();

function claim(value: unknown, at: number, changes: Partial<Claim> = {}): Claim {
  return { site: 'arxiv', trust: 2, at: day(at), value, ...changes };
}

/** Few sites, days and values, so that claims often tie. */
const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    site: fc.constantFrom('arxiv', 'huggingface', 'web'),
    trust: fc.constantFrom(1 as const, 2 as const, 3 as const),
    inferred: fc.boolean(),
    at: fc.integer({ min: 1, max: 4 }).map(day),
    value: fc.constantFrom('Salt', 'Salt and', 'Salt and si…', 'Salt and silence', 'Light', 'Light on water'),
  })
  .map(({ inferred, ...rest }) => ({ ...rest, ...(inferred && { inferred: true as const }) }));
const claims = fc.array(anyClaim, { minLength: 1, maxLength: 6 });

describe('joining claims', () => {
  const join = (...all: Claim[][]) => joinClaims('abstract', all.flat());
  const RUNS = { numRuns: runs(20_000) };

  test('is commutative', () => {
    fc.assert(
      fc.property(claims, claims, (a, b) => {
        expect(join(a, b)).toEqual(join(b, a));
      }),
      RUNS,
    );
  });

  test('is associative', () => {
    fc.assert(
      fc.property(claims, claims, claims, (a, b, c) => {
        expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
      }),
      RUNS,
    );
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(claims, (a) => {
        const once = join(a);
        expect(join(once, once)).toEqual(once);
      }),
      RUNS,
    );
  });

  test('keeps of each site the first, the latest and the one that says most', () => {
    const said = ['Salt', 'Salt and silence', 'Sea', 'Lake'].map((value, index) => claim(value, index));
    const values = join(said.toReversed()).map(({ value }) => value);
    expect(values).toEqual(['Salt', 'Salt and silence', 'Lake']);
  });

  test('keeps the claim that is shown and the earliest of at most 16 sites', () => {
    const many = Array.from({ length: 20 }, (_, index) => claim('Salt', index, { site: `site-${index}` }));
    const joined = join([...many, claim('Light', 99, { site: 'embedded', trust: 3 })]);
    expect(joined).toHaveLength(16);
    expect(shownOf('abstract', joined).value).toBe('Light');
    expect(joined.map(({ site }) => site)).toContain('site-0');
  });
});

describe('what is shown', () => {
  test.each<[string, MergedField, Claim[], unknown]>([
    ['the more trusted', 'title', [claim('Shown', 1), claim('Embedded', 2, { trust: 3 })], 'Embedded'],
    [
      'what is certain',
      'publishedAt',
      [claim('2025-01-01', 1, { inferred: true }), claim('2026-01-01', 2)],
      '2026-01-01',
    ],
    [
      'trust before certainty',
      'publishedAt',
      [claim('2025', 1, { inferred: true, trust: 3 }), claim('2026', 2)],
      '2025',
    ],
    ['the first', 'title', [claim('Salt', 1), claim('Light', 2)], 'Salt'],
    ['the first of several sites', 'title', [claim('Salt', 1), claim('Light', 2, { site: 'web' })], 'Salt'],
    [
      'what lengthens the first',
      'abstract',
      [claim('Salt an…', 1), claim('Salt and silence', 2)],
      'Salt and silence',
    ],
    [
      'what lengthens it on another site',
      'abstract',
      [claim('Salt an…', 1), claim('Salt and silence', 2, { site: 'web' })],
      'Salt and silence',
    ],
    [
      'the earlier of two that lengthen it',
      'title',
      [claim('A', 1), claim('A C', 2), claim('A B D', 3)],
      'A C',
    ],
    ['the longer list', 'authors', [claim(['Ada'], 1), claim(['Ada', 'Grace'], 2)], ['Ada', 'Grace']],
    [
      'the finer day',
      'publishedAt',
      [claim('2026', 1), claim('2026-09', 2), claim('2026-09-28', 3)],
      '2026-09-28',
    ],
    [
      'the first address',
      'url',
      [claim('https://a.example/', 1), claim('https://a.example/b', 2)],
      'https://a.example/',
    ],
  ])('is %s', (_, field, said, expected) => {
    expect(shownOf(field, said).value).toEqual(expected);
    expect(shownOf(field, said.toReversed()).value).toEqual(expected);
  });

  test('is the same of all claims and of those that are kept, while each site has said two things', () => {
    const twoEach = claims.filter((all) =>
      ['arxiv', 'huggingface', 'web'].every((site) => all.filter((one) => one.site === site).length <= 2),
    );
    fc.assert(
      fc.property(twoEach, (all) => {
        expect(shownOf('abstract', joinClaims('abstract', all)).value).toBe(shownOf('abstract', all).value);
      }),
    );
  });
});

describe('a value is the beginning of another', () => {
  test.each<[MergedField, unknown, unknown, boolean]>([
    ['abstract', 'Light on', 'Light on water', true],
    ['abstract', 'Light o…', 'Light on water', true],
    ['abstract', 'Light o...', 'Light on water', true],
    ['abstract', 'Light', 'Light', false],
    ['abstract', 'Light', 'Light…', false],
    ['abstract', '…', 'Light', false],
    ['abstract', 'Water', 'Light on water', false],
    ['title', 'Deep Sets', 'Deep Sets: a study', true],
    ['volume', '3', '30', false],
    ['authors', [], ['Ada'], true],
    ['authors', ['Ada'], ['Ada', 'Grace'], true],
    ['authors', ['Ada'], ['Grace', 'Ada'], false],
    ['publishedAt', '2026', '2026-09', true],
    ['publishedAt', '2026-09-28', '2026-09', false],
    ['type', 'book', 'bookchapter', false],
    ['nameParts', { A: { literal: 'A' } }, { A: { literal: 'A' }, B: { literal: 'B' } }, true],
    ['nameParts', { A: { literal: 'A' } }, { A: { literal: 'X' }, B: { literal: 'B' } }, false],
  ])('%s: %j of %j is %s', (field, less, more, expected) => {
    expect(lengthens(field, less, more)).toBe(expected);
  });
});
