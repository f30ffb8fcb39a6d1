import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedQuery } from '@/tests/random-queries';
import { balanceLexemes } from '@/utils/query/balance-lexemes';
import { lexQuery } from '@/utils/query/lex-query';

const balance = (text: string) => balanceLexemes(lexQuery(text), text);

test.each([
  ['a (b', 'word open word close', 'unclosedParenthesis'],
  ['a) b', 'word word', 'strayParenthesis'],
  ['((()))', '', ''],
  ['-(()) a', 'word', 'lonelyOperator'],
  ['title:() a', 'word word', 'badValue'],
  ['a OR b', 'word or word', ''],
  ['OR a', 'word word', 'lonelyOperator'],
  ['a OR OR b', 'word or word word', 'lonelyOperator'],
  ['(a OR) b', 'open word word close word', 'lonelyOperator'],
])('%j becomes %s', (text, kinds, codes) => {
  const { lexemes, misread } = balance(text);
  expect(lexemes.map(({ kind }) => kind).join(' ')).toBe(kinds);
  expect(misread.map(({ code }) => code).join(' ')).toBe(codes);
});

test('any text becomes what a parser need not check', () => {
  fc.assert(
    fc.property(typedQuery, (text) => {
      const kinds = balance(text).lexemes.map(({ kind }) => kind);
      let depth = 0;
      for (const [index, kind] of kinds.entries()) {
        const next = kinds[index + 1] ?? 'end';
        if (kind === 'open') depth++;
        if (kind === 'close') depth--;
        expect(depth).toBeGreaterThanOrEqual(0);
        if (['open', 'or', 'not', 'field'].includes(kind)) expect(['close', 'or', 'end']).not.toContain(next);
      }
      expect(kinds[0]).not.toBe('or');
      expect(depth).toBe(0);
    }),
    { numRuns: 1000 },
  );
});
