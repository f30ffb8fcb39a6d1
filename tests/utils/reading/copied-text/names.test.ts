import { describe, expect, test } from 'vitest';
import { isName, isNameList, splitNames } from '@/utils/reading/copied-text/names';

test.each([
  ['Ada Berg, Bo van der Cai and J.-P. Doe', ['Ada Berg', 'Bo van der Cai', 'J.-P. Doe']],
  ['Ada Berg (A University); Bo Cai', ['Ada Berg', 'Bo Cai']],
  ['Ada Berg, Bo Cai, et al.', ['Ada Berg', 'Bo Cai']],
  ['', []],
])('splitNames(%j)', (line, expected) => {
  expect(splitNames(line)).toEqual(expected);
});

describe('isNameList', () => {
  test.each(['Ada Berg, Bo van der Cai', 'A. Berg and B. Cai'])('%j is one', (line) => {
    expect(isNameList(line)).toBe(true);
  });

  test.each(['Ada Berg', 'Old Optimizer, New Norm: An Anthology', 'lamps, rows', 'Fast, Cheap, Good', ''])(
    '%j is none',
    (line) => {
      expect(isNameList(line)).toBe(false);
    },
  );
});

test('isName', () => {
  expect(['Dee Moore', 'Lamps', 'we count'].map(isName)).toEqual([true, false, false]);
});
