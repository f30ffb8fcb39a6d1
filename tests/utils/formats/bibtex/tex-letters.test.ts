import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inAscii, inFormula } from '@/utils/formats/bibtex/tex-letters';

test.each([
  ['é', String.raw`{\'e}`],
  ['š', String.raw`{\v{s}}`],
  ['í', String.raw`{\'i}`],
  ['ế', String.raw`{\'{\^e}}`],
  ['ǿ', String.raw`{\'{\o}}`],
  ['ßæŁå', String.raw`{\ss}{\ae}{\L}{\aa}`],
  ['ﬁne', 'fine'],
  ['β-VAE', String.raw`{$\beta$}-VAE`],
  ['Ω', String.raw`{$\Omega$}`],
  ['x⁻¹ and H₂O', 'x{$^{-1}$} and H{$_{2}$}O'],
  ['10° ≤ ∞', String.raw`10{\textdegree} {$\le$} {$\infty$}`],
  ['ℝ', String.raw`{$\mathbb{R}$}`],
  ['1–2 “q” ‘r’ …', "1--2 ``q'' `r' {\\ldots}"],
])('%s is %s', (text, tex) => {
  expect(inAscii(text)).toBe(tex);
});

test.each(['深度', 'Иван', 'Αθήνα', 'đ', 'ð', 'Α', '€', '👩‍🔬'])(
  '%s has no command that all readers know',
  (text) => {
    expect(inAscii(text)).toBe(text);
  },
);

test('every letter of the languages that write in Latin is given in ASCII', () => {
  const letters =
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĄąĆćČčĎďĒēĘęĚěĞğĪīĶķŁłŃńŇňŌōŐőŒœŔŕŘřŚśŞşŠšŤťŪūŮůŰűŹźŻżŽž';
  for (const letter of letters) expect(inAscii(letter)).toMatch(/^\{[ -~]+\}$/);
});

test('texts in ASCII stay as they are', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => inAscii(text) === text));
});

test('in a formula a name ends in a space', () => {
  expect(inFormula('αx²∑')).toBe(String.raw`\alpha x^{2}\sum `);
});
