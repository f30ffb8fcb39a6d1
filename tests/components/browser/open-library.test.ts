import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openLibrary } from '@/components/browser/open-library';

const PAGE = fakeBrowser.runtime.getURL('/library.html' as never);

/** A browser with these tabs; answers with what is done to them. */
function browserWith(open: { id?: number; windowId: number }[]) {
  const query = vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(open as never);
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  const front = vi.spyOn(fakeBrowser.windows, 'update').mockResolvedValue({} as never);
  return { query, create, update, front };
}

beforeEach(() => {
  vi.restoreAllMocks();
});

test('without a full page, one is opened where it is to lead', async () => {
  const { query, create, update } = browserWith([]);
  await openLibrary('#/?q=graph');
  expect(query.mock.calls).toEqual([[{ url: `${PAGE}*` }]]);
  expect(create.mock.calls).toEqual([[{ url: `${PAGE}#/?q=graph` }]]);
  expect(update).not.toHaveBeenCalled();
});

test('one that is open comes to the front, and leads there', async () => {
  const { create, update, front } = browserWith([{ id: 7, windowId: 2 }]);
  await openLibrary('#/?q=graph');
  expect(create).not.toHaveBeenCalled();
  expect(update.mock.calls).toEqual([[7, { active: true, url: `${PAGE}#/?q=graph` }]]);
  expect(front.mock.calls).toEqual([[2, { focused: true }]]);
});

test('without a place, one that is open stays where it is', async () => {
  const { update } = browserWith([{ id: 7, windowId: 2 }]);
  await openLibrary();
  expect(update.mock.calls).toEqual([[7, { active: true }]]);
});

test('a browser that does not tell of tabs opens another', async () => {
  const { query, create } = browserWith([]);
  query.mockRejectedValue(new Error('no right'));
  await openLibrary();
  expect(create.mock.calls).toEqual([[{ url: PAGE }]]);
});
