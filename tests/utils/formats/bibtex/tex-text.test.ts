import { describe, expect, test } from 'vitest';
import { linesTex, texOf, titleTex } from '@/utils/formats/bibtex/tex-text';

describe('a title', () => {
  test.each([
    // Capitals that stay: https://github.com/retorquere/zotero-better-bibtex/issues/563
    ['BERT: Pre-training of mRNA with GPT-4', '{BERT}: Pre-training of {mRNA} with {GPT-4}'],
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['A {S}trange {LSTM}', 'A Strange {LSTM}'],
    ['{{Deep} Lamps}', 'Deep Lamps'],
    ['Bounds of $O(n^2)$ and α', 'Bounds of {$O(n^2)$} and α'],
    ['From $5 to $10', String.raw`From \$5 to \$10`],
    [
      '100% of lamps, C# _x {b} ~ \\ ^ "q"',
      String.raw`100\% of lamps, {C\#} \_x \{b\} \textasciitilde{} \textbackslash{} \textasciicircum{} {"}q{"}`,
    ],
    ['Sets {0, 1} and {a', String.raw`Sets \{0, 1\} and {$\lbrace$}a`],
    ['Schr\\"odinger and {\\L}ukasz', 'Schrödinger and Łukasz'],
    [
      'H<sub>2</sub>O in <i>E. coli</i> <unk>',
      String.raw`{H}\textsubscript{2}{O} in \emph{{E}. coli} {\textless}unk{\textgreater}`,
    ],
    ['Q&amp;A', String.raw`{Q\&A}`],
    [String.raw`Reading \input{/etc/passwd}`, String.raw`Reading \textbackslash{}input\{/etc/passwd\}`],
    [String.raw`$\input{secret}$`, String.raw`\$\textbackslash{}input\{secret\}\$`],
    ['', ''],
  ])('%s', (title, tex) => {
    expect(titleTex(title, false)).toBe(tex);
  });
});

test.each([
  ['ΛCDM and α', String.raw`{{$\Lambda$}CDM} and {$\alpha$}`],
  ['Müller’s “naïve” — $α$', String.raw`M{\"u}ller's ${'``'}na{\"i}ve'' --- {$\alpha $}`],
  ['深度 👩‍🔬', '深度 👩‍🔬'],
])('in ASCII: %s', (title, tex) => {
  expect(titleTex(title, true)).toBe(tex);
});

test('a text is one line without elements, and nothing in it is protected', () => {
  expect(texOf('On <b>GPT-4</b>:\n\n50% <jats:p>more</jats:p>\ud83d', false)).toBe(
    'On GPT-4: 50\\% more\ufffd',
  );
});

test('a note keeps its lines, none of which begins like an entry', () => {
  expect(linesTex('# Why\r\n  - 5 %\n\n@misc{x}', false)).toBe(
    [String.raw`\# Why`, String.raw`  - 5 \%`, '', String.raw` @misc\{x\}`].join('\n'),
  );
});
