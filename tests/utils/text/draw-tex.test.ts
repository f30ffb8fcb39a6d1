import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { cutAtFormulas, drawTex } from '@/utils/text/draw-tex';

test.each([
  // formulas
  [String.raw`Sorting in $\mathcal{O}(n^2)$ time`, 'Sorting in O(n²) time'],
  [String.raw`$\mathcal{O}(n \log n)$ and $O(\sqrt{n})$`, 'O(n log n) and O(√n)'],
  [String.raw`an $\alpha$-stable $\ell_1$ norm`, 'an α-stable ℓ₁ norm'],
  [String.raw`$x \in \mathbb{R}^{d\times d}$`, 'x ∈ ℝ^(d × d)'],
  [String.raw`H$_2$O at 30$^\circ$C`, 'H₂O at 30°C'],
  [String.raw`$10\times$ faster`, '10× faster'],
  [String.raw`$\pi_\theta(a|s)$ and $\hat{y}$`, 'π_θ(a|s) and ŷ'],
  [String.raw`$\tau^2$-Bench`, 'τ²-Bench'],
  [String.raw`a \(k\)-NN with $$e^{-x}$$`, 'a k-NN with e⁻ˣ'],
  [String.raw`$\frac{1}{2}$ of $\frac{a+b}{n^2}$`, '1/2 of (a+b)/n²'],
  [String.raw`$\mathrm{CO}_2$ at $L_{\text{max}}$`, 'CO₂ at Lₘₐₓ'],
  [String.raw`$f(\cdot) \leq \left\{ x_i \right\}$`, 'f(·) ≤ {xᵢ}'],
  [String.raw`$\sim 7$, $\sim$5\% of $\epsilon{}$`, '∼7, ∼5% of ε'],
  // not understood, so left whole
  [String.raw`$\begin{matrix} a & b \end{matrix}$`, String.raw`$\begin{matrix} a & b \end{matrix}$`],
  [String.raw`$\operatorname{E}_\undefined{x}$`, String.raw`$\operatorname{E}_\undefined{x}$`],
  [String.raw`$\frac{1}{$ cut`, String.raw`$\frac{1}{$ cut`],
  // money
  ['costs $5 and $10', 'costs $5 and $10'],
  ['a $5-$10 plan', 'a $5-$10 plan'],
  ['under $1M with $x$', 'under $1M with x'],
  // text
  [String.raw`Schr\"odinger, Erd\H{o}s and G{\"o}del`, 'Schrödinger, Erdős and Gödel'],
  [String.raw`\v{S}koda, fa\c{c}ade, {\O}re, Stra{\ss}e, \o re`, 'Škoda, façade, Øre, Straße, øre'],
  [String.raw`the \"attention\" layer`, 'the "attention" layer'],
  [String.raw`\textit{ab initio} and {\em in vivo} at 5\%`, 'ab initio and in vivo at 5%'],
  [String.raw`\emph{An $n^2$ bound}`, 'An n² bound'],
  [String.raw`\beta -VAE, a\texttimes`, String.raw`β -VAE, a\texttimes`],
  [String.raw`C:\Users and \cite{x}`, String.raw`C:\Users and \cite{x}`],
  ['the set {1, 2}', 'the set {1, 2}'],
])('%s → %s', (raw, drawn) => {
  expect(drawTex(raw)).toBe(drawn);
});

test('any text is drawn, in little time, and one without TeX is itself', () => {
  const pieces = [
    '$',
    '\\',
    '{',
    '}',
    '^',
    '_',
    'a',
    '7',
    ' ',
    '\\frac',
    '\\"',
    '\\mathcal',
    '\\(',
    '\\)',
    '𝒪',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const drawn = drawTex(parts.join(''));
      expect(drawn.isWellFormed()).toBe(true);
    }),
    { numRuns: runs(2000) },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => /[\\$]/.test(text) || drawTex(text) === text),
  );
  for (const hostile of ['$a', '\\(', '\\"', '{\\em ', '\\c{', '\\"a b']) {
    expect(effort(() => drawTex(hostile.repeat(20_000 / hostile.length)))).toBeLessThan(1000);
  }
});

test('a text is cut at its formulas', () => {
  expect(cutAtFormulas(String.raw`under \$5 and $1M with $x^2$ or \(y\)`)).toEqual([
    { text: String.raw`under \$5 and $1M with ` },
    { formula: 'x^2' },
    { text: ' or ' },
    { formula: 'y' },
    { text: '' },
  ]);
});
