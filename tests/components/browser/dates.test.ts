// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { fullDay, fullMoment, ownDayNumber, spokenDay, spokenMoment } from '@/components/browser/dates';
import { adoptOptions } from '@/components/browser/options';

/** In the person's own time, wherever this runs. */
const local = (...[year, month, ...rest]: [number, number, number, number?, number?]) =>
  new Date(year, month - 1, ...rest);

const NOW = local(2026, 11, 24, 15, 30);

describe('a day is said', () => {
  test.each([
    ['2026-11-24', 'Tue 24 Nov'],
    ['2026-11-23', 'Mon 23 Nov'],
    ['2026-01-01', 'Thu 1 Jan'],
    ['2026-12-31', 'Thu 31 Dec'],
    ['2025-12-31', '31 Dec 2025'],
    ['2027-01-01', '1 Jan 2027'],
    ['1905-09-26', '26 Sept 1905'],
    ['2026-11', 'Nov 2026'],
    ['2025-02', 'Feb 2025'],
    ['2026', '2026'],
    ['1687', '1687'],
    ['0087-05-02', '2 May 87'],
  ])('%s as “%s”', (day, words) => {
    expect(spokenDay(day, new Date('2026-11-24T12:00:00Z'))).toBe(words);
  });

  test.each(['2026-11-24T00:00:00.000Z', '2026-11-24T23:59:59.999Z'])(
    'the same at every hour (%s): days of listings are the site’s',
    (now) => {
      expect(spokenDay('2026-11-24', new Date(now))).toBe('Tue 24 Nov');
    },
  );
});

describe('without ages, a moment is said', () => {
  afterEach(() => adoptOptions({ dates: 'relative' }));

  test.each<[string, Date, string]>([
    ['of today', local(2026, 11, 24, 9, 14), 'Tue 24 Nov, 09:14'],
    ['of today and to come', local(2026, 11, 24, 19, 5), 'Tue 24 Nov, 19:05'],
    ['of another day', local(2026, 11, 23, 9, 14), 'Mon 23 Nov'],
  ])('%s', (_, at, words) => {
    adoptOptions({ dates: 'absolute' });
    expect(spokenMoment(at.toISOString(), NOW)).toBe(words);
  });
});

describe('a moment is said', () => {
  test.each<[string, Date, string]>([
    ['just now', local(2026, 11, 24, 15, 30), 'now'],
    ['a minute ago', local(2026, 11, 24, 15, 29), '1 min ago'],
    ['59 minutes ago', local(2026, 11, 24, 14, 31), '59 min ago'],
    ['an hour ago', local(2026, 11, 24, 14, 30), '1 h ago'],
    ['at the first minute of the day', local(2026, 11, 24, 0, 0), '15 h ago'],
    ['at the last minute of yesterday', local(2026, 11, 23, 23, 59), 'Mon 23 Nov'],
    ['later today', local(2026, 11, 24, 15, 31), 'Tue 24 Nov'],
    ['tomorrow', local(2026, 11, 25, 0, 0), 'Wed 25 Nov'],
    ['on the first day of the year', local(2026, 1, 1, 0, 0), 'Thu 1 Jan'],
    ['in another year', local(2025, 12, 31, 23, 59), '31 Dec 2025'],
    ['in a year to come', local(2027, 1, 1, 0, 0), '1 Jan 2027'],
  ])('%s', (_, moment, words) => {
    expect(spokenMoment(moment.toISOString(), NOW)).toBe(words);
  });

  test('as yesterday’s a few minutes after midnight: the day is the person’s', () => {
    const now = local(2026, 11, 24, 0, 5);
    expect(spokenMoment(local(2026, 11, 23, 23, 55).toISOString(), now)).toBe('Mon 23 Nov');
    expect(spokenMoment(local(2026, 11, 24, 0, 1).toISOString(), now)).toBe('4 min ago');
  });
});

test('the own day of a moment is a number, a minute before midnight and at midnight', () => {
  expect(ownDayNumber(local(2026, 9, 4, 23, 59).getTime())).toBe(20_260_904);
  expect(ownDayNumber(local(2026, 9, 5, 0, 0).getTime())).toBe(20_260_905);
});

describe('in full, for a tooltip', () => {
  test('a moment has its weekday, year and minute', () => {
    expect(fullMoment(local(2026, 9, 4, 15, 7).toISOString())).toBe('Friday 4 September 2026 at 15:07');
  });

  test.each([
    ['2026-09-04', 'Friday 4 September 2026'],
    ['2026-09', '2026-09'],
    ['2026', '2026'],
  ])('the day %s is “%s”', (day, words) => {
    expect(fullDay(day)).toBe(words);
  });
});
