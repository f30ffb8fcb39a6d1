import { expect, test } from 'vitest';
import { composed, rewritten } from '@/utils/text/plain';

test.each([
  ['plain text', undefined],
  ['two\nlines', undefined],
  ['trans\u00adfor\u200bmer', 'transformer'],
  ['a\u2060b\u202ec\0', 'abc'],
  ['한국어'.normalize('NFD'), '한국어'],
  ['ディープ'.normalize('NFD'), 'ディープ'],
  ['ﾃﾞｨｰﾌﾟ', 'デｨｰプ'], // those of one character are left to `fold` and its like
])('composes %j to %j', (text, plain) => {
  expect(composed(text)?.text).toBe(plain);
});

test('knows where each letter comes from', () => {
  expect(rewritten('a--b-', /-+/g, () => '..')).toEqual({
    text: 'a..b..',
    starts: [0, 1, 1, 3, 4, 4],
    ends: [1, 3, 3, 4, 5, 5],
  });
  expect(composed('\u00adﾌﾟb')).toEqual({ text: 'プb', starts: [1, 3], ends: [3, 4] });
});
