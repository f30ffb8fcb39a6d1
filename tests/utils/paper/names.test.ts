import { expect, test } from 'vitest';
import { compareAuthors } from '@/utils/paper/names';

test.each([
  [['Lindqvar, Tor W., Jr.'], ['Tor Lindqvar'], 'same'],
  [['Ada L. Berg, PhD'], ['Berg, A.'], 'same'],
  [['Berg AL'], ['Ada L. Berg'], 'same'],
  [['Berg A. L.'], ['Ada L. Berg'], 'same'],
  [['Семёнов П. Д.'], ['П. Д. Семенов'], 'same'],
  [['Berg A.-L.'], ['Anne-Lise Berg'], 'same'],
  [['ADA BERG'], ['Berg, Ada'], 'same'],
  [['LANTERN Collaboration', 'Berg, A.'], ['A. Berg'], 'same'],
  [['Jan van der Berg'], ['van der Berg, J.'], 'same'],
  [['García Márquez, Gabriel'], ['Gabriel García'], 'same'],
  [['Wang Xiaoming'], ['Xiaoming Wang'], 'same'],
  [['Müller, Anna'], ['A. Mueller'], 'same'],
  [['Müller, Anna'], ['A. MULLER'], 'same'],
  [['Søren Ørsted'], ['Soeren Oersted'], 'same'],
  [['王小明'], ['王 小明'], 'same'],
  [['A. Berg', 'C. Dahl', 'E. Falk', 'G. Holm'], ['C. Dahl', 'A. Berg', 'E. Falk', 'G. Holm'], 'same'],
  [['Bob Smith'], ['Robert Smith'], 'unclear'],
  [['A. Berg', 'C. Dahl'], ['C. Dahl'], 'unclear'],
  [['A. Berg', 'C. Dahl'], ['A. Berg'], 'unclear'],
  [['Ada Lovelace'], ['Grace Hopper'], 'different'],
  [['王小明'], ['李四'], 'different'],
  [['Иванов И.'], ['Ivanov, I.'], 'unknown'],
  [[], ['Ada Lovelace'], 'unknown'],
  [['The X Collaboration'], ['Ada Lovelace'], 'unknown'],
  [['The X Collaboration'], ['X COLLABORATION'], 'same'],
  [['Committee on Lamps'], ['Lamps, Committee on'], 'same'],
  [['The X Collaboration'], ['The Y Collaboration'], 'unknown'],
  [['The X Collaboration'], ['The X Collaboration', 'Ada Lovelace'], 'unknown'],
] as const)('%j and %j: %s', (a, b, verdict) => {
  expect(compareAuthors(a, b)).toBe(verdict);
  expect(compareAuthors(b, a)).toBe(verdict);
});
