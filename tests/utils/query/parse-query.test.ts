import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { and, normalised, not, or, phrase, typedQuery, word } from '@/tests/random-queries';
import { utcDays } from '@/tests/utc-days';
import type { HintCode } from '@/utils/query/lex-query';
import { parseQuery } from '@/utils/query/parse-query';
import type { Query } from '@/utils/query/query-tree';

const DAYS = utcDays('2026-11-22');
const parse = (text: string) => parseQuery(text, DAYS).query;
const hints = (text: string) => parseQuery(text, DAYS).hints;

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) => word(text)) as [Query, Query, Query, Query];
const starred: Query = { kind: 'flag', flag: 'starred' };

describe('a query', () => {
  test.each<[string, Query]>([
    ['', { kind: 'all' }],
    [' \n\u3000', { kind: 'all' }],
    ['a', a],
    ['a b', and(a, b)],
    ['a b OR c d', or(and(a, b), and(c, d))],
    ['a OR b OR c', or(a, b, c)],
    ['a or b', and(a, word('or'), b)],
    ['a AND b', and(a, b)],
    ['a AND b OR c AND d', or(and(a, b), and(c, d))],
    ['a NOT b', and(a, not(b))],
    ['NOT a', not(a)],
    ['a AND NOT b', and(a, not(b))],
    ['a OR NOT b', or(a, not(b))],
    ['a NOT "b c"', and(a, not(phrase('b c')))],
    ['a NOT title:b', and(a, not(word('b', 'title')))],
    ['a NOT (b OR c)', and(a, not(or(b, c)))],
    ['title:(a NOT b)', and(word('a', 'title'), not(word('b', 'title')))],
    ['a NOT -b', and(a, b)],
    ['a -https://arxiv.org/abs/2401.12345v2', and(a, not(word('2401.12345')))],
    ['(-doi:10.1000/x OR a)', or(not(word('10.1000/x')), a)],
    ['a and b not c', and(a, word('and'), b, word('not'), c)],
    ['"a AND b"', phrase('a AND b')],
    ['title:AND', word('AND', 'title')],
    ['G\\"odel', word('G\\"odel')],
    ['G{\\"o}del and M\\"uller', and(word('G{\\"o}del'), word('and'), word('M\\"uller'))],
    ['a (b OR c) d', and(a, or(b, c), d)],
    ['a(b OR c)d', and(a, or(b, c), d)],
    ['a (b (c d))', and(a, b, c, d)],
    ['(((a)))', a],
    ['-a', not(a)],
    ['a -b', and(a, not(b))],
    ['-(a OR b)', not(or(a, b))],
    ['-"a b"', not(phrase('a b'))],
    ['-title:a', not(word('a', 'title'))],
    ['title:-a', not(word('a', 'title'))],
    ['title:-(a b)', not(and(word('a', 'title'), word('b', 'title')))],
    ['-(-a)', a],
    ['state-space', word('state-space')],
    ['--help', word('--help')],
    ['-OR', not(word('OR'))],
    ['"a b"', phrase('a b')],
    ['"a OR -b"', phrase('a OR -b')],
    ['“a b” „c d“ «e f» »g h«', and(phrase('a b'), phrase('c d'), phrase('e f'), phrase('g h'))],
    ['a"b c"d', and(a, phrase('b c'), d)],
    ['a "" b', and(a, b)],
    ['title:a b', and(word('a', 'title'), b)],
    ['TITLE:a Author:b', and(word('a', 'title'), word('b', 'authors'))],
    [
      'authors:a tag:b tags:c note:d',
      and(word('a', 'authors'), word('b', 'tags'), word('c', 'tags'), word('d', 'note')),
    ],
    ['abstract:"a b"', phrase('a b', 'abstract')],
    ['title：a（b OR c）', and(word('a', 'title'), or(b, c))],
    ['title:(a OR "b c" -d)', or(word('a', 'title'), and(phrase('b c', 'title'), not(word('d', 'title'))))],
    ['title:(a note:b is:starred)', and(word('a', 'title'), word('b', 'note'), starred)],
    ['title:(a (b)) c', and(word('a', 'title'), word('b', 'title'), c)],
    ['title:a:b', word('a:b', 'title')],
    ['venue:NeurIPS site:arxiv', and({ kind: 'venue', text: 'NeurIPS' }, { kind: 'site', text: 'arxiv' })],
    ['venue:("a b" OR c)', or({ kind: 'venue', text: 'a b' }, { kind: 'venue', text: 'c' })],
    [
      'org:"a b" Organization:c',
      and({ kind: 'organization', text: 'a b' }, { kind: 'organization', text: 'c' }),
    ],
    ['tag:="A  b" -tag:=😀', and({ kind: 'tag', key: 'a b' }, not({ kind: 'tag', key: '😀' }))],
    ['tag:=(a OR b)', or({ kind: 'tag', key: 'a' }, { kind: 'tag', key: 'b' })],
    ['is:starred Has:Code', and(starred, { kind: 'flag', flag: 'code' })],
    ['is:(unread OR reading)', or({ kind: 'flag', flag: 'unread' }, { kind: 'flag', flag: 'reading' })],
    ['-is:trashed', not({ kind: 'flag', flag: 'trashed' })],
    ['year:2020 a', and({ kind: 'range', column: 'year', from: 2020, to: 2020 }, a)],
  ])('%j is understood', (text, query) => {
    expect(parseQuery(text, DAYS)).toEqual({ query, hints: [] });
  });

  test.each<[string, Query]>([
    ['https://unknown.example/abs/x', word('https://unknown.example/abs/x')],
    ['12:30', word('12:30')],
    ['10.1000/x:y', word('10.1000/x:y')],
    ['std::vector', word('std::vector')],
    ['Attention: a b', and(word('Attention:'), a, b)],
    ['arXiv:2401.12345', word('2401.12345')],
    ['doi:10.1000/x:y', word('10.1000/x:y')],
    ['深度学习：综述', word('深度学习：综述')],
    ['10.1016/a(91)-b', word('10.1016/a(91)-b')],
    ['a – b', and(a, b)],
    ['a -> b', and(a, b)],
    ['a -😀', a],
    ['a OR 🎉', a],
  ])('%j is words, without a hint', (text, query) => {
    expect(parseQuery(text, DAYS)).toEqual({ query, hints: [] });
  });

  test.each<[string, Query, ...[HintCode, string][]]>([
    ['a "b -c', and(a, b, word('-c')), ['unclosedQuote', '"b -c']],
    ['title:"a b', and(word('a', 'title'), word('b', 'title')), ['unclosedQuote', '"a b']],
    ['a "', a, ['unclosedQuote', '"']],
    ['a (b OR c', and(a, or(b, c)), ['unclosedParenthesis', '(']],
    ['a (', a, ['unclosedParenthesis', '(']],
    ['a) b', and(a, b), ['strayParenthesis', ')']],
    ['foo:bar', word('foo:bar'), ['unknownField', 'foo']],
    ['titel:"a b"', and(word('titel:'), phrase('a b')), ['unknownField', 'titel']],
    ['constructor:a', word('constructor:a'), ['unknownField', 'constructor']],
    ['year:abc', word('year:abc'), ['badValue', 'year:abc']],
    ['-year:abc', not(word('year:abc')), ['badValue', 'year:abc']],
    ['year:-2020', word('year:-2020'), ['badValue', 'year:-2020']],
    [
      'year:(2020 OR x)',
      or({ kind: 'range', column: 'year', from: 2020, to: 2020 }, word('x')),
      ['badValue', 'x'],
    ],
    ['is:code', word('is:code'), ['badValue', 'is:code']],
    ['is:"a b"', word('is:"a b"'), ['badValue', 'is:"a b"']],
    ['title: a', and(word('title:'), a), ['badValue', 'title:']],
    ['tag:= a', and(word('tag:='), a), ['badValue', 'tag:=']],
    ['title:- a', and(word('title:-'), a), ['badValue', 'title:-']],
    ['title:() a', and(word('title:'), a), ['badValue', 'title:']],
    ['a - b', and(a, b), ['lonelyOperator', '-']],
    ['a -- b', and(a, b), ['lonelyOperator', '--']],
    ['a -() b', and(a, b), ['lonelyOperator', '-']],
    ['OR a', a, ['lonelyOperator', 'OR']],
    ['AND a', a, ['lonelyOperator', 'AND']],
    ['(a NOT) b', and(a, b), ['lonelyOperator', 'NOT']],
    ['(a OR) b', and(a, b), ['lonelyOperator', 'OR']],
    ['a OR OR b', or(a, b), ['lonelyOperator', 'OR']],
    ['title:(a OR', word('a', 'title'), ['unclosedParenthesis', '(']],
    ['a title:"', a, ['unclosedQuote', '"']],
    ['is:trashed OR a', or({ kind: 'flag', flag: 'trashed' }, a), ['trashedInOr', 'is:trashed']],
    ['a OR (b is:trashed)', or(a, and(b, { kind: 'flag', flag: 'trashed' })), ['trashedInOr', 'is:trashed']],
    ['a OR () b', or(a, b)],
    ['😀 ', { kind: 'all' }, ['lonelyOperator', '😀']],
    ['\ud83d', { kind: 'all' }, ['lonelyOperator', '\ud83d']],
    ['venue:"!!"', { kind: 'all' }, ['lonelyOperator', 'venue:"!!"']],
  ])('%j is searched all the same, with a hint', (text, query, ...expected) => {
    expect(parse(text)).toEqual(query);
    expect(hints(text).map((hint) => [hint.code, hint.text])).toEqual(expected);
  });

  test.each<[string, Query]>([
    ['a OR', a],
    ['a OR ', a],
    ['a AND', a],
    ['a NOT', a],
    ['a -', a],
    ['a OR -', a],
    ['a title:', a],
    ['a -title:', a],
    ['a title:-', a],
    ['a tag:=', a],
    ['a tag:=""', a],
    ['a OR title:', a],
    ['title:', { kind: 'all' }],
    ['year:', { kind: 'all' }],
    ['-', { kind: 'all' }],
    ['OR', { kind: 'all' }],
    ['-""', { kind: 'all' }],
  ])('%j is unfinished: its end is left out, without a hint', (text, query) => {
    expect(parseQuery(text, DAYS)).toEqual({ query, hints: [] });
  });

  test('may ask for the trash inside parentheses, and for what is not in it', () => {
    expect(hints('a (b is:trashed)')).toEqual([]);
    expect(hints('a OR -is:trashed')).toEqual([]);
  });

  test('has 31 words at most, as many as the index answers, and 64 conditions; further words say what it is like', () => {
    const words = Array.from({ length: 70 }, (_, index) => `w${index}`);
    const text = `${words.join(' ')} is:starred`;
    const { query, hints: told } = parseQuery(text, DAYS);
    expect(query).toEqual(
      and(
        ...words.slice(0, 31).map((name) => word(name)),
        starred,
        ...words.slice(31).map((name) => word(name)),
      ),
    );
    const start = text.indexOf('w31');
    expect(told).toEqual([{ code: 'tooLong', text: text.slice(start), start, end: text.length }]);

    expect(parse(words.join('-'))).toEqual(word(words.slice(0, 31).join('-')));
    expect(parse(`a "${words.join(' ')}" b`)).toEqual(and(a, phrase(words.slice(0, 30).join(' ')), b));
    expect(leavesOf(parse('year:2020 '.repeat(100)))).toBe(64);
  });

  test.each([
    ['parentheses', `${'('.repeat(5000)}a${')'.repeat(5000)}`],
    ['negations', `${'-('.repeat(4999)}a`],
    ['fields', `${'title:('.repeat(5000)}a`],
    ['closing parentheses', `${')'.repeat(5000)}a`],
    ['opening parentheses', `${'('.repeat(5000)}a`],
    ['operators', `${'OR - '.repeat(2000)}`],
    ['quotes', '"'.repeat(10_001)],
    ['quotes with words', '"a '.repeat(3333)],
    ['tags that do not end', 'tag:="""'.repeat(1250)],
    ['unknown fields', 'foo:bar '.repeat(1250)],
    ['hyphens', '-'.repeat(10_000)],
    ['colons', 'a:'.repeat(5000)],
    ['dots', `year:${'.'.repeat(10_000)}`],
    ['digits', `saved:<${'9'.repeat(10_000)}d`],
    ['groups in groups', '(a -(year:2020 OR '.repeat(1000)],
    ['halves of surrogate pairs', '\ud83d\ude00\ud83d '.repeat(3333)],
  ])('of thousands of %s gets an answer', (_, text) => {
    const { query, hints: told } = parseQuery(text, DAYS);
    expect(leavesOf(query)).toBeLessThanOrEqual(128 + 2000); // plain words beyond the limit
    expect(leavesOf(query, (leaf) => leaf.kind !== 'word')).toBeLessThanOrEqual(128);
    expect(depthOf(query)).toBeLessThanOrEqual(400);
    expect(told.length).toBeLessThanOrEqual(16);
  });

  test('that is deeply nested keeps its meaning', () => {
    expect(parse(`${'('.repeat(5000)}a${')'.repeat(5000)}`)).toEqual(a);
    expect(parse(`${'-('.repeat(4999)}a${')'.repeat(4999)}`)).toEqual(not(a));
  });
});

describe('any text', () => {
  test('gets a flat tree, and hints that lie inside it in order', () => {
    fc.assert(
      fc.property(typedQuery, (text) => {
        const { query, hints: told } = parseQuery(text, DAYS);
        expect(normalised(query)).toEqual(query);
        let last = 0;
        for (const { start, end, text: part } of told) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(part).toBe(text.slice(start, end));
          last = start;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function childrenOf(query: Query): Query[] {
  if (query.kind === 'not') return [query.query];
  return query.kind === 'and' || query.kind === 'or' ? query.queries : [];
}

function leavesOf(query: Query, counts = (_: Query) => true): number {
  const children = childrenOf(query);
  if (children.length === 0) return counts(query) ? 1 : 0;
  return children.reduce((sum, child) => sum + leavesOf(child, counts), 0);
}

function depthOf(query: Query): number {
  return 1 + Math.max(0, ...childrenOf(query).map(depthOf));
}
