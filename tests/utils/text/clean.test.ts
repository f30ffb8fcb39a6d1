import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { cut, oneLine, paragraphs, squash } from '@/utils/text/clean';

describe('oneLine', () => {
  test.each([
    ['hard line breaks', 'Deep\nSets\r\nand\tmore', 'Deep Sets and more'],
    ['runs of white space', '  Deep \u00a0 Sets  ', 'Deep Sets'],
    ['control characters', 'De\0ep \u001b[31mSets\u007f', 'Deep [31mSets'],
    ['bidi overrides', 'safe \u202egnp.exe\u202c \u2066x\u2069\u200e\u200f', 'safe gnp.exe x'],
    ['the Arabic letter mark', 'a\u061cb', 'ab'],
    ['zero-width characters', 'De\u200bep\u2060 Se\u00adts', 'Deep Sets'],
    ['invisible characters between spaces', 'Deep \u200b Sets', 'Deep Sets'],
    ['an invisible character at the end', 'Deep Sets \u200b', 'Deep Sets'],
    ['decomposed letters', 'Mu\u0308ller', 'Müller'],
    ['half a surrogate pair', 'a\ud83d b', 'a\ufffd b'],
    ['nothing', ' \n ', ''],
  ])('cleans %s', (_, text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  test.each(['می‌خواهم', '👩‍🔬', '状態空間', 'ﬁ', 'x² + y²', '<b>&amp;</b>'])('leaves %s alone', (text) => {
    expect(oneLine(text)).toBe(text);
  });

  test('has nothing left to clean in its own result', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
      }),
    );
  });
});

describe('paragraphs', () => {
  test.each([
    ['joins hard line breaks', 'one\ntwo\r\nthree', 'one two three'],
    ['keeps blank lines', 'one\n\ntwo\r\n\r\nthree', 'one\n\ntwo\n\nthree'],
    ['takes a line of spaces for blank', 'one\n \t\ntwo', 'one\n\ntwo'],
    ['makes several blank lines one', '\n\none\n\n\n\n\ntwo\n\n', 'one\n\ntwo'],
    ['drops paragraphs without content', 'one\n\n\u200b\n\ntwo', 'one\n\ntwo'],
  ])('%s', (_, text, expected) => {
    expect(paragraphs(text)).toBe(expected);
  });
});

describe('cut', () => {
  test.each([
    ['abcde', 5, 'abcde'],
    ['abcdef', 5, 'abcd…'],
    ['abc def', 5, 'abc…'],
    ['abc👩x', 5, 'abc…'],
    ['abc👩xy', 6, 'abc👩…'],
  ])('cuts %j at %i to %j', (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  test('stays within the limit and a prefix of the text, whole characters only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        expect(text.startsWith(short === text ? text : short.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe('squash', () => {
  test.each([
    ['Attention Is All You Need!', 'attentionisallyouneed'],
    ['  Müller–Straße 4² ', 'mullerstraße42'],
    ['ＦＵＬＬ ﬁnal', 'fullfinal'],
    ['状態 空間', '状態空間'],
    ['… – !', ''],
  ])('reduces %j to %j', (text, expected) => {
    expect(squash(text)).toBe(expected);
  });

  test('does not mind case, marks, spaces and punctuation', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9äöü ]{0,30}$/), (text) => {
        const other = `“${text.toUpperCase().normalize('NFD').replaceAll(' ', ' - ')}”`;
        expect(squash(other)).toBe(squash(text));
      }),
    );
  });
});
