import { expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { Commands } from '@/utils/formats/bibtex/reading/commands';
import { textOfTex } from '@/utils/formats/bibtex/reading/text-of-tex';

const commands = new Commands();
commands.define(
  String.raw`\newcommand{\lamps}{Lamps \& Oils}\def\lit#1{#1 lit}\newcommand{\loop}{\loop\loop}`,
);
const R = String.raw;

test.each([
  [R`{L}amps in {H{\"a}user}n`, 'Lamps in Häusern'],
  [
    R`Schr\"odinger, Erd\H{o}s, \v{S}ef\v{c}ovi\v{c}, Fran\c cois, \L{}ukasz, \'{\i}, \~n, \r{a}, \aa`,
    'Schrödinger, Erdős, Šefčovič, François, Łukasz, í, ñ, å, å',
  ],
  [R`\O re and stra\ss e`, 'Øre and straße'],
  [
    R`100\% of H\&M, {C\#} \_x \{b\} \textasciitilde{} \textbackslash{} \textasciicircum{} {"}q{"}`,
    '100% of H&M, C# _x {b} ~ \\ ^ "q"',
  ],
  [R`{\textless}i{\textgreater} {$|$} {$\lbrace$} {$<$}`, '<i> | { <'],
  ["pages 1--9 --- and ``quoted'' it's", "pages 1–9 — and “quoted” it's"],
  ['Berg~A. and~B', 'Berg A. and B'],
  [R`Bounds of {$O(n^2)$} and {$\alpha$}{J}`, R`Bounds of $O(n^2)$ and $\alpha$J`],
  [R`\(x^2\) and \[y\]`, '$x^2$ and $y$'],
  [R`costs \$5 or \$6, or $5 or $6`, 'costs $5 or $6, or $5 or $6'],
  [R`200\,{\mbox{$\mu$}}J`, R`200 $\mu$J`],
  [R`\emph{very} {\em bold} {\bf one} \textbf{\textit{two}}`, 'very bold one two'],
  [R`H\textsubscript{2}O, 10\textsuperscript{th}, x\textsuperscript{2}`, 'H₂O, 10th, x²'],
  [R`\url{http://a.example/x_y\%20z} and \href{http://a.example}{here}`, 'http://a.example/x_y%20z and here'],
  [R`{\textquotedblleft}Soft{\textquotedblright} {\textquotesingle}04 \ldots`, "“Soft” '04 …"],
  [R`the \"attention\" layer`, 'the "attention" layer'],
  [R`\lamps{} of \lit{old}`, 'Lamps & Oils of old lit'],
  [R`\mnras`, 'MNRAS'],
  [R`\unknown{word} and \DNA{}x`, 'word and DNAx'],
  [R`\ensuremath{x_1}`, '$x_1$'],
  ['plain', 'plain'],
  ['\\', ''],
])('%s', (tex, text) => {
  expect(textOfTex(tex, commands)).toBe(text);
});

test('what a person typed keeps its dashes', () => {
  expect(textOfTex(R`--- \& {a} --flag`, commands, true)).toBe('--- & a --flag');
});

test.each([
  ['commands without end', R`\loop`.repeat(1000)],
  ['braces', '{'.repeat(100_000) + '}'.repeat(100_000)],
  ['accents', R`\'{`.repeat(5000) + '}'.repeat(5000)],
  ['raised', R`\textsuperscript{`.repeat(5000) + '}'.repeat(5000)],
  ['links', R`\href{`.repeat(5000)],
  ['dollars', '$ '.repeat(50_000)],
  ['backslashes', '\\'.repeat(100_000)],
])('no bomb: %s', (_, tex) => {
  expect(effort(() => textOfTex(tex, commands))).toBeLessThan(2000);
});
