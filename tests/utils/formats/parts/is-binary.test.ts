import { expect, test } from 'vitest';
import { isBinary } from '@/utils/formats/parts/is-binary';

test.each([
  ['text', 'Good morning', false],
  ['a lost letter', 'Caf\uFFFD in the morning', false],
  ['a zero', 'a\0b', true],
  ['letters that are none', '\uFFFD'.repeat(9), true],
])('%s', (_, text, binary) => {
  expect(isBinary(text)).toBe(binary);
});
