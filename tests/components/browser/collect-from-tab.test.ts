import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { collectFromTab } from '@/components/browser/collect-from-tab';
import { card } from '@/tests/storage/cards';

const CARDS = [card({ title: 'Lanterns' })];
const PDF = 'https://arxiv.org/pdf/2609.12345v2';

const executeScript = vi.fn<(injection: unknown) => Promise<unknown>>();
const tabs = new Map<number, { id: number; url?: string }>();

beforeEach(() => {
  executeScript.mockReset().mockResolvedValue([{ result: CARDS }]);
  tabs.clear();
  tabs.set(3, { id: 3, url: 'https://a.example/' });
  tabs.set(7, { id: 7, url: PDF });
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () =>
    [tabs.get(3)].filter(Boolean)) as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async (id: number) => {
    const tab = tabs.get(id);
    if (!tab) throw new Error(`No tab with id: ${id}`);
    return tab;
  }) as never);
});

test.each([
  ['the active tab', undefined, 3],
  ['the tab that was wished', 7, 7],
])('runs the reader in %s, and gives its cards', async (_, tab, tabId) => {
  expect(await collectFromTab(tab)).toEqual(CARDS);
  expect(executeScript.mock.calls).toEqual([[{ target: { tabId }, files: ['/collect.js'] }]]);
});

const PAPER = { site: 'web', listing: PDF, url: PDF, identifiers: { arxiv: '2609.12345' } };

describe('where the browser does not let us look', () => {
  beforeEach(() => {
    executeScript.mockRejectedValue(new Error('Cannot access contents of the page'));
  });

  test('a PDF is known by its address', async () => {
    expect(await collectFromTab(7)).toEqual([PAPER]);
  });

  test.each([
    ['a page that names no paper', 'https://a.example/'],
    ['one of the browser’s own pages', 'chrome://extensions/'],
    ['a page whose address we may not see', undefined],
    ['no address', 'about:'],
  ])('%s gives nothing', async (_, url) => {
    tabs.set(7, { id: 7, ...(url !== undefined && { url }) });
    expect(await collectFromTab(7)).toBeUndefined();
  });
});

test('a page without papers gives none, unless its address names one', async () => {
  executeScript.mockResolvedValue([{ result: [] }]);
  expect(await collectFromTab()).toEqual([]);
  expect(await collectFromTab(7)).toEqual([PAPER]);
});

test.each([[[]], [[{}]], [[{ result: null }]]])(
  'an answer without cards, %j, is that of a script that failed',
  async (answer) => {
    executeScript.mockResolvedValue(answer);
    expect(await collectFromTab()).toBeUndefined();
  },
);

test('without a tab there is nothing to look into', async () => {
  tabs.delete(3);
  expect(await collectFromTab()).toBeUndefined();
  expect(executeScript).not.toHaveBeenCalled();
});

test('a tab that is gone is told to whoever asks', async () => {
  await expect(collectFromTab(99)).rejects.toThrow('No tab');
});
