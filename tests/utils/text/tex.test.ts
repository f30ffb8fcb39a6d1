import { expect, test } from 'vitest';
import { withoutTex } from '@/utils/text/tex';

test.each([
  ['plain text', undefined],
  ['costs $5', 'costs 5'],
  ['$\\alpha$-stable', 'α-stable'],
  ['\\varepsilon\\phi\\Sigma', 'ε φ σ'],
  ['$\\beta$VAE', 'βVAE'],
  ['$O(n \\log n)$', 'O(n log n)'],
  ['n\\log{n}, \\arg\\max_x', 'n log n, arg max_x'],
  ['$\\ell_1$', 'l_1'],
  ['the \\"attention\\" layer', 'the attention  layer'],
  ['\\c cedille, Erd\\H os', 'cedille, Erdos'],
  ['\\mathbf{x}', 'x'],
  ['a \\times b', 'a   b'],
  ["caf\\'e, \\v{S}koda, \\o", 'cafe, Skoda, o'],
  ['100\\%', '100 '],
])('reads %j as %j', (text, plain) => {
  expect(withoutTex(text)?.text).toBe(plain);
});

test('knows where each letter comes from', () => {
  const plain = withoutTex('{\\"u}b');
  expect(plain).toEqual({ text: 'ub', starts: [1, 5], ends: [4, 6] });
});
