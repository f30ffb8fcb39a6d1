/** What the browser brings to us: keys, menus, the address bar. Their events are given to the worker as a browser would. */
import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { ONLY_LONG } from '@/tests/long';
import { openServed } from './collect-on';
import { DAILY, expect, PAPER, test, unsaved } from './offprint';

declare const chrome: typeof browser;

/** The worker that runs now. It is asked for by a message, which starts one. */
async function workerOf(context: BrowserContext, ours: Page): Promise<Worker> {
  await ours.evaluate(() => chrome.runtime.sendMessage({ id: 1, type: 'goOn', timestamp: Date.now() }));
  return until(async () => context.serviceWorkers().at(-1), 'no worker');
}

interface Suggestion {
  content: string;
  description: string;
}

/** What the address bar would be told for a text. */
function suggest(worker: Worker, text: string): Promise<Suggestion[]> {
  return worker.evaluate(
    (typed) =>
      new Promise<Suggestion[]>((resolve) => {
        const event = chrome.omnibox.onInputChanged as unknown as {
          dispatch(text: string, suggest: (found: Suggestion[]) => void): void;
        };
        event.dispatch(typed, resolve);
      }),
    text,
  );
}

function enter(worker: Worker, text: string, disposition: string): Promise<void> {
  return worker.evaluate(
    (given) => {
      const event = chrome.omnibox.onInputEntered as unknown as { dispatch(...given: string[]): void };
      event.dispatch(...given);
    },
    [text, disposition],
  );
}

/** Gives a command to the worker, as its key does in the tab in front; answers with the tab. */
async function command(worker: Worker, name: string, page: Page): Promise<number> {
  await page.bringToFront();
  return worker.evaluate(async (given) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const event = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void };
    event.dispatch(given, tab);
    return tab?.id ?? 0;
  }, name);
}

/** What stands on the button in a tab, and its tooltip. */
function told(worker: Worker, tab: number): Promise<string[]> {
  return worker.evaluate(
    async (tabId) => [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })],
    tab,
  );
}

test('every command has its key in a fresh profile', async ({ offprint: { openPanel } }) => {
  const panel = await openPanel();
  const commands = await panel.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name, shortcut }) => [name, shortcut])).toEqual([
    ['_execute_action', 'Alt+Shift+O'],
    ['open-library', 'Alt+Shift+F'],
    ['open-panel', 'Alt+Shift+U'],
    ['save-paper', 'Alt+Shift+D'],
  ]);
  expect(commands.filter(({ description }) => !description).map(({ name }) => name)).toEqual([
    '_execute_action', // the browser has its own words for it
  ]);
});

test('the paper of a page is saved by a command, and the button tells; again it is known', async ({
  offprint: { context, openListing, openPanel },
}) => {
  const panel = await openPanel();
  const page = await openListing(PAPER);
  const worker = await workerOf(context, panel);
  const tab = await command(worker, 'save-paper', page);
  await expect.poll(() => told(worker, tab)).toEqual(['✓', expect.stringMatching(/^Saved “.+”$/)]);
  await expect(panel.getByRole('status')).toHaveText('1 paper');
  await expect.poll(() => told(worker, tab)).toEqual(['1', 'Offprint']); // how many were saved today
  await command(worker, 'save-paper', page);
  await expect.poll(() => told(worker, tab)).toEqual(['✓', expect.stringMatching(/^You have “.+” already$/)]);
});

test(
  'a listing is not saved as one paper, and a page that may not be read is told as that',
  ONLY_LONG,
  async ({ offprint: { context, openListing, openPanel } }) => {
    const panel = await openPanel();
    const worker = await workerOf(context, panel);
    const listing = await command(worker, 'save-paper', await openListing(DAILY));
    await expect.poll(() => told(worker, listing)).toEqual(['32', expect.stringMatching(/^32 papers/)]);
    const lab = await openServed(context, 'https://lab.example/', '<title>Lab</title>');
    const closed = await command(worker, 'save-paper', lab);
    await expect.poll(() => told(worker, closed)).toEqual(['!', 'Offprint may not look into this page']);
    await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
  },
);

test('the address bar finds papers as one types, and opens them where one wants', async ({
  offprint: { context, extensionId, openListing, openPanel },
}) => {
  const listing = await openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
  const panel = await openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  let worker = await workerOf(context, panel);
  const title = await panel.getByRole('listitem').nth(3).getByRole('heading').innerText();
  const [first] = await suggest(worker, title.toLowerCase());
  const read = await panel.evaluate(
    (xml) => new DOMParser().parseFromString(`<d>${xml}</d>`, 'text/xml').documentElement.textContent,
    first?.description ?? '',
  );
  expect(read?.startsWith(title)).toBe(true);
  expect(first?.description).toContain('<match>');
  expect(first?.content).toMatch(/^https:\/\/arxiv\.org\/abs\//);
  expect((await suggest(worker, 'the')).length).toBeLessThanOrEqual(6);

  // A worker that was stopped meanwhile.
  await stopWorker(context);
  worker = await workerOf(context, panel);
  expect((await suggest(worker, title))[0]).toEqual({ ...first, description: expect.any(String) });

  const before = context.pages().length;
  await context.route('https://arxiv.org/**', (route) => route.fulfill({ body: 'a paper' }));
  await listing.bringToFront();
  await enter(worker, first?.content ?? '', 'newForegroundTab');
  await expect.poll(() => context.pages().map((page) => page.url())).toContain(first?.content);
  await panel.bringToFront();
  await enter(worker, 'quiet harbour', 'newBackgroundTab');
  const found = `chrome-extension://${extensionId}/library.html`;
  const open = () => panel.evaluate(async () => (await chrome.tabs.query({})).map(({ url }) => url ?? ''));
  await expect.poll(async () => (await open()).filter((url) => url.startsWith(found)).length).toBe(1);
  expect((await open()).find((url) => url.startsWith(found))).toMatch(/#\/\?q=quiet\+harbour$/);
  expect(context.pages().length).toBe(before + 2);
  expect(await panel.evaluate(() => document.visibilityState)).toBe('visible');
});

/** The browser itself parses what it is told; it refuses what is no XML. */
test('Chromium takes every description', async ({ offprint: { context, openPanel } }) => {
  const { escapeXml } = await import('@/utils/text/xml');
  const worker = await workerOf(context, await openPanel());
  const hostile = [
    '</match>',
    '&',
    '&#0;',
    '<![CDATA[',
    ']]>',
    '\0\u0008\ufffe',
    '\ud800',
    '%s',
    '\'"',
    '🏮',
    '--><!--',
  ];
  for (const text of [...hostile, hostile.join('')]) {
    const description = `<match>${escapeXml(text)}</match> <dim>x</dim>`;
    const take = (xml: string) =>
      worker.evaluate(
        (description) =>
          new Promise<string>((resolve) => {
            chrome.omnibox.setDefaultSuggestion({ description }, () =>
              resolve(chrome.runtime.lastError?.message ?? 'taken'),
            );
          }),
        xml,
      );
    expect(await take(description), JSON.stringify(text)).toBe('taken');
  }
});
