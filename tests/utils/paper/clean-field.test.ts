import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanField, withoutHidden } from '@/utils/paper/clean-field';
import { FIELDS } from '@/utils/paper/fields';
import { Paper } from '@/utils/paper/schema';

test.each([
  ['tags', [' deep  learning', 'deep learning', ''], ['deep learning']],
  ['note', 'one\r\ntwo\rthree\u202e', 'one\ntwo\nthree'],
  ['savedAt', '2026-09-28T10:00:00+02:00', '2026-09-28T08:00:00.000Z'],
  ['edited', ['title', 'abstract', 'title', 'a b'], ['abstract', 'title']],
  [
    'identifiers',
    { doi: '10.18653/v1/P19-1001', acl: 'P19-2002' },
    { doi: '10.18653/v1/p19-1001', acl: 'p19-2002' },
  ],
  ['publishedAt', 'May 2026', undefined],
  ['code', 'ftp://a.example/', undefined],
  ['status', 'reading', 'reading'],
] as const)('%s: %j becomes %j', (name, raw, kept) => {
  expect(cleanField(name, raw as never)).toEqual(kept);
});

test('of a field about which nothing was said nothing is kept', () => {
  expect(cleanField('title', undefined)).toBeUndefined();
});

test('a text without hidden characters keeps its lines', () => {
  expect(withoutHidden('a\n\tb\u0000\u2066')).toBe('a\n\tb');
});

describe('whatever is said, what is kept fits the schema', () => {
  const text = fc.string({ unit: 'binary', maxLength: 1200 });
  test.each(['title', 'venue', 'organization', 'abstract', 'note'] as const)('%s', (name) => {
    fc.assert(
      fc.property(text, (raw) => {
        const kept = cleanField(name, raw);
        expect(Paper.shape[name].safeParse(kept).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each(['authors', 'tags'] as const)('%s', (name) => {
    const { most } = FIELDS[name];
    fc.assert(
      fc.property(fc.array(text, { maxLength: Math.min(20, most) }), (raw) => {
        expect(Paper.shape[name].safeParse(cleanField(name, raw)).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
