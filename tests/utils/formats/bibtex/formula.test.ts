import { expect, test } from 'vitest';
import { formulaTex } from '@/utils/formats/bibtex/formula';

test.each([
  ['O(n^2)', '{$O(n^2)$}'],
  [String.raw`\mathcal{O}(\sqrt{n})`, String.raw`{$\mathcal{O}(\sqrt{n})$}`],
  ['5%', String.raw`{$5\%$}`],
  [String.raw`\{x\}`, String.raw`{$\{x\}$}`],
  [String.raw`\{x`, String.raw`{$\lbrace x$}`],
])('%s', (formula, tex) => {
  expect(formulaTex(formula, false)).toBe(tex);
});

test.each([String.raw`\input{x}`, String.raw`\mymacro`, 'a}{', 'a & b', '#1', 'a\\'])(
  '%s is no formula: TeX would stop at it',
  (formula) => {
    expect(formulaTex(formula, false)).toBeUndefined();
  },
);

test('in ASCII, its letters are commands', () => {
  expect(formulaTex('α≤2', true)).toBe(String.raw`{$\alpha \le 2$}`);
});
