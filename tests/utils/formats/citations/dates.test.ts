import { expect, test } from 'vitest';
import { dateOf } from '@/utils/formats/citations/dates';

const date = (...parts: number[]) => dateOf({ id: 'x', type: 'book', issued: { 'date-parts': [parts] } });

test('a date has what is known', () => {
  expect(dateOf({ id: 'x', type: 'book' })).toEqual({});
  expect(date(2019)).toEqual({ year: '2019' });
  expect(date(2019, 9)).toEqual({ year: '2019', month: 'September', short: 'Sep.', mla: 'Sept.' });
  expect(date(2019, 5, 3)).toEqual({ year: '2019', month: 'May', short: 'May', mla: 'May', day: 3 });
});
