import { beforeEach, expect, test, vi } from 'vitest';
import { createSuggester } from '@/entrypoints/background/omnibox/suggester';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { openLibrarySearch } from '@/storage/search/library-search';
import { LANTERNS, SALT } from '@/tests/entrypoints/background/worker';
import { openDatabase } from '@/tests/storage/open-database';
import { utcDays } from '@/tests/utc-days';

let db: OffprintDatabase;
const NOW = '2026-09-28T08:00:00.000Z';
const opened = vi.fn();
const closed = vi.fn();
const asked = vi.fn();
/** Answers wait for it. */
let hold: Promise<void> | undefined;
/** Pauses end when a test says so. */
let waiting: (() => void)[];

function suggester() {
  return createSuggester({
    open() {
      opened();
      const search = openLibrarySearch(db, { onChange() {}, onError() {} });
      return {
        async find(...given) {
          asked(given[1]);
          const hits = await search.find(...given);
          await hold;
          return hits;
        },
        close() {
          closed();
          search.close();
        },
      };
    },
    days: () => utcDays('2026-09-28'),
    pause: () => new Promise((resolve) => waiting.push(resolve)),
  });
}

function goOn(): void {
  for (const resolve of waiting.splice(0)) resolve();
}

const titles = (hits: readonly { paper: { title?: string | undefined } }[] | undefined) =>
  hits?.map(({ paper }) => paper.title);

beforeEach(async () => {
  waiting = [];
  hold = undefined;
  for (const mock of [opened, closed, asked]) mock.mockReset();
  db = openDatabase();
  await saveCards(db, [LANTERNS, SALT], NOW);
});

test('finds papers, a few at most', async () => {
  const answer = suggester().ask('quiet harb');
  goOn();
  expect(titles(await answer)).toEqual(['Lanterns over a quiet harbour']);
  expect(asked.mock.calls[0]?.[0].limit).toBe(6);
});

test('understands the language of the search box', async () => {
  const answer = suggester().ask('-harbour site:huggingface');
  goOn();
  expect(titles(await answer)).toEqual(['Salt and silence in winter']);
});

test('takes other spellings where nothing matches as typed', async () => {
  const answer = suggester().ask('lanturns');
  goOn();
  expect(titles(await answer)).toEqual(['Lanterns over a quiet harbour']);
});

test('without any match gives none, and does not wait for ever', async () => {
  const answer = suggester().ask('zzzzzz');
  goOn();
  await vi.waitFor(() => expect(waiting.length).toBe(1));
  goOn();
  expect(await answer).toEqual([]);
});

test('letters typed in a row are one question, and only the last is answered', async () => {
  const one = suggester();
  const answers = ['l', 'la', 'lan'].map((text) => one.ask(text));
  goOn();
  const [first, second, last] = await Promise.all(answers);
  expect([first, second]).toEqual([undefined, undefined]);
  expect(titles(last)).toEqual(['Lanterns over a quiet harbour']);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('an answer that comes after the next letter is dropped, and its search is stopped', async () => {
  const one = suggester();
  let release = () => {};
  hold = new Promise((resolve) => {
    release = resolve;
  });
  const stale = one.ask('lanterns');
  goOn();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  const next = one.ask('salt');
  expect(asked.mock.calls[0]?.[0].signal.aborted).toBe(true);
  release();
  goOn();
  expect(await stale).toBeUndefined();
  expect(titles(await next)).toEqual(['Salt and silence in winter']);
});

test('nothing typed finds nothing, and opens no search', async () => {
  const answer = suggester().ask('   ');
  goOn();
  expect(await answer).toEqual([]);
  expect(opened).not.toHaveBeenCalled();
});

test('one search serves all letters, is closed at the end and opened again by the next letter', async () => {
  const one = suggester();
  for (const text of ['salt', 'salt an']) {
    const answer = one.ask(text);
    goOn();
    await answer;
  }
  expect(opened).toHaveBeenCalledTimes(1);
  one.end();
  expect(closed).toHaveBeenCalledTimes(1);
  const answer = one.ask('salt');
  goOn();
  expect(titles(await answer)).toEqual(['Salt and silence in winter']);
  expect(opened).toHaveBeenCalledTimes(2);
});

test('a search that fails finds nothing', async () => {
  const one = createSuggester({
    open: () => ({ find: () => Promise.reject(new Error('newer')), close() {} }),
    days: () => utcDays('2026-09-28'),
    pause: async () => {},
  });
  expect(await one.ask('salt')).toEqual([]);
});
