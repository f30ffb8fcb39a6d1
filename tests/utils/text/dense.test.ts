import { expect, test } from 'vitest';
import { denseLetters, densePairs, isSingleLetter } from '@/utils/text/dense';

const asked = (run: string) =>
  densePairs(run, 0)
    .filter((pair) => pair.asked)
    .map(({ term }) => term);

test.each([
  ['สวัสดี', ['สวั', 'วัส', 'สดี']],
  ['ខ្មែរ', ['ខ្មែ', 'មែរ']],
  ['葛\u{e0100}城', ['葛城']],
  ['機', ['机']],
])('asks for %s in pairs of letters with their marks: %j', (run, terms) => {
  expect(asked(run)).toEqual(terms);
});

test.each([
  ['サーバー', 'サーバ'],
  ['コンピュータービジョン', 'コンピュータビジョン'],
  ['ユーザーインタフェース', 'ユーザインタフェース'],
])('finds %s and %s by one another', (one, other) => {
  const terms = (run: string) => densePairs(run, 0).map(({ term }) => term);
  expect(terms(one)).toEqual(expect.arrayContaining(asked(other)));
  expect(terms(other)).toEqual(expect.arrayContaining(asked(one)));
});

test('does not find a word of another length of vowel', () => {
  expect(densePairs('ビル', 0).map(({ term }) => term)).not.toEqual(expect.arrayContaining(asked('ビール')));
});

test('says where pairs stand', () => {
  expect(densePairs('กำ𠀋', 5).map(({ start, end }) => [start, end])).toEqual([
    [5, 7],
    [6, 9],
    [7, 9],
  ]);
});

test('reads phrases in letters without long marks', () => {
  expect(denseLetters('サーバー')).toEqual(['サ', 'バ']);
});

test.each([
  ['学', true],
  ['ดี', true],
  ['学习', false],
  ['a', false],
])('%s is a single letter: %s', (term, single) => {
  expect(isSingleLetter(term)).toBe(single);
});
