import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSidePanel } from '@/components/browser/open-side-panel';
import { offerMenu } from '@/entrypoints/background/context-menu';

vi.mock('@/components/browser/open-side-panel', () => ({ openSidePanel: vi.fn() }));

type Press = (
  info: { menuItemId: string; [more: string]: string },
  tab?: { id?: number; windowId: number },
) => void;

const create = vi.fn<(item: unknown) => void>();
const [page, link] = [vi.fn(async () => {}), vi.fn(async () => {})];
let press: Press;

beforeEach(() => {
  for (const mock of [create, page, link]) mock.mockReset();
  vi.mocked(openSidePanel).mockReset().mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.contextMenus, 'create').mockImplementation(create as never);
  vi.spyOn(fakeBrowser.contextMenus.onClicked, 'addListener').mockImplementation(((listener: Press) => {
    press = listener;
  }) as never);
  offerMenu({ page, link });
});

const wish = async () => (await fakeBrowser.storage.session.get('collect')).collect;

test('the items come into the menu of pages with the installation, and not with every start', async () => {
  expect(create).not.toHaveBeenCalled();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  expect(create.mock.calls).toEqual([
    [{ id: 'save', title: 'Save this paper', contexts: ['page', 'image', 'selection'] }],
    [{ id: 'save-link', title: 'Save this link', contexts: ['link'] }],
    [
      {
        id: 'collect',
        title: 'Collect papers from this page',
        contexts: ['page', 'link', 'image', 'selection'],
      },
    ],
  ]);
});

test('the paper of the page is saved', () => {
  press({ menuItemId: 'save' }, { id: 7, windowId: 2 });
  expect(page.mock.calls).toEqual([[7]]);
});

const ADDRESS = 'https://arxiv.org/abs/2609.00001';

test.each<[string, Record<string, string>, string | undefined]>([
  ['its text, where the browser tells it', { linkText: 'Lanterns', selectionText: 'an' }, 'Lanterns'],
  ['the selection, where it does not', { selectionText: 'Lanterns' }, 'Lanterns'],
  ['its address alone', {}, undefined],
])('a link is saved with %s', (_, told, text) => {
  press({ menuItemId: 'save-link', linkUrl: ADDRESS, ...told }, { id: 7, windowId: 2 });
  expect(link.mock.calls).toEqual([[7, { address: ADDRESS, text }]]);
});

test('a press opens the panel of that window before anything is awaited, and leaves the wish', async () => {
  press({ menuItemId: 'collect' }, { id: 7, windowId: 2 });
  expect(vi.mocked(openSidePanel).mock.calls).toEqual([[2]]);
  await vi.waitFor(async () => expect(await wish()).toMatchObject({ tab: 7, window: 2 }));
});

test('a panel that does not open leaves the wish all the same', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.mocked(openSidePanel).mockRejectedValue(new Error('no gesture'));
  press({ menuItemId: 'collect' }, { id: 7, windowId: 2 });
  await vi.waitFor(async () => expect(await wish()).toMatchObject({ tab: 7 }));
  await vi.waitFor(() => expect(warn).toHaveBeenCalled());
  warn.mockRestore();
});

test.each<[string, Parameters<Press>]>([
  ['another item', [{ menuItemId: 'other' }, { id: 7, windowId: 2 }]],
  ['no tab', [{ menuItemId: 'collect' }]],
  ['a tab without an id', [{ menuItemId: 'collect' }, { windowId: 2 }]],
])('a press on %s is not ours', async (_, [info, tab]) => {
  press(info, tab);
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (const mock of [openSidePanel, page, link]) expect(mock).not.toHaveBeenCalled();
  expect(await wish()).toBeUndefined();
});
