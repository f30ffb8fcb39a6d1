import { expect, test } from 'vitest';
import { escapeTex, markLoneBraces } from '@/utils/formats/bibtex/escape';

test.each([
  ['{a} } {', String.raw`\{a\} {$\rbrace$} {$\lbrace$}`],
  ['{{a}', String.raw`{$\lbrace$}\{a\}`],
  ['a & b | c < d', String.raw`a \& b {$|$} c {\textless} d`],
])('%s', (text, tex) => {
  expect(escapeTex(markLoneBraces(text), false)).toBe(tex);
});

test('in ASCII, letters are commands', () => {
  expect(escapeTex('50 % Öl', true)).toBe(String.raw`50 \% {\"O}l`);
});
