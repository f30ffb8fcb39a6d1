import { expect, test } from 'vitest';
import { at, daysAfter } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { nextStamp, oldStamp } from '@/utils/paper/stamp';
import { statusDay } from '@/utils/paper/status-day';

const stampAt = (moment: string) => nextStamp(undefined, Date.parse(moment), 'session');
const NOW = daysAfter(3);

test.each([
  ['the day it was set', { stamps: { status: stampAt(at(5)) } }, at(5)],
  ['nothing, if it never was', {}, undefined],
  [
    'nothing of a record without stamps, which knows only its saving',
    { stamps: { status: oldStamp(at(0)) } },
    undefined,
  ],
  ['an old day of editing', { stamps: { status: oldStamp(at(7)) } }, at(7)],
  [
    'today, by a clock that is a little ahead',
    { stamps: { status: stampAt(daysAfter(3.5)) } },
    daysAfter(3.5),
  ],
  [
    'nothing by a clock in the far future',
    { stamps: { status: stampAt('2099-01-01T00:00:00.000Z') } },
    undefined,
  ],
  ['nothing by the greatest clock', { stamps: { status: 'z'.repeat(22) } }, undefined],
  [
    'the former day of what an undo brought back',
    {
      stamps: { status: stampAt(daysAfter(2)) },
      restored: { status: `${stampAt(at(9))} ${stampAt(at(8))}` },
    },
    at(9),
  ],
])('tells %s', (_, fields, day) => {
  expect(statusDay(storedPaper({ id: 'arxiv:2609.00001', status: 'read', ...fields }), NOW)).toBe(day);
});
