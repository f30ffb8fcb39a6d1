import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkAddress, plainText } from '@/utils/formats/parts/markdown-plain';
import { markdownLine } from '@/utils/formats/parts/markdown-text';
import { anyText } from '../any-paper';

test.each([
  ['a \\[b\\] \\*c\\*', 'a [b] *c*'],
  ['a\\b', 'a\\b'],
])('%s shows %s', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

test('an address has no entities', () => {
  expect(linkAddress('https://a.example/?a=1&amp;b=2')).toBe('https://a.example/?a=1&b=2');
});

test('what was escaped comes back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plainText(markdownLine(text.replaceAll('\\', '/')))).toBe(text.replaceAll('\\', '/'));
    }),
  );
});
