import { expect, test } from 'vitest';
import { firstAddress, verbatim } from '@/utils/formats/bibtex/reading/verbatim';

test.each([
  ['10.1007/a_b', '10.1007/a_b'],
  [String.raw`10.1007/a\_b{\_}c`, '10.1007/a_b_c'],
  [
    String.raw`http://a.example/\~{}u/$\sim$v/\textasciitilde{}w/x\%20y\#z\&q`,
    'http://a.example/~u/~v/~w/x%20y#z&q',
  ],
  [String.raw`\url{http://a.example/x\textunderscore y}`, 'http://a.example/x_y'],
])('%s', (tex, text) => {
  expect(verbatim(tex)).toBe(text);
});

test('the first of several addresses', () => {
  expect(firstAddress('http://a.example/1 http://b.example/2')).toBe('http://a.example/1');
  expect(firstAddress('doi: 10.1000/x')).toBeUndefined();
});
