import { expect, test } from 'vitest';
import { plainText } from '@/utils/formats/citations/citation-text';
import {
  around,
  italic,
  joined,
  met,
  NOTHING,
  type Piece,
  plain,
  runsOf,
  slanted,
} from '@/utils/formats/citations/piece';
import { quoted } from '@/utils/formats/citations/prose';

const text = (piece: Piece) => plainText(runsOf(piece));

test('what is nothing takes its delimiters along', () => {
  expect(text(joined(', ', NOTHING, plain('a'), NOTHING, plain('b')))).toBe('a, b');
  expect(around('(', NOTHING, ')')).toEqual([]);
  expect(text(around('(', plain('a'), ')'))).toBe('(a)');
  expect(joined(', ')).toEqual([]);
});

test.each([
  ['Why?', '. ', 'Why? '],
  ['Why?', ', ', 'Why?, '],
  ['Why?', ': ', 'Why? '],
  ['Stop!', '.', 'Stop!'],
  ['et al.', '.', 'et al.'],
  ['et al.', ',', 'et al.,'],
  ['ACM;', ': 3', 'ACM; 3'],
  ['A:', '.', 'A:'],
  ['A ', ' b', 'A b'],
  ['A', '.,', 'A.,'],
  ['A.', '.,', 'A.,'],
])('%j and %j are %j', (left, right, both) => {
  expect(
    met(plain(left), plain(right))
      .map((part) => part.text)
      .join(''),
  ).toBe(both);
});

test.each([
  ['Why', '.', '“Why.”'],
  ['Why', ',', '“Why,”'],
  ['Why?', ',', '“Why?,”'],
  ['Why?', '.', '“Why?”'],
  ['Why', ':', '“Why”:'],
  ['Why “not”', '.', '“Why ‘not.’”'],
])('quoted %j takes %j inside: %j', (title, sign, both) => {
  expect(text(met(quoted(title), plain(sign)))).toBe(both);
});

test('a sign that went inside looks as what stands there', () => {
  expect(runsOf(met(italic(quoted('Why')), plain('.')))).toEqual([{ text: '“Why.”', italic: true }]);
});

test('neighbours that look the same are one run', () => {
  expect(runsOf([...plain('a'), ...plain('b'), ...slanted(plain('c')), ...slanted(plain('d'))])).toEqual([
    { text: 'ab' },
    { text: 'cd', italic: true },
  ]);
});

test('scripts without italics have none, unless a title and more are slanted together', () => {
  expect(italic(plain('深度学习 딥러닝 ディープ'))).toEqual(plain('深度学习 딥러닝 ディープ'));
  expect(italic(plain('深度 learning'))[0]?.italic).toBe(true);
  expect(slanted(plain('深度'))[0]?.italic).toBe(true);
});
