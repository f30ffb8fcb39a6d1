import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const front = vi.fn<() => { id: number; url?: string } | undefined>();

/** As each page has it: what is kept belongs to the page. */
async function open() {
  vi.resetModules();
  return import('@/components/browser/tab-in-front');
}

beforeEach(() => {
  front.mockReturnValue({ id: 1 });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [front()].filter(Boolean)) as never);
});

test('is the one that is in front now', async () => {
  const { tabInFront } = await open();
  expect(await tabInFront()).toEqual({ id: 1 });
  front.mockReturnValue({ id: 2 });
  expect(await tabInFront()).toEqual({ id: 2 });
  front.mockReturnValue(undefined);
  expect(await tabInFront()).toBeUndefined();
});

test('stays the one that a popup was opened over', async () => {
  const { keepTab, tabInFront } = await open();
  keepTab();
  front.mockReturnValue({ id: 2 });
  expect(await tabInFront()).toEqual({ id: 1 });
});

test('is not the page of the popup itself', async () => {
  front.mockReturnValue({ id: 1, url: fakeBrowser.runtime.getURL('/popup.html' as never) });
  const { keepTab, tabInFront } = await open();
  keepTab();
  front.mockReturnValue({ id: 2 });
  expect(await tabInFront()).toEqual({ id: 2 });
});
