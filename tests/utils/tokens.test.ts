import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { fold, tokenise } from '@/utils/tokens';

describe('tokenise', () => {
  test.each([
    ['Deep Sets', ['deep', 'sets']],
    ['state-space', ['state', 'space']],
    ['GPT-4o, 3D!', ['gpt', '4o', '3d']],
    ['Müller & Mu\u0308ller', ['muller', 'muller']],
    ['ﬁne ＡＢＣ x²', ['fine', 'abc', 'x2']],
    ['状態空間 models', ['状態空間', 'models']],
    ['— … 👩‍🔬', []],
    ['', []],
  ])('finds in %j the terms %j', (text, terms) => {
    expect(tokenise(text).map(({ term }) => term)).toEqual(terms);
  });

  test('says where each term stands', () => {
    expect(tokenise('a, Zoë').at(-1)).toEqual({ term: 'zoe', start: 3, end: 6 });
  });

  test('finds ordered, separate places whose text folds to the term', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(fold(text.slice(token.start, token.end))).toBe(token.term);
          end = token.end;
        }
      }),
    );
  });
});

test.each([
  ['Élan', 'elan'],
  ['ŁÓDŹ', 'łodz'],
  ['İstanbul', 'istanbul'],
  ['ﬀ', 'ff'],
])('folds %s to %s', (word, expected) => {
  expect(fold(word)).toBe(expected);
});
