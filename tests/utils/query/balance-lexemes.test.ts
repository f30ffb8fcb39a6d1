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
  ['a AND b', 'word word', ''],
  ['a NOT b', 'word not word', ''],
  ['a AND NOT (b)', 'word not open word close', ''],
  ['OR a', 'word', 'lonelyOperator'],
  ['AND a', 'word', 'lonelyOperator'],
  ['a OR OR b', 'word or word', 'lonelyOperator'],
  ['a OR AND b', 'word word', 'lonelyOperator'],
  ['a NOT OR b', 'word or word', 'lonelyOperator'],
  ['NOT -() a', 'word', 'lonelyOperator lonelyOperator'],
  ['NOT OR AND', '', ''],
  ['(a OR) b', 'open word close word', 'lonelyOperator'],
  ['(NOT) a', 'word', 'lonelyOperator'],
  ['(a NOT)', 'open word close', 'lonelyOperator'],
])('%j becomes %s', (text, kinds, codes) => {
  const { lexemes, misread } = balance(text);
  expect(lexemes.map(({ kind }) => kind).join(' ')).toBe(kinds);
  expect(misread.map(({ code }) => code).join(' ')).toBe(codes);
});

test.each([
  ['a OR', 'word', ''],
  ['a AND ', 'word', ''],
  ['a NOT', 'word', ''],
  ['a OR -', 'word', ''],
  ['a OR AND NOT -title:', 'word', ''],
  ['a -title:"', 'word', 'unclosedQuote'],
  ['a (', 'word', 'unclosedParenthesis'],
  ['title:(a OR', 'field open word close', 'unclosedParenthesis'],
  ['a title:-(', 'word', 'unclosedParenthesis'],
])('what is unfinished at the end of %j is left out', (text, kinds, codes) => {
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
