import { expect, test } from 'vitest';
import { simplified } from '@/utils/text/han';

test.each([
  ['機', '机'],
  ['學', '学'],
  ['習', '习'],
  ['説', '说'],
  ['裏', '里'],
  ['语', '语'],
  ['の', 'の'],
])('%s becomes %s', (letter, expected) => {
  expect(simplified(letter)).toBe(expected);
});

test('no simplified character has a simplified one', () => {
  for (let code = 0x4e00; code < 0xa000; code++) {
    const simple = simplified(String.fromCodePoint(code));
    expect(simple).toHaveLength(1);
    expect(simplified(simple)).toBe(simple);
  }
});
