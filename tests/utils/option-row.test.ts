import { describe, expect, test } from 'vitest';
import { OptionChoice, OptionRow } from '@/utils/option-row';

const ROW = { kind: 'option', name: 'theme', value: 'dark', stamp: '000001a1b2c3d4e5-session001' };

describe('a row of a backup', () => {
  test.each<[string, object, boolean]>([
    ['is read', {}, true],
    ['with a field of a later version', { more: 1 }, true],
    ['with another value', { value: 'pink' }, false],
    ['with another name', { name: 'colour' }, false],
    ['with a value of another option', { value: true }, false],
    ['without a stamp', { stamp: undefined }, false],
    ['with a stamp that is none', { stamp: 'later' }, false],
  ])('%s', async (_, changes, good) => {
    const { nextStamp } = await import('@/utils/paper/stamp');
    const stamp = nextStamp(undefined, Date.parse('2026-09-28T08:00:00Z'), 'session001');
    expect(OptionRow.safeParse({ ...ROW, stamp, ...changes }).success).toBe(good);
  });
});

describe('a choice', () => {
  test.each<[unknown, boolean]>([
    [{ theme: 'dark' }, true],
    [{ theme: 'dark', statusFollows: true }, true],
    [{}, false],
    [{ theme: 'pink' }, false],
    [{ theme: 'dark', more: 1 }, false],
    [null, false],
    ['dark', false],
  ])('%j', (value, good) => {
    expect(OptionChoice.safeParse(value).success).toBe(good);
  });
});
