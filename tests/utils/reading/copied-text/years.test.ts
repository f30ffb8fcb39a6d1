import { expect, test } from 'vitest';
import { dayOf, pageYear } from '@/utils/reading/copied-text/years';

const may = { monthDay: '05-06' };

test.each([
  ['no date', [], undefined, undefined],
  ['printed years only', [{ ...may, year: '2020' }], undefined, undefined],
  ['the newest printed year', [may, { ...may, year: '2020' }], undefined, { value: 2021, from: 'printed' }],
  ['the current one', [may, { ...may, year: '2026' }], undefined, { value: 2026, from: 'printed' }],
  [
    'a printed day that does not exist',
    [may, { monthDay: '02-30', year: '2020' }],
    undefined,
    { value: 2026, from: 'asked' },
  ],
  ['the user', [may, { ...may, year: '2020' }], 2018, { value: 2018, from: 'user' }],
])('the year of %s', (_, dates, user, expected) => {
  expect(pageYear(dates, '2026-11-22', user)).toEqual(expected);
});

test('the day in that year', () => {
  expect(dayOf(may, 2021)).toBe('2021-05-06');
  expect(dayOf({ ...may, year: '2020' }, 2021)).toBe('2020-05-06');
  expect(dayOf({ monthDay: '02-29' }, 2021)).toBeUndefined();
  expect(dayOf(may)).toBeUndefined();
});
