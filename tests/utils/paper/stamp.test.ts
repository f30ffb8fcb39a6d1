import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStamp, oldStamp, STAMP, sessionId } from '@/utils/paper/stamp';

const SESSION = 'abc0123xyz';
const clock = fc.oneof(fc.integer({ min: -1e15, max: 4e15 }), fc.constantFrom(0, Number.NaN, 1e300, -1e300));

test('each stamp is later than the one before, however the clock jumps', () => {
  fc.assert(
    fc.property(fc.array(clock, { minLength: 1, maxLength: 40 }), (times) => {
      let last: string | undefined;
      for (const time of times) {
        const stamp = nextStamp(last, time, SESSION);
        expect(stamp).toMatch(STAMP);
        expect(stamp > (last ?? '')).toBe(true);
        last = stamp;
      }
    }),
  );
});

test('a stamp follows the clock as soon as that is ahead', () => {
  const ahead = nextStamp(undefined, 5000, SESSION);
  expect(nextStamp(ahead, 4000, SESSION).slice(0, 9)).toBe(ahead.slice(0, 9));
  expect(nextStamp(ahead, 6000, SESSION).slice(0, 12)).toBe(`${(6000).toString(36).padStart(9, '0')}000`);
});

test('more changes in a millisecond than the count can tell go on in the next', () => {
  const full = `${nextStamp(undefined, 5000, SESSION).slice(0, 9)}zzz${SESSION}`;
  expect(nextStamp(full, 5000, SESSION) > full).toBe(true);
});

test('two sessions never write the same stamp', () => {
  expect(nextStamp(undefined, 5000, SESSION)).not.toBe(nextStamp(undefined, 5000, 'other00000'));
});

test.each(['2026-09-28T06:00:00.000Z', '1969-01-01T00:00:00.000Z', 'not a moment'])(
  'the stamp of %s depends on it alone and is older than what is changed later',
  (moment) => {
    expect(oldStamp(moment)).toMatch(STAMP);
    expect(oldStamp(moment)).toBe(oldStamp(moment));
    expect(oldStamp(moment) < nextStamp(undefined, Date.UTC(2027, 0), SESSION)).toBe(true);
  },
);

test('a session has ten characters of its own', () => {
  expect(sessionId(new Uint8Array([0, 35, 36, 255, 1, 2, 3, 4, 5, 6, 7]))).toBe('0z03123456');
});
