import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { utcDays } from '@/tests/utc-days';
import { parseQuery } from '@/utils/query/parse-query';
import type { Query } from '@/utils/query/query-tree';
import { hasFilter, toggleFilter } from '@/utils/query/toggle-filter';

const STAR = 'is:starred';

describe('a filter', () => {
  test.each([
    ['is:starred', true],
    ['a IS:Starred b', true],
    ['(is:starred) a', true],
    ['a OR (b is:starred)', false],
    ['a OR is:starred', false],
    ['(a OR is:starred) b', false],
    ['-is:starred', false],
    ['"is:starred"', false],
    ['title:is:starred', false],
    ['a "b is:starred', false],
    ['is:starred, a', false],
    ['', false],
  ])('in %j is there: %s', (text, there) => {
    expect(hasFilter(text, STAR)).toBe(there);
  });

  test.each([
    ['', 'is:starred'],
    ['a  "b c"', 'a  "b c" is:starred'],
    ['a OR b', '(a OR b) is:starred'],
    ['(a OR b) c', '(a OR b) c is:starred'],
    ['-is:starred', '-is:starred is:starred'],
    ['a OR', 'is:starred (a OR'],
    ['title:', 'is:starred title:'],
    ['a NOT', 'is:starred a NOT'],
    ['a OR b OR', 'is:starred (a OR b OR'],
    ['a "b', 'is:starred a "b'],
    ['a (b', 'is:starred a (b'],
    ['a OR "b', 'is:starred (a OR "b'],
    ['a is:(', 'is:starred a is:('],
    ['a OR b) c', '(a OR b c) is:starred'],
  ])('is added to %j as %j', (text, expected) => {
    expect(toggleFilter(text, STAR)).toBe(expected);
  });

  test.each([
    ['is:starred', ''],
    ['a is:starred', 'a'],
    ['is:starred  a', 'a'],
    ['a  b is:starred  c', 'a  b  c'],
    ['is:starred a IS:starred', 'a'],
    ['a "is:starred" is:starred', 'a "is:starred"'],
    ['a AND is:starred', 'a'],
    ['a AND is:starred AND b', 'a AND b'],
    ['is:starred AND b', 'b'],
    ['is:starred AND is:starred', ''],
    ['BAND is:starred', 'BAND'],
    ['(a)is:starred(b)', '(a) (b)'],
    ['a (is:starred) b', 'a b'],
    ['a (is:starred)-b', 'a --b'],
  ])('is removed from %j: %j', (text, expected) => {
    expect(toggleFilter(text, STAR)).toBe(expected);
  });

  test.each([
    'saved:<14d',
    'tag:"to read"',
    'tag:="say ""hi"""',
    'org:"a b"',
    '-has:code',
    'year:2020..2023',
    'site:arxiv',
  ])('may be %s', (token) => {
    const text = toggleFilter('a', token);
    expect(text).toBe(`a ${token}`);
    expect(hasFilter(text, token)).toBe(true);
    expect(toggleFilter(text, token)).toBe('a');
  });
});

test('any text is searched as before, within the filter', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b',
      'c',
      ' ',
      ' ',
      ' OR ',
      ' OR',
      ' AND ',
      ' NOT ',
      '-',
      '(',
      ')',
      '"',
      'title:',
      'is:',
      'starred',
      'has:code',
      ' -',
    ],
  );
  const typed = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      fc.pre(!conditionsOf(text).includes(conditionsOf(STAR).join())); // also not within parentheses
      const filtered = toggleFilter(text, STAR);
      expect(hasFilter(filtered, STAR)).toBe(true);
      expect(conditionsOf(filtered).filter((part) => part !== conditionsOf(STAR).join())).toEqual(
        conditionsOf(text).filter((part) => part !== '{"kind":"all"}'),
      );
      expect(conditionsOf(toggleFilter(filtered, STAR))).toEqual(conditionsOf(text));
    }),
    { numRuns: runs(2000) },
  );

  function conditionsOf(text: string): string[] {
    const { query } = parseQuery(text, utcDays('2026-11-22'));
    const parts: Query[] = query.kind === 'and' ? query.queries : [query];
    return parts.map((part) => JSON.stringify(part).replace(/(?<="text":")-+/g, '')); // `x)-a` has the word `-a`
  }
});
