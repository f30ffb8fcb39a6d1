import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellListings } from '@/entrypoints/background/tell-listings';

test('every tab is told, and those without our script do not matter', async () => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 1 }, {}, { id: 2 }]) as never);
  const sent = vi
    .spyOn(fakeBrowser.tabs, 'sendMessage')
    .mockImplementation((() => Promise.reject(new Error('Receiving end does not exist.'))) as never);
  await tellListings();
  await new Promise((resolve) => setTimeout(resolve, 20)); // an unhandled rejection would fail the run
  // No callback: with one, Chrome tells its console of an error that nobody read.
  const told = expect.objectContaining({ type: 'libraryChanged' });
  expect(sent.mock.calls).toEqual([
    [1, told],
    [2, told],
  ]);
});
