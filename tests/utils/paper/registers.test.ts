import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paper } from '@/tests/arbitraries';
import {
  isWrittenBy,
  registersOf,
  registerValue,
  revertRegister,
  stampChanges,
  stampsOf,
  withWord,
  wordOn,
} from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';
import { nextStamp, oldStamp } from '@/utils/paper/stamp';

const SECOND = nextStamp(undefined, Date.UTC(2040, 0), 'second');
const THIRD = nextStamp(SECOND, 0, 'third');

describe('a change', () => {
  test('stamps the registers that it changed and no others', () => {
    fc.assert(
      fc.property(paper, paper, (before, after) => {
        const stamped = stampChanges(before, after, SECOND);
        const names = new Set([...registersOf(before), ...registersOf(after)]);
        for (const name of names) {
          const same =
            JSON.stringify(registerValue(before, name)) === JSON.stringify(registerValue(after, name));
          expect(stamped.stamps?.[name] === SECOND, name).toBe(!same);
        }
      }),
    );
  });

  test('of fields that only pages state stamps nothing', () => {
    fc.assert(
      fc.property(paper, (one) => {
        const before = stampChanges(undefined, { ...one, edited: [] }, SECOND);
        const after = stampChanges(before, { ...before, title: 'Another title' }, THIRD);
        expect(after.stamps).toEqual(before.stamps);
      }),
    );
  });
});

test('the stamps of a record without any depend on the record alone', () => {
  fc.assert(
    fc.property(paper, (one) => {
      const stamps = stampsOf(one);
      expect(Object.keys(stamps).sort()).toEqual(registersOf(one).sort());
      for (const tag of one.tags) expect(stamps[`tag:${tag}`]).toBe(oldStamp(one.savedAt));
    }),
  );
});

describe('a register that goes back', () => {
  test('holds what it held, and counts as written by the change that wrote that, and by the one that brought it back', () => {
    fc.assert(
      fc.property(paper, paper, (before, after) => {
        const first = stampChanges(undefined, before, oldStamp(before.savedAt));
        const changed = stampChanges(first, after, SECOND);
        for (const name of registersOf(before).filter((register) => changed.stamps?.[register] === SECOND)) {
          const back = stampChanges(changed, revertRegister(changed, name, first), THIRD);
          expect(registerValue(back, name), name).toEqual(registerValue(before, name));
          expect(isWrittenBy(back, name, THIRD)).toBe(true);
          expect(isWrittenBy(back, name, oldStamp(before.savedAt))).toBe(true);
          expect(isWrittenBy(back, name, SECOND)).toBe(false);
        }
      }),
    );
  });
});

test('a word on another record replaces the other word, and both are one register', () => {
  const paper = { tags: [] as string[] } as Paper;
  const apart = withWord(withWord(paper, 'doi:b', 'same'), 'doi:b', 'apart');
  expect([apart.same, apart.apart, wordOn(apart, 'doi:b')]).toEqual([undefined, ['doi:b'], 'apart']);
  expect(withWord(apart, 'doi:b', 'apart')).toBe(apart);
  expect(withWord(apart, 'doi:b', undefined)).toEqual(paper);
});
