/** Reads the saved pages of a folder as the product does, in Chromium. */

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '@/scripts/lib/find-browser.mjs';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { judge } from './judge.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Read, Verdict } from './judge.mjs' */

const PAGE = /\.(?:html?|mhtml?)$/i;

/**
 * Prints a line of JSON for each page, and what was right beside those with a `NAME.json`; sums at the end.
 * @param {string} folder
 * @param {{ half?: 'odd' | 'even' | undefined, match?: RegExp | undefined, quiet?: boolean | undefined }} options
 */
export async function readFolder(folder, { half, match, quiet }) {
  const names = (await readdir(folder))
    .filter((name) => PAGE.test(name) && (!match || match.test(name)))
    .sort();
  const chosen = names.filter((_, index) => !half || index % 2 === (half === 'even' ? 1 : 0));
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('there is no Chromium here; `npm test` installs one.');
  const code = await reader();
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses to run as root inside its sandbox
  });
  /** @type {Map<string, Verdict>} */
  const verdicts = new Map();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    for (const name of chosen) {
      const read = await readOne(page, await readFile(join(folder, name)));
      if (!quiet) console.log(JSON.stringify({ file: name, ...read }));
      const beside = join(folder, name.replace(PAGE, '.json'));
      if (!existsSync(beside)) continue;
      const { papers } = JSON.parse(await readFile(beside, 'utf8'));
      verdicts.set(name, judge(papers, read.titles));
      if (!quiet) console.log(JSON.stringify(verdicts.get(name)));
    }
  } finally {
    await browser.close();
  }
  return verdicts;
}

/** @param {ReadonlyMap<string, Verdict>} verdicts */
export function table(verdicts) {
  const rows = [...verdicts].map(([name, verdict]) => row(name.replace(PAGE, ''), verdict));
  const sum = { papers: 0, found: 0, right: 0, shown: 0, authors: 0, extra: 0 };
  for (const verdict of verdicts.values())
    for (const key of /** @type {(keyof typeof sum)[]} */ (Object.keys(sum))) sum[key] += verdict[key];
  return [
    '| page | papers | found | right title | right authors | ticked, no paper |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    row('all', sum),
  ].join('\n');
}

/**
 * @param {string} name
 * @param {Pick<Verdict, 'papers' | 'found' | 'right' | 'shown' | 'authors' | 'extra'>} verdict
 */
function row(name, { papers, found, right, shown, authors, extra }) {
  return `| ${name} | ${papers} | ${found} | ${right} | ${authors} of ${shown} | ${extra} |`;
}

/** The product's reader of saved pages, as a script that leaves it in `reader`. */
async function reader() {
  const outDir = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      resolve: { alias: { '@': ROOT } },
      build: {
        outDir,
        emptyOutDir: false,
        minify: false,
        lib: {
          entry: join(ROOT, 'tests/bench/reading/reader.ts'),
          formats: ['iife'],
          name: 'reader',
          fileName: () => 'reader.js',
        },
      },
    });
    return await readFile(join(outDir, 'reader.js'), 'utf8');
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/**
 * @param {Page} page
 * @param {Buffer} bytes
 * @returns {Promise<{ papers: number, ticked: number, withIdentifier: number, withAuthors: number, ms: number, titles: Read[] }>}
 */
function readOne(page, bytes) {
  return page.evaluate(async (base64) => {
    const file = await (await fetch(`data:application/octet-stream;base64,${base64}`)).blob();
    // @ts-expect-error the script above left it here
    return reader.read(file);
  }, bytes.toString('base64'));
}
