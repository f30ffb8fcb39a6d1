import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { queryTerms, tokenise } from '@/utils/text/tokens';

describe('tokenise', () => {
  test.each([
    ['Deep Sets', ['deep', 'sets']],
    ['state-space', ['statespace', 'state', 'space']],
    ['state‐of‑the–art', ['stateoftheart', 'state', 'of', 'the', 'art']],
    ['a-b-c-d-e', ['a', 'b', 'c', 'd', 'e']],
    ['snake_case', ['snakecase', 'snake', 'case']],
    ["O'Brien’s", ['obriens', 'o', 'brien', 's']],
    ['GPT-4', ['gpt4', 'gpt', '4']],
    ['GPT4', ['gpt4', 'gpt', '4']],
    ['GPT-4o, 3D!', ['gpt4o', 'gpt', '4o', '3d']],
    ['GPT-4.5.', ['gpt4.5', 'gpt', '4.5', '4', '5']],
    ['GPT4.5.', ['gpt4.5', 'gpt', '4.5', '4', '5']],
    ['π0.5', ['pi0.5', 'pi', '0.5', '0', '5']],
    ['v1.5', ['v1.5', 'v', '1.5', '1', '5']],
    ['Qwen2.5-VL', ['qwen2.5vl', 'qwen2.5', 'qwen', '2.5', '2', '5', 'vl']],
    ['Qwen2.5VL', ['qwen2.5vl', 'qwen', '2.5vl', '2', '5vl']],
    ['arXiv:2401.12345v2', ['arxiv', '2401.12345', '2401', '12345v2']],
    ['2401.12345', ['2401.12345', '2401', '12345']],
    ['(doi:10.1234/ABC.d-5).', ['doi', '10.1234/abc.d-5', '10', '1234', 'abc', 'd', '5']],
    ['end.Start e.g. this', ['endstart', 'end', 'start', 'e', 'g', 'this']],
    ['Müller & Mu\u0308ller', ['muller', 'muller']],
    ['Straße ﬁne ＡＢＣ x²', ['strasse', 'fine', 'abc', 'x2']],
    ['β-VAE', ['betavae', 'beta', 'vae']],
    ['TNFα and 𝛼', ['tnfalpha', 'tnf', 'alpha', 'and', 'alpha']],
    ['Ελλάδα', ['ελλαδα']],
    ['$\\alpha$-divergence', ['alphadivergence', 'alpha', 'divergence']],
    ['$\\alpha\\beta$', ['alpha', 'beta']],
    ['$\\beta$VAE', ['betavae', 'beta', 'vae']],
    ['$O(n \\log n)$', ['o', 'n', 'log', 'n']],
    ['$\\ell_1$', ['l1', 'l', '1']],
    ['the \\"attention\\" layer', ['the', 'attention', 'layer']],
    ['$\\mathcal{O}(n)$ \\times', ['o', 'n']],
    ['M{\\"u}ller, M\\"{u}ller, M\\"uller', ['muller', 'muller', 'muller']],
    ['Stra\\ss{}e \\c{c}a', ['strasse', 'ca']],
    ['状態空間 models', ['状态', '态空', '空间', '间', 'models']],
    ['长 or 长期', ['长', 'or', '长期', '期']],
    ['GPT模型', ['gpt', '模型', '型']],
    ['한국어', ['한국', '국어', '어']],
    ['한국어'.normalize('NFD'), ['한국', '국어', '어']],
    ['ﾃﾞｨｰﾌﾟ', ['ディ', 'ィー', 'ィプ', 'ープ', 'プ']],
    ['ディープ'.normalize('NFD'), ['ディ', 'ィー', 'ィプ', 'ープ', 'プ']],
    ['trans\u00adfor\u200bmer', ['transformer']],
    ['½ — … 👩‍🔬 \ud83d', ['12']],
    ['', []],
  ])('finds in %j the terms %j', (text, terms) => {
    expect(tokenise(text).map(({ term }) => term)).toEqual(terms);
  });

  test.each([
    ['a, Zoë', ['Zoë']],
    ['M{\\"u}ller', ['M{\\"u}ller']],
    ['on $\\alpha$-stable', ['\\alpha$-stable', '\\alpha', 'stable']],
    ['状態空', ['状態', '態空', '空']],
    ['a trans\u00adformer\u00ad b', ['trans\u00adformer', 'b']],
    ['ﾃﾞｨ', ['ﾃﾞｨ', 'ｨ']],
    ['\u200bG\\"o\u00addel', ['G\\"o\u00addel']],
    ['Qwen2.5', ['Qwen2.5', 'Qwen', '2.5', '2', '5']],
  ])('says where in %j its terms stand', (text, places) => {
    const found = tokenise(text).map(({ start, end }) => text.slice(start, end));
    expect(found.slice(-places.length)).toEqual(places);
  });

  test('cuts endless words', () => {
    expect(tokenise(`${'x'.repeat(59)}𐐀𐐀`)[0]?.term).toBe('x'.repeat(59));
  });

  test('finds places inside the text, in order, and never half a character', () => {
    fc.assert(
      fc.property(fc.oneof(messyText, texText), (text) => {
        let start = 0;
        for (const token of tokenise(text)) {
          expect(token.term).toMatch(/^[\p{L}\p{N}][^\s]*$/u);
          expect(token.term.length).toBeLessThanOrEqual(60);
          expect(token.start).toBeGreaterThanOrEqual(start);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          if (text.isWellFormed()) expect(text.slice(token.start, token.end).isWellFormed()).toBe(true);
          start = token.start;
        }
      }),
    );
  });
});

describe('a query', () => {
  test.each([
    ['state-space', ['state', 'space']],
    ['GPT-4', ['gpt', '4']],
    ['GPT4', ['gpt4']],
    ['2401.12345v3', ['2401.12345']],
    ['qwen2.5', ['qwen', '2.5']],
    ['Qwen-2.5', ['qwen', '2.5']],
    ['π0.5', ['pi', '0.5']],
    ['v1.5', ['v1.5']],
    ['qwen2.5vl', ['qwen2.5vl']],
    ['10.1234/ABC.d-5', ['10.1234/abc.d-5']],
    ['α', ['alpha']],
    ['状態空間', ['状态', '态空', '空间']],
    ['+ …', []],
  ])('%j asks for %j', (text, terms) => {
    expect(queryTerms(text)).toEqual(terms);
  });

  test('asks for nothing that the index of the same text does not know', () => {
    fc.assert(
      fc.property(fc.oneof(messyText, texText), (text) => {
        const known = tokenise(text).map(({ term }) => term);
        expect(known).toEqual(expect.arrayContaining(queryTerms(text)));
      }),
    );
  });
});

describe('a name with a version is found', () => {
  test.each([
    ['Qwen2.5 Technical Report', ['qwen 2.5', 'qwen-2.5', 'qwen2.5', 'qwen2', 'Qwen2.']],
    ['Qwen 2.5', ['qwen2.5', 'qwen 2.5']],
    ['Qwen-2.5', ['qwen2.5', 'qwen 2.5']],
    ['Qwen2.5-VL', ['qwen2.5', 'qwen2.5vl', 'qwen 2.5 vl']],
    ['Qwen2.5VL', ['qwen2.5', 'qwen2.5vl', 'qwen 2.5']],
    ['Llama3.1', ['llama 3.1', 'llama-3.1']],
    ['GPT3.5', ['GPT 3.5', 'gpt-3.5']],
    ['π0.5', ['pi0.5', 'π 0.5', '$\\pi_{0.5}$']],
    ['Stable Diffusion v1.5', ['diffusion 1.5', 'v1.5', 'v-1.5']],
  ])('%s', (text, queries) => {
    const known = tokenise(text).map(({ term }) => term);
    for (const query of queries)
      for (const wanted of queryTerms(query))
        expect(
          known.some((term) => term.startsWith(wanted)),
          `${query}: ${wanted}`,
        ).toBe(true);
  });
});

const texText = fc
  .array(
    fc.constantFrom(
      '\\alpha',
      '$',
      '{',
      '}',
      '\\"',
      'u',
      '\\mathbf',
      'β',
      '-',
      '.',
      '4',
      'GPT',
      ' ',
      '\\log',
      '\u00ad',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
