import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  citationKeyRows,
  giveCitationKeys,
  joinCitationKeys,
  keysOfPapers,
  setCitationKey,
} from '@/storage/citation-keys';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { failureCode } from '@/storage/failure';
import { runs } from '@/tests/long';
import { KEY_PATTERN } from '@/utils/paper/key-pattern';
import type { PaperCard } from '@/utils/paper/schema';
import { at, card } from './cards';
import { openDatabase, withDatabase } from './open-database';

const salt = (number: number): PaperCard =>
  card({
    identifiers: { arxiv: `2609.0000${number}` },
    title: `Salt and silence, part ${number}`,
    authors: ['Ada Berg'],
    publishedAt: '2026-09-01',
  });
const id = (number: number) => `arxiv:2609.0000${number}`;

/** A library of papers whose keys would all be the same, the first saved first. */
async function library(count = 3): Promise<OffprintDatabase> {
  const db = openDatabase();
  for (let number = 1; number <= count; number++) await saveCards(db, [salt(number)], at(number));
  return db;
}

async function keys(db: OffprintDatabase): Promise<Record<string, string>> {
  return Object.fromEntries((await citationKeyRows(db)).map(({ paper, key }) => [paper, key]));
}

describe('giving keys', () => {
  test('to all: the paper that was saved first gets the plain one', async () => {
    const db = await library();
    await giveCitationKeys(db, undefined, KEY_PATTERN, at(9));
    expect(await keys(db)).toEqual({
      [id(1)]: 'berg2026salt',
      [id(2)]: 'berg2026salta',
      [id(3)]: 'berg2026saltb',
    });
  });

  test('to some: the others get theirs when they need them, and no key moves', async () => {
    const db = await library();
    await giveCitationKeys(db, [id(3), id(2)], KEY_PATTERN, at(8));
    const first = await keys(db);
    expect(first).toEqual({ [id(2)]: 'berg2026salt', [id(3)]: 'berg2026salta' });
    await giveCitationKeys(db, undefined, KEY_PATTERN, at(9));
    expect(await keys(db)).toEqual({ ...first, [id(1)]: 'berg2026saltb' });
  });

  test('changes no record', async () => {
    const db = await library();
    const before = [await db.papers.toArray(), await db.journal.count(), await db.settings.get('revision')];
    await giveCitationKeys(db, undefined, KEY_PATTERN, at(9));
    expect([await db.papers.toArray(), await db.journal.count(), await db.settings.get('revision')]).toEqual(
      before,
    );
  });

  test('of papers that are not there: nothing happens', async () => {
    const db = await library(1);
    await giveCitationKeys(db, ['arxiv:2609.09999'], KEY_PATTERN, at(9));
    expect(await keys(db)).toEqual({});
  });

  test('more papers than fit one part all get one', async () => {
    const db = openDatabase();
    const cards = Array.from({ length: 700 }, (_, number) =>
      card({ title: `Salt of the sea number ${number}` }),
    );
    await saveCards(db, cards, at(0));
    await giveCitationKeys(db, undefined, KEY_PATTERN, at(1));
    const given = Object.values(await keys(db));
    expect(given).toHaveLength(700);
    expect(new Set(given).size).toBe(700);
  });
});

test('keys are unique and never move, whatever is saved, edited, removed and asked for', async () => {
  const step = fc.oneof(
    fc.record({ how: fc.constant('save' as const), number: fc.nat(9) }),
    fc.record({ how: fc.constant('edit' as const), number: fc.nat(9) }),
    fc.record({ how: fc.constant('remove' as const), number: fc.nat(9) }),
    fc.record({ how: fc.constant('give' as const), number: fc.nat(9) }),
    fc.record({ how: fc.constant('give all' as const), number: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), (steps) =>
      withDatabase(async (db) => {
        let known: Record<string, string> = {};
        for (const [index, { how, number }] of steps.entries()) {
          const now = at(index);
          if (how === 'save') await saveCards(db, [salt(number)], now);
          else if (how === 'remove') await removePapers(db, [id(number)], now);
          else if (how === 'edit') {
            if (await db.papers.get(id(number)))
              await editPapers(db, [id(number)], { title: { set: `Ice ${index}` } } as never, now);
          } else await giveCitationKeys(db, how === 'give' ? [id(number)] : undefined, KEY_PATTERN, now);
          const next = await keys(db);
          expect(next).toMatchObject(known);
          expect(new Set(Object.values(next)).size).toBe(Object.keys(next).length);
          known = next;
        }
      }),
    ),
    { numRuns: runs(300) },
  );
});

describe('a key that is typed', () => {
  test('replaces the one that was given', async () => {
    const db = await library(1);
    await giveCitationKeys(db, undefined, KEY_PATTERN, at(8));
    await setCitationKey(db, id(1), 'Salt', at(9));
    await giveCitationKeys(db, undefined, KEY_PATTERN, at(10));
    expect(await keys(db)).toEqual({ [id(1)]: 'Salt' });
  });

  test.each([
    ['that another paper has', 'BERG2026SALT', 'keyTaken'],
    ['that is none', 'two words', 'refused'],
  ])('%s is refused', async (_, key, code) => {
    const db = await library(2);
    await giveCitationKeys(db, undefined, KEY_PATTERN, at(8));
    const before = await keys(db);
    const error = await setCitationKey(db, id(2), key, at(9)).catch((reason: unknown) => reason);
    expect(failureCode(error)).toBe(code);
    expect(await keys(db)).toEqual(before);
  });

  test('of a paper that is gone is free', async () => {
    const db = await library(2);
    await giveCitationKeys(db, [id(1)], KEY_PATTERN, at(8));
    await removePapers(db, [id(1)], at(9));
    await setCitationKey(db, id(2), 'berg2026salt', at(10));
    expect(await keys(db)).toEqual({ [id(2)]: 'berg2026salt' });
  });
});

describe('keys of a backup', () => {
  const row = (number: number, key: string, stamp: string) => ({
    kind: 'citation key' as const,
    ...{ paper: id(number), key, stamp: stamp.padEnd(22, '0') },
  });

  test('come along; of two keys of a paper the later counts', async () => {
    const db = await library(2);
    await joinCitationKeys(db, [row(1, 'old', '1'), row(2, 'two', '1')]);
    await joinCitationKeys(db, [row(1, 'new', '2'), row(2, 'none', '0')]);
    expect(await keys(db)).toEqual({ [id(1)]: 'new', [id(2)]: 'two' });
  });

  test('are unique afterwards: the key that is older stays', async () => {
    const db = await library(2);
    await joinCitationKeys(db, [row(1, 'salt', '5')]);
    await joinCitationKeys(db, [row(2, 'Salt', '1')]);
    expect(await keys(db)).toEqual({ [id(1)]: 'salta', [id(2)]: 'Salt' });
  });

  test('are the same in both libraries, whichever joins the other', async () => {
    const [one, other] = [await library(3), await library(3)];
    await giveCitationKeys(one, [id(1), id(3)], KEY_PATTERN, at(8));
    await giveCitationKeys(other, [id(2), id(3)], KEY_PATTERN, at(9));
    const [theirs, ours] = [await citationKeyRows(other), await citationKeyRows(one)];
    await joinCitationKeys(one, theirs);
    await joinCitationKeys(other, ours);
    expect(await keys(one)).toEqual(await keys(other));
    expect(await keysOfPapers(one, [id(1), 'no:1'])).toEqual(new Map([[id(1), 'berg2026salt']]));
  });
});
