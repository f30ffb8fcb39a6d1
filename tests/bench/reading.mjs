/**
 * `npm run bench:reading`: how long it takes to read the papers of a page with 2,000 of them, against the time that
 * the browser needs to parse that page. Runs the built `collect.js` in Chromium. Prints a table; fails at no threshold.
 *
 * `npm run bench:reading -- FOLDER`: what is read of the saved pages in a folder, a line of JSON each. Where the truth lies
 * beside a page (`NAME.json`), also what of it was found; a table at the end. `--odd` and `--even` take every second page,
 * so that rules can be chosen on one half and reported on the other; `--match` takes those whose names it fits.
 */

import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { parseArgs } from 'node:util';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { buildForChrome } = await import('@/scripts/lib/build.mjs');
const { launch } = await import('@/scripts/lib/launch.mjs');
const { CHROME_BUILD } = await import('@/scripts/lib/paths.mjs');
const { addressOf, listingPage, serve } = await import('./listing-page.mjs');
const { readFolder, table } = await import('./reading/read-folder.mjs');

/** @import { BrowserContext } from '@playwright/test' */

const CARDS = 2000;
const RUNS = 7;
const ABSTRACT =
  'We watch four hundred lanterns over one winter and find that the oil matters less than the draught. '.repeat(
    12,
  );

await orComplain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      odd: { type: 'boolean' },
      even: { type: 'boolean' },
      match: { type: 'string' },
      quiet: { type: 'boolean' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) return measureAll();
  if (values.odd && values.even) throw new Error('--odd and --even exclude each other');
  const half = values.odd ? 'odd' : values.even ? 'even' : undefined;
  const match = values.match === undefined ? undefined : new RegExp(values.match);
  const verdicts = await readFolder(folder, { half, match, quiet: values.quiet });
  if (verdicts.size > 0) console.log(table(verdicts));
});

async function measureAll() {
  await buildForChrome();
  const script = await readFile(`${CHROME_BUILD}/collect.js`, 'utf8');
  const pages = {
    [addressOf(0)]: await listingPage(0, CARDS),
    'https://arxiv.org/list/cs.LG/new': arxivPage(),
    'https://github.com/lanterns/awesome-lanterns': awesomePage(),
  };
  const { context } = await launch();
  try {
    await serve(context, pages);
    console.log(
      `| page | cards | parse | read | ratio | longest stretch |\n| --- | ---: | ---: | ---: | ---: | ---: |`,
    );
    for (const address of Object.keys(pages)) console.log(await measure(context, address, script));
  } finally {
    await context.close();
  }
}

/**
 * @param {BrowserContext} context
 * @param {string} address
 * @param {string} script
 * @returns {Promise<string>} a row of the table; times in ms, medians
 */
async function measure(context, address, script) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForTimeout(2000); // the buttons are on the page then, and the page is quiet
  const { cards, parse, read, longest } = await page.evaluate(
    async ([code, runs]) => {
      const html = document.documentElement.outerHTML;
      const middle = (/** @type {number[]} */ times) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
      /** @type {number[]} */
      const parses = [];
      /** @type {number[]} */
      const reads = [];
      let count = 0;
      let stretch = 0;
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) stretch = Math.max(stretch, task.duration);
      }).observe({ type: 'longtask' });
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        new DOMParser().parseFromString(html, 'text/html');
        parses.push(performance.now() - start);
        await new Promise((resume) => setTimeout(resume, 50));
        if (run === 0) stretch = 0;
        const begun = performance.now();
        const found = await new Function(`${code}; return collect;`)();
        reads.push(performance.now() - begun);
        count = found.length;
        await new Promise((resume) => setTimeout(resume, 50));
      }
      return { cards: count, parse: middle(parses), read: middle(reads), longest: stretch };
    },
    /** @type {const} */ ([script, RUNS]),
  );
  await page.close();
  const ratio = (read / parse).toFixed(1);
  return `| ${new URL(address).host} | ${cards} | ${parse.toFixed(0)} ms | ${read.toFixed(0)} ms | ${ratio} × | ${longest.toFixed(0)} ms |`;
}

/** A list of new submissions in arXiv's layout of 2026-10. */
function arxivPage() {
  const entries = Array.from({ length: CARDS }, (_, index) => {
    const id = `2610.${10_000 + index}`;
    return `<dt><a name="item${index}">[${index}]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
[<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="/format/${id}" title="Other formats">other</a>]</dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> Lantern number ${index} over a quiet harbour</div>
<div class="list-authors"><a href="/search/cs?searchtype=author&query=Glas,+M">María Glas</a>, <a href="/search/cs?searchtype=author&query=Lykta,+T">Tove Lykta</a></div>
<div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Machine Learning (cs.LG)</span></div>
<p class="mathjax">${ABSTRACT}</p></div></dd>`;
  });
  return `<!doctype html><title>Machine Learning</title><main><div id="content"><div id="dlpage"><h1>Machine Learning</h1>
<h3>Showing new listings for Thursday, 1 October 2026</h3><dl id="articles">${entries.join('\n')}</dl></div></div></main>`;
}

/** A list on a page that no site of ours knows. */
function awesomePage() {
  const items = Array.from(
    { length: CARDS },
    (_, index) =>
      `<li><strong>Lantern number ${index} over a quiet harbour</strong>. Glas, Lykta. [<a href="https://arxiv.org/abs/2610.${10_000 + index}">paper</a>] [<a href="https://github.com/lanterns/l${index}">code</a>]</li>`,
  );
  return `<!doctype html><title>Awesome lanterns</title><main><article><h1>Awesome lanterns</h1><ul>${items.join('\n')}</ul></article></main>`;
}
