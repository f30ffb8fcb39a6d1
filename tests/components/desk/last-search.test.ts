import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readLastSearch } from '@/components/desk/last-search';
import type { Asked } from '@/components/desk/place';

const ASKED: Asked = { query: 'tag:="to read" 100%', sort: 'upvotes', group: 'year' };

test('the last search of the session is there for the next page', async () => {
  const first = await readLastSearch();
  expect(first.asked).toBeUndefined();
  first.keep(ASKED);
  await vi.waitFor(async () => expect((await readLastSearch()).asked).toEqual(ASKED));
});

test.each([[3], [{ query: 'graph' }], [null]])('what is no search (%j) is none', async (stored) => {
  await fakeBrowser.storage.session.set({ search: stored });
  expect((await readLastSearch()).asked).toBeUndefined();
});

test('a browser without such a memory begins with nothing', async () => {
  vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('gone'));
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('gone'));
  const last = await readLastSearch();
  expect(last.asked).toBeUndefined();
  expect(() => last.keep(ASKED)).not.toThrow();
});
