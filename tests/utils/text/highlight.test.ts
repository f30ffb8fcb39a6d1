import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { highlight, snippet } from '@/utils/text/highlight';
import { tokenise } from '@/utils/text/tokens';

const textAndTerms = messyText.chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc.subarray(tokenise(text).map(({ term }) => term)).map((terms) => new Set(terms)),
  ),
);

describe('highlight', () => {
  test.each([
    ['marks every hit', 'Deep sets, deep!', ['deep'], '[Deep] sets, [deep]!'],
    ['marks whole words only', 'deeper deep', ['deep'], 'deeper [deep]'],
    ['marks folded words as they are written', 'Zoë Müller', ['zoe', 'muller'], '[Zoë] [Müller]'],
    ['marks a compound by its part', 'state-space', ['space'], 'state-[space]'],
    ['marks a compound once', 'state-space models', ['statespace', 'state', 'space'], '[state-space] models'],
    ['marks neighbours of a script without spaces together', '状態空間論', ['状态', '态空'], '[状態空]間論'],
    ['marks TeX as it is written', 'an $\\alpha$ of 1', ['alpha'], 'an $[\\alpha]$ of 1'],
    [
      'marks a word with what is hidden in it',
      'a trans\u00adformer\u200b b',
      ['transformer'],
      'a [trans\u00adformer]\u200b b',
    ],
    ['marks letters in several characters', '3 ﾃﾞｨﾌﾟ', ['ディ'], '3 [ﾃﾞｨ]ﾌﾟ'],
    ['marks a version', 'Qwen2.5 (7B)', ['2.5'], 'Qwen[2.5] (7B)'],
    ['marks nothing without terms', 'deep', [], 'deep'],
    ['keeps markup as text', '<b>deep</b>', ['deep'], '<b>[deep]</b>'],
  ])('%s', (_, text, terms, expected) => {
    expect(marked(text, new Set(terms))).toBe(expected);
  });

  test('loses nothing, has no empty piece and splits no character', () => {
    fc.assert(
      fc.property(textAndTerms, ([text, terms]) => {
        const pieces = highlight(text, terms);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        if (text.isWellFormed()) expect(pieces.every((piece) => piece.text.isWellFormed())).toBe(true);
        expect(pieces.some((piece) => piece.hit)).toBe(terms.size > 0);
      }),
    );
  });
});

describe('snippet', () => {
  const text = `${'lorem ipsum '.repeat(40)}needle ${'dolor sit '.repeat(40)}`;

  test('is the whole text where that is short enough', () => {
    expect(snippet('short text', new Set(['text']), 10)).toBe('short text');
  });

  test('shows the place of the first hit, cut between words, and that something is left out', () => {
    const place = snippet(text, new Set(['needle']), 60);
    expect(place).toContain(' needle ');
    expect(place).toMatch(/^… (lorem|ipsum) .* (dolor|sit) …$/);
  });

  test('shows where most of the terms stand together, not where the first one stands', () => {
    const long = `needle ${'lorem ipsum '.repeat(40)}thread and needle ${'dolor sit '.repeat(40)}thread`;
    expect(snippet(long, new Set(['needle', 'thread']), 80)).toContain('thread and needle');
  });

  const apart = `Attention over a graph was studied. ${'Lorem ipsum. '.repeat(40)}`;
  test.each([
    ['next to each other', `${apart}Then graph attention came.`, 'graph attention'],
    ['joined by a hyphen', `${apart}Then graph-attention came.`, 'graph-attention'],
    ['the first time', `A graph attention. ${apart}Then graph attention came.`, 'A graph attention'],
    ['not across a sentence', `${apart}A graph. Attention came.`, 'Attention over a graph'],
    ['that are more, before neighbours', `${apart}Nets. ${apart}Graph attention.`, 'Nets'],
  ])('shows the terms %s', (_, text, expected) => {
    expect(snippet(text, new Set(['graph', 'attention', 'nets']), 120)).toContain(expected);
  });

  test('shows neighbours, if both terms stand next to each other anywhere', () => {
    const words = fc.array(
      fc.constantFrom('graph', 'attention', 'graph-', ...'lorem ipsum dolor sit over a.'.split(' ')),
      { minLength: 40, maxLength: 200 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 120 }), (parts, length) => {
        const text = parts.join(' ').replaceAll('- ', '-');
        const neighbours = /graph[ -]attention|attention[ -]graph/;
        const shown = snippet(text, new Set(['graph', 'attention']), length);
        expect(neighbours.test(shown)).toBe(neighbours.test(text));
      }),
    );
  });

  test('is the start where nothing was hit', () => {
    expect(snippet(text, new Set(), 30)).toBe('lorem ipsum lorem ipsum lorem …');
  });

  test('ends with the text where the hit is near its end', () => {
    expect(snippet(`${text}last needless`, new Set(['needless']), 60)).toMatch(/^… .*last needless$/);
  });

  test('shows the hit in a text without spaces', () => {
    expect(snippet(`${'长'.repeat(500)}，状態，${'文'.repeat(500)}`, new Set(['状态']), 60)).toContain(
      '状態',
    );
  });

  test('splits no character', () => {
    expect(snippet('𝒳'.repeat(200), new Set(), 61).isWellFormed()).toBe(true);
  });

  test('is never longer than asked for, but for the marks of what is left out', () => {
    fc.assert(
      fc.property(textAndTerms, fc.integer({ min: 20, max: 60 }), ([piece, terms], length) => {
        expect(snippet(piece.repeat(5), terms, length).length).toBeLessThanOrEqual(length + '… '.length * 2);
      }),
    );
  });
});

function marked(text: string, terms: ReadonlySet<string>): string {
  return highlight(text, terms)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');
}
