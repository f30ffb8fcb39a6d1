import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { parseQuery } from '@/utils/query/parse-query';
import { queryDays } from '@/utils/query/query-days';

/** How many minutes the clocks of a zone are behind UTC, as `Date.getTimezoneOffset` says of the own. */
function offsetIn(zone: string): (moment: Date) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return (moment) => {
    const [, sign, hours, minutes = 0] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(moment)) ?? [];
    return sign ? (sign === '-' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) : 0;
  };
}

const WEST = 'Pacific/Pago_Pago'; // −11
const EAST = 'Pacific/Kiritimati'; // +14
const HAVANA = 'America/Havana'; // strikes midnight twice in November, and jumps over it in March

test.each([
  ['UTC', '2026-11-27T00:00:00Z', '2026-11-27', '2026-11-27'],
  ['UTC', '2026-11-26T23:59:59.999Z', '2026-11-26', '2026-11-26'],
  [WEST, '2026-11-27T10:59:59.999Z', '2026-11-26', '2026-11-27'],
  [WEST, '2026-11-27T11:00:00Z', '2026-11-27', '2026-11-27'],
  [EAST, '2026-11-27T09:59:59.999Z', '2026-11-27', '2026-11-27'],
  [EAST, '2026-11-27T10:00:00Z', '2026-11-28', '2026-11-27'],
  ['Asia/Kathmandu', '2026-11-27T18:15:00Z', '2026-11-28', '2026-11-27'],
  ['Europe/Berlin', '2026-10-24T22:30:00Z', '2026-10-25', '2026-10-24'],
  ['Europe/Berlin', '2026-10-25T22:30:00Z', '2026-10-25', '2026-10-25'],
])('in %s at %s it is %s, in UTC %s', (zone, now, own, utc) => {
  expect(queryDays(new Date(now), offsetIn(zone))).toMatchObject({ own, utc });
});

describe('a day begins', () => {
  test.each([
    ['UTC', '2026-11-27', '2026-11-27T00:00:00.000Z'],
    [WEST, '2026-11-27', '2026-11-27T11:00:00.000Z'],
    [EAST, '2026-11-27', '2026-11-26T10:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['Australia/Sydney', '2026-10-04', '2026-10-03T14:00:00.000Z'],
    ['Australia/Sydney', '2026-10-05', '2026-10-04T13:00:00.000Z'],
    ['Australia/Sydney', '2026-04-05', '2026-04-04T13:00:00.000Z'],
    ['Australia/Sydney', '2026-04-06', '2026-04-05T14:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'], // jumps over midnight
    [HAVANA, '2026-03-08', '2026-03-08T05:00:00.000Z'],
    [HAVANA, '2026-03-09', '2026-03-09T04:00:00.000Z'],
    [HAVANA, '2026-11-01', '2026-11-01T04:00:00.000Z'],
    [HAVANA, '2026-11-02', '2026-11-02T05:00:00.000Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'], // a day that Samoa left out
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
  ])('in %s, %s: %s', (zone, day, start) => {
    const { startOf } = queryDays(new Date('2026-11-27T12:00:00Z'), offsetIn(zone));
    expect(new Date(startOf(Date.parse(day) / 86_400_000)).toISOString()).toBe(start);
  });
});

test('every moment lies between the beginnings of its day and of the next', () => {
  const zone = fc.constantFrom(
    WEST,
    EAST,
    HAVANA,
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Europe/Berlin',
    'Asia/Kathmandu',
  );
  const change = fc.constantFrom(
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-10-04',
    '2026-10-25',
    '2026-11-01',
  );
  const minutes = fc.integer({ min: -2 * 1440, max: 2 * 1440 });
  fc.assert(
    fc.property(zone, change, minutes, (name, day, later) => {
      const moment = new Date(Date.parse(day) + later * 60_000);
      const { own, startOf } = queryDays(moment, offsetIn(name));
      const number = Date.parse(own) / 86_400_000;
      expect(startOf(number)).toBeLessThanOrEqual(moment.getTime());
      expect(startOf(number + 1)).toBeGreaterThan(moment.getTime());
    }),
    { numRuns: runs(300) },
  );
});

describe('what was saved is asked for by own days, what was listed by those of the site', () => {
  const bounds = (text: string, zone: string, now: string) => {
    const { query } = parseQuery(text, queryDays(new Date(now), offsetIn(zone)));
    if (query.kind !== 'range') throw new Error('no range');
    const { from, to } = query;
    return query.column === 'saved'
      ? [from, to].map((ms) => (ms === undefined ? undefined : new Date(ms).toISOString().slice(0, -5)))
      : [from, to];
  };
  test.each([
    ['saved:today', WEST, '2026-11-27T10:30:00Z', ['2026-11-26T11:00:00', '2026-11-27T10:59:59']],
    ['saved:today', 'UTC', '2026-11-27T10:30:00Z', ['2026-11-27T00:00:00', '2026-11-27T23:59:59']],
    ['saved:today', EAST, '2026-11-27T10:30:00Z', ['2026-11-27T10:00:00', '2026-11-28T09:59:59']],
    ['saved:yesterday', EAST, '2026-11-27T09:30:00Z', ['2026-11-25T10:00:00', '2026-11-26T09:59:59']],
    ['saved:2026-11-24', WEST, '2026-11-27T10:30:00Z', ['2026-11-24T11:00:00', '2026-11-25T10:59:59']],
    ['saved:friday', WEST, '2026-11-27T10:30:00Z', ['2026-11-20T11:00:00', '2026-11-21T10:59:59']],
    ['saved:friday', 'UTC', '2026-11-27T10:30:00Z', ['2026-11-27T00:00:00', '2026-11-27T23:59:59']],
    ['listed:friday', WEST, '2026-11-27T10:30:00Z', [20261127, 20261127]],
    ['listed:yesterday', EAST, '2026-11-27T10:30:00Z', [20261126, 20261126]],
    // In these weeks the clocks are set back, and forward.
    [
      'saved:last-week',
      'Europe/Berlin',
      '2026-10-27T12:00:00Z',
      ['2026-10-18T22:00:00', '2026-10-25T22:59:59'],
    ],
    ['saved:sunday', 'Europe/Berlin', '2026-03-30T12:00:00Z', ['2026-03-28T23:00:00', '2026-03-29T21:59:59']],
    ['saved:week', WEST, '2026-11-27T10:30:00Z', ['2026-11-19T11:00:00', undefined]],
    ['saved:<14d', 'Europe/Berlin', '2026-11-01T12:00:00Z', ['2026-10-17T22:00:00', undefined]],
    ['saved:>14d', 'Europe/Berlin', '2026-11-01T12:00:00Z', [undefined, '2026-10-17T21:59:59']],
    [
      'saved:2026-10-25',
      'Europe/Berlin',
      '2026-11-01T12:00:00Z',
      ['2026-10-24T22:00:00', '2026-10-25T22:59:59'],
    ],
    [
      'saved:2026-03',
      'Europe/Berlin',
      '2026-11-01T12:00:00Z',
      ['2026-02-28T23:00:00', '2026-03-31T21:59:59'],
    ],
    ['listed:today', WEST, '2026-11-27T10:30:00Z', [20261127, 20261127]],
    ['listed:today', EAST, '2026-11-27T10:30:00Z', [20261127, 20261127]],
    ['published:<2d', EAST, '2026-11-27T10:30:00Z', [20261125, undefined]],
    ['year:<1w', WEST, '2026-11-27T10:30:00Z', [20261120, undefined]],
  ])('%s in %s at %s', (text, zone, now, expected) => {
    expect(bounds(text, zone, now)).toEqual(expected);
  });
});
