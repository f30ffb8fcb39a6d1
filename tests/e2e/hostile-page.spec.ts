/** A page that works against us: nothing is saved that a person did not press, nothing leaks, the page stays usable. */
import type { Page } from '@playwright/test';
import { findButtons, waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { buttonName, cardButtons, pressCard, SAVE, SAVED } from '@/scripts/lib/press.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { ONLY_LONG, runs } from '@/tests/long';
import { DAILY, expect, test } from './offprint';

async function isEmptyLibrary(offprint: { openPanel(): Promise<Page> }): Promise<void> {
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
}

test('forged messages and events save nothing', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  const before = await cardButtons(listing);
  await listing.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as {
      chrome?: { runtime?: { sendMessage?: (...args: unknown[]) => unknown } };
    };
    const message = {
      id: 1,
      type: 'saveCards',
      timestamp: Date.now(),
      data: {
        cards: [
          {
            site: 'huggingface',
            listing: location.href,
            identifiers: { arxiv: '2609.00001' },
            title: 'Forged',
          },
        ],
      },
    };
    try {
      await chrome?.runtime?.sendMessage?.(id, message);
    } catch {
      // what it says does not matter
    }
    window.postMessage(message, '*');
    window.postMessage({ ...message, type: 'offprint' }, '*');
    for (const name of ['wxt:content-script-started', `${id}:listing:wxt:content-script-started`])
      document.dispatchEvent(
        new CustomEvent(name, { detail: { contentScriptName: 'listing', messageId: 'forged' } }),
      );
    for (const host of document.querySelectorAll('offprint-save')) {
      host.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, cancelable: true }));
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
  }, offprint.extensionId);
  await isEmptyLibrary(offprint);
  expect(await cardButtons(listing)).toEqual(before);
});

test('nothing on the page names the extension or shows the inside of a button', async ({ offprint }) => {
  const page = await offprint.context.newPage();
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard, roots: [] as unknown[] });
    addEventListener('message', (event) => heard.push(JSON.stringify(event.data)));
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      heard.push(event.type);
      return dispatch.call(this, event);
    };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      (globalThis as unknown as { roots: unknown[] }).roots.push(root);
      return root;
    };
  });
  await page.goto(DAILY);
  await waitForButton(page, SAVE);
  const seen = await page.evaluate(() => {
    const { heard, roots } = globalThis as unknown as { heard: string[]; roots: unknown[] };
    const open = [...document.querySelectorAll('*')].filter(
      (element) => element.localName.startsWith('offprint') && element.shadowRoot,
    );
    return {
      heard: heard.join(),
      roots: roots.length,
      open: open.length,
      html: document.documentElement.outerHTML,
    };
  });
  expect(seen.heard).not.toContain(offprint.extensionId);
  expect(seen.html).not.toContain(offprint.extensionId);
  expect([seen.roots, seen.open]).toEqual([0, 0]);
});

test('overridden prototypes change nothing', async ({ offprint }) => {
  const page = await offprint.context.newPage();
  await page.addInitScript(() => {
    const lie = () => 'a lie';
    Array.prototype.map = lie as never;
    String.prototype.trim = lie;
    JSON.parse = lie as never;
    Element.prototype.querySelector = (() => null) as never;
    Element.prototype.closest = (() => null) as never;
    Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
    // biome-ignore lint/suspicious/noThenProperty: the page lies about promises too
    Promise.prototype.then = function () {
      return this as never;
    };
  });
  await page.goto(DAILY);
  const first = page.locator('css=article').first();
  await until(async () => (await findButtons(page, [SAVE])).length === 32, 'not all cards have their button');
  const [button] = await findButtons(page, [SAVE]);
  expect(button?.name).toContain('Selective State-Space');
  expect(first).toBeDefined();
  await isEmptyLibrary(offprint);
});

test('random re-orderings, re-uses and removals leave exactly one button on each card, with the right paper', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(DAILY);
  await pressCard(listing, listing.locator('article').nth(2), SAVE);
  await waitForButton(listing, SAVED, listing.locator('article').nth(2));
  const saved = (await buttonName(listing, listing.locator('article').nth(2)))?.replace(SAVED, '') ?? '';
  for (let round = 1; round <= runs(50); round++) {
    await listing.evaluate(mutate, round * 7919);
    const right = async () => {
      const cards = await listing.evaluate(() =>
        [...document.querySelectorAll('article')].map((card) => ({
          title: card.querySelector('h3')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
          hosts: card.querySelectorAll('offprint-save').length,
        })),
      );
      const names = await cardButtons(listing);
      const expected = cards.map(({ title }) =>
        saved.endsWith(title) ? `${SAVED}: ${title}` : `${SAVE}: ${title}`,
      );
      return (
        cards.every(({ hosts }) => hosts === 1) &&
        JSON.stringify(names.map((name) => name.replace(/\s+/g, ' '))) === JSON.stringify(expected)
      );
    };
    await until(right, `round ${round}: buttons and cards do not agree`);
  }
});

/** One random change of the list, in the page; the same for the same seed. Titles are changed together with links. */
function mutate(seed: number): void {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const cards = [...document.querySelectorAll('article')];
  const pick = () => cards[random(cards.length)];
  const paperOf = (card: Element) => ({
    id: /\d{4}\.\d{5}/.exec(card.querySelector('h3 a')?.getAttribute('href') ?? '')?.[0] ?? '',
    title: card.querySelector('h3 a')?.textContent ?? '',
  });
  const become = (card: Element, { id, title }: { id: string; title: string }) => {
    for (const link of card.querySelectorAll('a'))
      link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/\d{4}\.\d{5}/, id));
    const link = card.querySelector('h3 a');
    if (link) link.textContent = title;
  };
  for (let step = 0; step < 4; step++) {
    const [one, two] = [pick(), pick()];
    if (!one || !two || one === two) continue;
    const kind = random(5);
    if (kind === 0)
      two.after(one); // re-ordered
    else if (kind === 1) {
      const [a, b] = [paperOf(one), paperOf(two)]; // re-used for each other's papers
      become(one, b);
      become(two, a);
    } else if (kind === 2 && cards.length > 12) one.remove();
    else if (kind === 3)
      one.querySelector('offprint-save')?.remove(); // the framework re-drew it
    else {
      const copy = one.cloneNode(true) as Element; // virtual scrolling brings a new element
      copy.querySelector('offprint-save')?.remove();
      one.replaceWith(copy);
    }
  }
}

test(
  'thousands of cards at once get their buttons, and the page its turn after every two hundred',
  ONLY_LONG,
  async ({ offprint }) => {
    const more = 10_000;
    const listing = await offprint.openListing(DAILY);
    await listing.evaluate((more) => {
      const [card] = document.querySelectorAll('article');
      const grid = card?.parentElement;
      card?.querySelector('offprint-save')?.remove();
      for (let index = 0; card && index < more; index++) {
        const copy = card.cloneNode(true) as Element;
        const id = `2501.${String(index).padStart(5, '0')}`;
        for (const link of copy.querySelectorAll('a'))
          link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/\d{4}\.\d{5}/, id));
        const title = copy.querySelector('h3 a');
        if (title) title.textContent = `Paper number ${index}`;
        grid?.append(copy);
      }
    }, more);
    const { turns, most } = await listing.evaluate(
      (all) =>
        new Promise<{ turns: number; most: number }>((resolve) => {
          const hosts = document.getElementsByTagName('offprint-save');
          const { port1, port2 } = new MessageChannel();
          let [turns, most, before] = [0, 0, hosts.length];
          // As soon as the page may run again; what came meanwhile came at a stretch.
          port1.onmessage = () => {
            turns++;
            most = Math.max(most, hosts.length - before);
            before = hosts.length;
            if (before < all) port2.postMessage(null);
            else resolve({ turns, most });
          };
          port2.postMessage(null);
        }),
      32 + more,
    );
    expect(most, 'buttons at a stretch').toBeLessThanOrEqual(200);
    expect(turns).toBeGreaterThanOrEqual(more / 200);
    // A person can still press any of them.
    const last = listing.locator('article').last();
    await pressCard(listing, last, SAVE);
    await waitForButton(listing, SAVED, last);
  },
);
