import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '@/utils/formats/parts/reading/text-lines';

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\r\nb\r\n\r\nc', ['a', 'b', '', 'c']],
  ['a\rb\r', ['a', 'b', '']],
  ['a\r\n\n\rb\r\n', ['a', '', '', 'b']],
])('%j', (text, lines) => {
  expect([...linesOf(text)]).toEqual(lines.map((line, index) => [line, index + 1]));
});

test('nothing but breaks is lost', () => {
  const text = fc.array(fc.constantFrom('a', 'b ', '\r', '\n', '\r\n')).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (any) => {
      const lines = [...linesOf(any)].map(([line]) => line);
      expect(lines.join('')).toBe(any.replace(/[\r\n]/g, ''));
      for (const line of lines) expect(line).not.toMatch(/[\r\n]/);
    }),
  );
});
