import { expect, test } from 'vitest';
import { abstractText, titleText } from '@/utils/formats/parts/shown-text';

test.each([
  ['{S}trange {BERT}', 'Strange BERT'],
  ['the set {1, 2}, {b} and {A, B}', 'the set {1, 2}, {b} and {A, B}'],
  [String.raw`$\operatorname{E}_\undefined{X}$`, String.raw`$\operatorname{E}_\undefined{X}$`],
  ['Sorting in $O(n^2)$', 'Sorting in O(n²)'],
  ['The <b> element', 'The <b> element'],
  ['a\nb\u202e\ud83d', 'a b�'],
])('the title %j', (title, shown) => {
  expect(titleText(title)).toBe(shown);
});

test.each([
  ['One <i>line</i>\n\nand <br/>another.', 'One line and another.'],
  ['<jats:p>CO<jats:sub>2</jats:sub></jats:p>', 'CO2'],
  ['if x <y and z> w, <unknown>', 'if x <y and z> w, <unknown>'],
  ['x <b y or a> c', 'x <b y or a> c'],
  ['<a href="https://a.example/">Here</a><br />', 'Here'],
  ['at $n^2$', 'at n²'],
])('the abstract %j', (abstract, shown) => {
  expect(abstractText(abstract)).toBe(shown);
});
