import { expect, test } from 'vitest';
import { compareAuthors, leadsDiffer } from '@/utils/paper/names';

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
  [['Hart TW 4th'], ['Thomas W. Hart IV'], 'same'],
  [['LI X', 'WU Y'], ['Xin Li', 'Yan Wu'], 'same'],
  [['WEI LI'], ['Li, Wei'], 'same'],
  [['Đorđe Đurić'], ['Djordje Djuric'], 'same'],
  [['LANTERN', 'A. Berg', 'C. Dahl'], ['Berg A', 'Dahl C'], 'same'],
  [['Arbeitsgruppe Hafenlicht', 'A. Berg'], ['Ada Berg'], 'same'],
  [['Équipe Phares', 'A. Berg'], ['Ada Berg'], 'same'],
  [['LANTERN', 'CMS'], ['LANTERN'], 'unclear'],
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

test.each([
  [['Ada Berg', 'Bo Cai'], ['Bo Cai'], true],
  [['Ada Berg', 'Bo Cai'], ['Berg A'], false],
  [['LANTERN Collaboration', 'Ada Berg'], ['Berg A'], false],
  [['Ада Берг'], [], false],
] as const)('%j and %j begin with others: %s', (a, b, expected) => {
  expect(leadsDiffer(a, b)).toBe(expected);
  expect(leadsDiffer(b, a)).toBe(expected);
});
