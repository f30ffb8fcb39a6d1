import { expect, test } from 'vitest';
import { readMoment } from '@/utils/formats/parts/read-moment';

test.each([
  ['2009-03-12 10:54:18 -0400', '2009-03-12T14:54:18.000Z'],
  ['2021-01-15T13:30:25.123Z', '2021-01-15T13:30:25.123Z'],
  ['2021-01-15 13:30', '2021-01-15T13:30:00.000Z'],
  ['2021/01/15', '2021-01-15T00:00:00.000Z'],
  ['2012.05.02', '2012-05-02T00:00:00.000Z'],
  ['2021-01-15 13:30:25 UTC', '2021-01-15T13:30:25.000Z'],
  ['2012.55.02', undefined],
  ['Thu, 10 Mar 2011', undefined],
  ['', undefined],
])('%s is %s', (text, moment) => {
  expect(readMoment(text)).toBe(moment);
});
