import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedQuery } from '@/tests/random-queries';
import { lexQuery } from '@/utils/query/lex-query';

test.each([
  ['a (b)', 'word:a open:( word:b close:)'],
  ['-Title:a', 'not:- field:title word:a'],
  ['title:-a', 'field:title not:- word:a'],
  ['author:(a', 'field:authors open:( word:a'],
  ['-"a b" OR c', 'not:- phrase:a b or:OR word:c'],
  ['a-b --c d-', 'word:a-b word:--c word:d-'],
  ['(a)-b', 'open:( word:a close:) word:-b'],
  ['a "b (c', 'word:a open:" word:b word:(c close:'],
  ['""', 'open:" close:'],
  ['doi:10.1/x', 'word:10.1/x'],
  ['a -', 'word:a not:-'],
  ['a - b', 'word:a word:b'],
  ['a AND NOT b', 'word:a and:AND not:NOT word:b'],
  ['-AND and', 'not:- word:AND word:and'],
  ['-title: ', 'not:- field:title'],
  ['title:-', 'field:title not:-'],
  ['tag:=a Tags：＝"b c"', 'field:exactTag word:a field:exactTag phrase:b c'],
  ['tag:="say ""hi""" b', 'field:exactTag phrase:say "hi" word:b'],
  ['tag:="“a” b" tag:=„c“', 'field:exactTag phrase:“a” b field:exactTag phrase:c'],
  ['tag:="a b', 'field:exactTag open:" word:a word:b close:'],
  ['tag:== title:=a', 'field:exactTag word:= field:title word:=a'],
  ['tag:"a""b"', 'field:tags phrase:a phrase:b'],
  ['title: a', 'word:title: word:a'],
  ['G\\"odel M{\\"u}ller', 'word:G\\"odel word:M{\\"u}ller'],
  ['"G\\"odel" a', 'phrase:G\\"odel word:a'],
  ['a\\"b c\\" d', 'word:a\\"b word:c\\ open:" word:d close:'],
  ['see https://arxiv.org/pdf/2401.12345v2, p. 3', 'word:see word:2401.12345 word:, word:p. word:3'],
  ['(doi: 10.1016/a(91)b) c', 'open:( word:10.1016/a(91)b close:) word:c'],
])('%j is cut into %s', (text, expected) => {
  expect(
    lexQuery(text)
      .lexemes.map((lexeme) => `${lexeme.kind}:${lexeme.text}`)
      .join(' '),
  ).toBe(expected);
});

test('lexemes stand in the order of the text and do not overlap', () => {
  fc.assert(
    fc.property(typedQuery, (text) => {
      let last = 0;
      for (const { start, end } of lexQuery(text).lexemes) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('no letter or digit is lost', () => {
  fc.assert(
    fc.property(typedQuery, (text) => {
      fc.pre(!/arxiv|doi|openreview|acl/i.test(text));
      const { lexemes } = lexQuery(text);
      const letters = (part: string) => part.replace(/[^\p{L}\p{N}]/gu, '');
      expect(letters(lexemes.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(letters(text));
    }),
  );
});
