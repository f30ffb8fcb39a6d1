import { expect, test } from 'vitest';
import type { Backup } from '@/storage/backup/backup-database';
import { isDue } from '@/storage/backup/due';
import { at } from '../cards';

const last = { at: at(0), revision: 7 } as Backup;
const today = at(60);
const tomorrow = new Date(Date.parse(at(0)) + 24 * 60 * 60 * 1000).toISOString();
const yesterday = new Date(Date.parse(at(0)) - 24 * 60 * 60 * 1000).toISOString();

test.each<[string, Backup | undefined, number, string, boolean]>([
  ['an empty library', undefined, 0, today, false],
  ['a library without any', undefined, 1, today, true],
  ['one that changed on the same day', last, 8, today, false],
  ['one that changed, a day later', last, 8, tomorrow, true],
  ['one that did not change, a day later', last, 7, tomorrow, false],
  ['one that changed, on a clock that was set back', last, 8, yesterday, true],
  ['one whose last backup could not be proven, a day later', { ...last, wrong: 1 }, 7, tomorrow, true],
])('%s', (_, backup, revision, now, due) => {
  expect(isDue(backup, revision, now)).toBe(due);
});
