import { expect, test } from 'vitest';
import { addDay, type DaysOfUse } from '@/storage/change/days';

test('a day begins with its first entry', () => {
  const first = addDay(undefined, '2026-09-28', 3);
  expect(first).toEqual({ day: '2026-09-28', firsts: [3] });
  expect(addDay(first, '2026-09-28', 4)).toBe(first);
  expect(addDay(first, '2026-09-29', 5)).toEqual({ day: '2026-09-29', firsts: [3, 5] });
});

test('a clock that jumps uses up one day for each jump', () => {
  let days: DaysOfUse | undefined;
  for (const [index, day] of ['2026-09-28', '2126-09-28', '1970-01-01', '2026-09-28'].entries())
    days = addDay(days, day, index + 1);
  expect(days?.firsts).toEqual([1, 2, 3, 4]);
});

test('the oldest of more than ninety days is dropped', () => {
  let days: DaysOfUse | undefined;
  for (let entry = 1; entry <= 91; entry++) days = addDay(days, `day ${entry}`, entry);
  expect(days?.firsts).toHaveLength(90);
  expect(days?.firsts[0]).toBe(2);
});
