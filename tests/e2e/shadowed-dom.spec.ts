/** Forms whose fields are named like members of the DOM: `form.firstChild` is then a field. They change nothing. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { buttonName, cardButtons, pressCard, SAVE, SAVED } from '@/scripts/lib/press.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { ONLY_LONG } from '@/tests/long';
import { collectOn, dismiss, openServed } from './collect-on';
import { DAILY, expect, PAPER, test } from './offprint';

/** Gives every form of the page a field for each member that a form has. */
const SHADOW = `<script>
  var append = Node.prototype.appendChild;
  function shadow(form) {
    for (let home = HTMLFormElement.prototype; home; home = Object.getPrototypeOf(home))
      for (const name of Object.getOwnPropertyNames(home)) {
        const field = document.createElement('input');
        field.name = name;
        field.type = 'hidden';
        append.call(form, field);
      }
  }
  for (const form of document.querySelectorAll('form')) shadow(form);
</script>`;

const AWESOME = 'https://github.com/lanterns/awesome-lanterns';
const ENTRIES = [
  '<a href="https://arxiv.org/abs/2609.00001v2">Lanterns over a quiet harbour</a> - where it began',
  '<strong>Salt and silence in winter</strong>. [<a href="https://arxiv.org/pdf/2609.00002.pdf">paper</a>]',
  'Foxes at the edge of town <a href="https://openreview.net/forum?id=f0xEs2026a">[OpenReview]</a>',
];
const LINES = ENTRIES.map((entry) => `<li>${entry}</li>`).join('');

/** Before the list, around it, around each entry, within each entry. */
const PAGES = [
  `<main><form><p>Search</p></form><ul>${LINES}</ul></main>`,
  `<form><main><h1>Awesome</h1><ul>${LINES}</ul></main></form>`,
  `<main>${ENTRIES.map((entry) => `<form>${entry}</form>`).join('')}</main>`,
  `<ul>${ENTRIES.map((entry) => `<li><form></form>${entry}<form></form></li>`).join('')}</ul>`,
];

test(
  'Collect finds the same papers with forms wherever they stand',
  ONLY_LONG,
  async ({ offprint: { context, extensionId } }) => {
    const found = async (address: string, html: string, first: string) => {
      const page = await openServed(context, address, `<!doctype html><title>Awesome</title>${html}`);
      expect(await page.evaluate(() => String(document.forms[0]?.nodeType))).toBe(first);
      const popup = await collectOn(context, extensionId, page);
      const text = await popup.text();
      await dismiss(popup);
      await page.close();
      return text;
    };
    for (const [index, html] of PAGES.entries()) {
      const plain = await found(`${AWESOME}/${index}`, html, '1');
      expect(plain).toContain('3 papers · 3 new');
      expect(await found(`${AWESOME}/${index}/shadowed`, html + SHADOW, '[object HTMLInputElement]')).toBe(
        plain,
      );
    }
  },
);

test(
  'Collect ends on a page with a form that says it is followed by what comes before it',
  ONLY_LONG,
  async ({ offprint: { context, extensionId } }) => {
    const circle = `<fieldset name="nextSibling" form="later">Back to the start</fieldset><form id="later"></form>`;
    const page = await openServed(
      context,
      AWESOME,
      `<!doctype html><title>A</title>${circle}<ul>${LINES}</ul>`,
    );
    const popup = await collectOn(context, extensionId, page);
    expect(await popup.text()).toContain('3 papers · 3 new');
    await dismiss(popup);
  },
);

/** Serves a page of Hugging Face after a change, with shadowing forms. */
async function serveChanged(
  context: BrowserContext,
  address: string,
  name: string,
  change: (html: string) => string,
): Promise<void> {
  const html = await readFile(`tests/fixtures/huggingface/${name}.html`, 'utf8');
  const changed = change(html);
  expect(changed).not.toBe(html);
  await context.route(
    (url) => url.href === address,
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: changed + SHADOW }),
  );
}

test('every card has its button on a list within a form, and one that comes with a form later', async ({
  offprint: { context, openListing },
}) => {
  await serveChanged(context, DAILY, 'daily-2026', (html) =>
    html.replace('<main', '<form><main').replace('</main>', '</main></form>'),
  );
  const listing = await openListing(DAILY);
  await until(async () => (await cardButtons(listing)).length === 32, 'not all cards have their button');
  const first = listing.locator('article').first();
  await pressCard(listing, first, SAVE);
  await waitForButton(listing, SAVED, first);

  await listing.evaluate(() => {
    const [card] = document.querySelectorAll('article');
    const copy = card?.cloneNode(true) as Element;
    copy.querySelector('offprint-save')?.remove();
    for (const link of copy.querySelectorAll('a'))
      link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/\d{4}\.\d{5}/, '2609.99999'));
    const form = document.createElement('form');
    form.append(copy);
    (globalThis as unknown as { shadow(form: Element): void }).shadow(form);
    card?.parentElement?.append(form);
  });
  const last = listing.locator('article').last();
  await until(async () => (await buttonName(listing, last))?.startsWith(SAVE), 'no button on the new card');
});

test('a paper’s own page has its button where the paper is in a form, and so is its title', async ({
  offprint: { context, openListing },
}) => {
  const wrapTitle = `<script>
    const title = document.querySelector('h1');
    const form = document.createElement('form');
    title.closest('section').replaceWith(form);
    form.append(title);
  </script>`;
  await serveChanged(
    context,
    PAPER,
    'paper-2026',
    (html) =>
      html.replace(/<div(?=[^>]*data-target="PaperContent")/, '<form').replace('</main>', '</form></main>') +
      wrapTitle,
  );
  const listing = await openListing(PAPER);
  expect(await cardButtons(listing)).toHaveLength(1);
  const parent = () => document.querySelector('offprint-save')?.parentElement instanceof HTMLFormElement;
  expect(await listing.evaluate(parent)).toBe(true);
});
