import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { fold, GREEK, greekLetter, greekName } from '@/utils/text/fold';

test.each([
  ['Élan', 'elan'],
  ['ŁÓDŹ', 'lodz'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['İstanbul', 'istanbul'],
  ['ﬀ', 'ff'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['한국', '한국'],
  ['की', 'की'],
  ['หนึ่ง', 'หนึ่ง'],
  ['مُحَـــمَّد', 'محمد'],
  ['שָׁלוֹם', 'שלום'],
  ['٢٠٢٦ and २', '2026and2'],
])('folds %s to %s', (word, expected) => {
  expect(fold(word)).toBe(expected);
});

test('folds what is folded to itself', () => {
  fc.assert(
    fc.property(fc.oneof(messyText, fc.string({ unit: 'binary' })), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test.each([
  ['α', 'alpha'],
  ['σ', 'sigma'],
  ['ω', 'omega'],
  ['a', undefined],
  ['αβ', undefined],
])('the letter %s is called %s', (letter, name) => {
  expect(greekName(letter)).toBe(name);
});

test.each(GREEK)('%s is the name of its letter', (name) => {
  expect(greekName(greekLetter(name))).toBe(name);
  expect(fold(greekLetter(name.toUpperCase()))).toBe(greekLetter(name));
});
