import { expect, test } from 'vitest';
import { drawFormula } from '@/utils/text/draw-formula';

test.each([
  ['n', 'n'],
  ['x_{i,j}^{2}', 'x_(i,j)²'],
  ['x^{\\top} y', 'xᵀ y'],
  ['W^*', 'W*'],
  ["f'(x)", 'f′(x)'],
  ['\\log(n)', 'log(n)'],
  ['n\\log{n}', 'n log n'],
  ['\\arg\\max_x', 'arg maxₓ'],
  ['\\mathbb{E}[x]', 'E[x]'],
  ['a \\to b', 'a → b'],
  ['\\|x\\|_2', '‖x‖₂'],
  ['{\\bf x}', 'x'],
  ['\\left. x \\right|', 'x |'],
  ['x\\,y~z', 'x y z'],
  ['\\vec v', 'v⃗'],
  ['\\hat{ab}', undefined],
  ['x^^2', undefined],
  ['\\sqrt[3]{x}', undefined],
  ['\\unknown', undefined],
  ['{a', undefined],
  ['a}', undefined],
  ['x^', undefined],
])('%s → %s', (formula, drawn) => {
  expect(drawFormula(formula)).toBe(drawn);
});
