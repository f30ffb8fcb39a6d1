import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utcDays } from '@/tests/utc-days';
import type { Column } from '@/utils/query/query-tree';
import { rangeOf } from '@/utils/query/range';

const DAYS = utcDays('2026-03-31');

/** The day of a moment in UTC, as a number. */
const dayAt = (ms: number) => Number(new Date(ms).toISOString().slice(0, 10).replaceAll('-', ''));

describe('a range', () => {
  test.each<[Column, string, string]>([
    ['year', '2020', 'year 2020..2020'],
    ['year', '2020..2023', 'year 2020..2023'],
    ['year', '2023..2020', 'year 2020..2023'],
    ['year', '2020..', 'year 2020..'],
    ['year', '..2023', 'year ..2023'],
    ['year', '>2020', 'year 2021..'],
    ['year', '>=2020', 'year 2020..'],
    ['year', '<2020', 'year ..2019'],
    ['year', '<=2020', 'year ..2020'],
    ['year', '=2020', 'year 2020..2020'],
    ['year', '2020-02', 'published 20200201..20200229'],
    ['year', '2020..2021-06', 'published 20200101..20210630'],
    ['year', '<1y', 'published 20250331..'],
    ['saved', '1970-01-01', 'saved 19700101..19700101'],
    ['saved', '2020', 'saved 20200101..20201231'],
    ['saved', '2020-12', 'saved 20201201..20201231'],
    ['saved', '2020-03-05', 'saved 20200305..20200305'],
    ['saved', '>2020', 'saved 20210101..'],
    ['saved', '<2020-03-01', 'saved ..20200229'],
    ['saved', '2020-03-05..2020-04', 'saved 20200305..20200430'],
    ['saved', '<14d', 'saved 20260317..'],
    ['saved', '<=14d', 'saved 20260317..'],
    ['saved', '>14d', 'saved ..20260316'],
    ['saved', '>=14d', 'saved ..20260317'],
    ['saved', '14d', 'saved 20260317..'],
    ['saved', '>2w', 'saved ..20260316'],
    ['saved', '<1M', 'saved 20260228..'],
    ['saved', '3m', 'saved 20251231..'],
    ['saved', '1y', 'saved 20250331..'],
    ['saved', '1w..1m', 'saved 20260228..20260324'],
    ['saved', '2025..1m', 'saved 20250101..20260228'],
    ['listed', 'today', 'listed 20260331..20260331'],
    ['listed', 'Yesterday', 'listed 20260330..20260330'],
    ['listed', 'week', 'listed 20260324..'],
    ['listed', 'month', 'listed 20260228..'],
    ['listed', '>month', 'listed ..20260227'],
    ['listed', '<today', 'listed ..20260330'],
    ['listed', '2026-03-01..today', 'listed 20260301..20260331'],
    // 2026-03-31 is a Tuesday.
    ['saved', 'tuesday', 'saved 20260331..20260331'],
    ['saved', 'Wednesday', 'saved 20260325..20260325'],
    ['saved', '>=monday', 'saved 20260330..'],
    ['saved', '>monday', 'saved 20260331..'],
    ['saved', '<monday', 'saved ..20260329'],
    ['saved', 'last-week', 'saved 20260323..20260329'],
    ['saved', 'last week', 'saved 20260323..20260329'],
    ['saved', '>last-week', 'saved 20260330..'],
    ['saved', '<=last-week', 'saved ..20260329'],
    ['saved', 'last-month..yesterday', 'saved 20260201..20260330'],
    ['saved', 'monday..', 'saved 20260330..'],
    ['saved', 'monday..today', 'saved 20260330..20260331'],
    ['saved', 'monday..friday', 'saved 20260323..20260327'],
    ['saved', 'friday..monday', 'saved 20260327..20260330'],
    ['saved', 'wednesday..this-month', 'saved 20260325..20260331'],
    ['saved', 'monday..2026-03-20', 'saved 20260316..20260320'],
    ['listed', 'this-month', 'listed 20260301..20260331'],
    ['published', 'last-month', 'published 20260201..20260228'],
    ['published', 'last-year', 'published 20250101..20251231'],
    ['year', 'last-year', 'year 2025..2025'],
    ['year', 'this-month', 'published 20260301..20260331'],
    ['published', '2024-02-29', 'published 20240229..20240229'],
    ['upvotes', '50', 'upvotes 50..50'],
    ['upvotes', '>50', 'upvotes 51..'],
    ['upvotes', '>=50', 'upvotes 50..'],
    ['upvotes', '<50', 'upvotes ..49'],
    ['upvotes', '<=50', 'upvotes ..50'],
    ['upvotes', '10..20', 'upvotes 10..20'],
    ['upvotes', '20..10', 'upvotes 10..20'],
    ['upvotes', '..20', 'upvotes ..20'],
  ])('%s:%s is %s', (column, value, expected) => {
    const range = rangeOf(column, value, DAYS);
    if (range?.kind !== 'range') throw new Error('no range');
    const [from = '', to = ''] = [range.from, range.to].map((bound) =>
      column === 'saved' && bound !== undefined ? dayAt(bound) : bound,
    );
    expect(`${range.column} ${from}..${to}`).toBe(expected);
    expect(Object.values(range)).not.toContain(undefined);
  });

  test.each<[Column, string]>([
    ['year', ''],
    ['year', '..'],
    ['year', '>'],
    ['year', '=>2020'],
    ['year', '20'],
    ['year', '20200'],
    ['year', '2020...2023'],
    ['year', '2020..2021..2022'],
    ['year', '2020..x'],
    ['year', 'x..2020'],
    ['year', '>2020..2023'],
    ['saved', '2020-13'],
    ['saved', '2023-02-29'],
    ['saved', '2020-3-5'],
    ['saved', '14'],
    ['saved', '14h'],
    ['saved', '99999d'],
    ['saved', '9999y'],
    ['saved', 'constructor'],
    ['saved', 'tomorrow'],
    ['saved', 'monday..tomorrow'],
    ['upvotes', 'today'],
    ['upvotes', '-1'],
    ['upvotes', '1e3'],
    ['upvotes', '2020-03'],
    ['upvotes', '14d'],
    ['upvotes', '9'.repeat(400)],
  ])('%s:%s is none', (column, value) => {
    expect(rangeOf(column, value, DAYS)).toBeUndefined();
  });
});

test('younger and older than an age part all days between them', () => {
  const today = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(today, fc.nat({ max: 900 }), fc.constantFrom('d', 'w', 'm', 'y'), (day, count, unit) => {
      const younger = rangeOf('saved', `<${count}${unit}`, utcDays(day));
      const older = rangeOf('saved', `>${count}${unit}`, utcDays(day));
      if (younger?.kind !== 'range' || older?.kind !== 'range') throw new Error('no range');
      expect((younger.from ?? 0) - (older.to ?? 0)).toBe(1);
      expect(younger.to ?? older.from).toBeUndefined();
    }),
  );
});
