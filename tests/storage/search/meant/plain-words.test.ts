import { expect, test } from 'vitest';
import { asksOnly, isEmptyWord, plainWords } from '@/storage/search/meant/plain-words';
import { utcDays } from '@/tests/utc-days';
import { parseQuery } from '@/utils/query/parse-query';

const parsed = (text: string) => parseQuery(text, utcDays('2026-11-22')).query;

test.each<[string, [string, string[], number][]]>([
  [
    'camera trap',
    [
      ['camera', ['camera'], 1],
      ['trap', ['trap'], 1],
    ],
  ],
  [
    'trap trapped Trap zebra',
    [
      ['trap', ['trap', 'trapped'], 3],
      ['zebra', ['zebra'], 1],
    ],
  ],
  [
    'state-space',
    [
      ['state-space', ['state'], 1],
      ['state-space', ['space'], 1],
    ],
  ],
  ['title:moss roof -tide year:2024 is:read tag:ml', [['roof', ['roof'], 1]]],
  ['"camera trap" zebra', [['zebra', ['zebra'], 1]]],
  ['moss (roof OR tide) venue:icml', [['moss', ['moss'], 1]]],
  ['moss OR roof', []],
  [
    '状態空間',
    [
      ['状態空間', ['状态'], 1],
      ['状態空間', ['态空'], 1],
      ['状態空間', ['空间'], 1],
    ],
  ],
  ['+ … moss', [['moss', ['moss'], 1]]],
  ['', []],
])('the plain words of %s', (text, expected) => {
  expect(plainWords(parsed(text)).words.map(({ text, terms, count }) => [text, terms, count])).toEqual(
    expected,
  );
});

test.each([
  ['camera trap', ''],
  ['title:moss roof -tide year:2024', 'title:moss -tide year:2024'],
  ['roof "camera trap"', '"camera trap"'],
  ['moss (roof OR tide)', '(roof OR tide)'],
  ['moss OR roof', 'moss OR roof'],
  ['is:trashed moss', 'is:trashed'],
])('what must hold in %s is %s', (text, expected) => {
  const wanted = parsed(expected);
  expect(plainWords(parsed(text)).conditions).toEqual(
    wanted.kind === 'all' ? { kind: 'and', queries: [] } : wanted,
  );
});

test('loosely read, a phrase is plain words, but neither in a field nor behind a minus', () => {
  const { words, conditions } = plainWords(parsed('moss "camera trap" title:"on roofs" -"in tides"'), true);
  expect(words.map(({ stem }) => stem)).toEqual(['moss', 'camera', 'trap']);
  expect(conditions).toEqual(parsed('title:"on roofs" -"in tides"'));
});

test('the order has all words, as often as they are said', () => {
  expect(plainWords(parsed('traps of zebras trapped')).order).toEqual(['trap', 'of', 'zebra', 'trap']);
});

test('a compound may also stand in one word', () => {
  const { words } = plainWords(parsed('pre-training U-Net moss'));
  expect(words.map(({ stem, wholes }) => [stem, wholes])).toEqual([
    ['pre', ['pretraining']],
    ['train', ['pretraining']],
    ['u', ['unet']],
    ['net', ['unet']],
    ['moss', []],
  ]);
});

test.each([
  ['the', true, false],
  ['articles', false, true],
  ['moss', false, false],
  ['others other', true, false],
])('%s', (text, empty, asks) => {
  const [word] = plainWords(parsed(text)).words;
  expect(word && [isEmptyWord(word), asksOnly(word)]).toEqual([empty, asks]);
});
