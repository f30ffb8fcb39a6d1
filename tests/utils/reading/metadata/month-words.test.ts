import { expect, test } from 'vitest';
import { monthOf } from '@/utils/reading/metadata/month-words';

test.each([
  ['March', 3],
  ['sept', 9],
  ['Sep', 9],
  ['März', 3],
  ['maerz', undefined],
  ['août', 8],
  ['AOUT', 8],
  ['diciembre', 12],
  ['października', 10],
  ['październik', 10],
  ['января', 1],
  ['Ιανουαρίου', 1],
  ['listopad', undefined],
  ['spring', undefined],
  ['', undefined],
])('%s is %s', (word, month) => {
  expect(monthOf(word)).toBe(month);
});
