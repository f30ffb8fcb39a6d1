import { expect, test } from 'vitest';
import { counted, ownDay, spokenCount, spokenDay } from '@/utils/formats/html/page/page-words';

test.each([
  ['2026-10-02', '2 Oct 2026'],
  ['2026-09', 'Sep 2026'],
  ['2026', '2026'],
  ['0987-12-31', '31 Dec 987'],
])('the day %s is said as %s', (day, said) => {
  expect(spokenDay(day)).toBe(said);
});

test('a moment lies in the day of whoever saved it', () => {
  expect(ownDay(new Date(2026, 0, 5, 0, 10).toISOString())).toBe('2026-01-05');
  expect(ownDay(new Date(2026, 0, 5, 23, 50).toISOString())).toBe('2026-01-05');
});

test('numbers are told with what they count', () => {
  expect([counted(0, 'paper'), counted(1, 'paper'), counted(5000, 'paper')]).toEqual([
    '0 papers',
    '1 paper',
    '5,000 papers',
  ]);
  expect(spokenCount(5000, 5000, 700)).toBe('5,000 papers');
  expect(spokenCount(12, 5000, 5000)).toBe('12 of 5,000 papers');
  expect(spokenCount(12, 5000, 1700)).toBe('12 of 5,000 papers · 1,700 searched so far');
});
