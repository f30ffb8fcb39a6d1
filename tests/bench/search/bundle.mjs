/** Builds the pages of the benchmark from the product's own sources, into a copy of the built extension. */

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { CHROME_BUILD, ROOT } from '@/scripts/lib/paths.mjs';

const SOURCES = join(ROOT, 'tests/bench/search');
export const CONTENDERS = ['floor', 'offprint', 'minisearch', 'linear', 'sqlite', 'flexsearch', 'orama'];
const WORKERS = { 'prepare-worker': 'prepare-worker.ts', 'sqlite-worker': 'contenders/sqlite-worker.ts' };

/** WebAssembly needs a word of permission; the product has none in it, and no such word. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'";

/**
 * Each page has its script in one file, so that a contender pays for what it needs and no more.
 *
 * @param {string} folder gets pages and scripts
 * @returns {Promise<void>}
 */
export async function bundlePages(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of CONTENDERS) {
    const [page, contender] = ['page.ts', `contenders/${name}.ts`].map((path) =>
      JSON.stringify(join(SOURCES, path)),
    );
    const entry = join(folder, `${name}.entry.js`);
    await writeFile(
      entry,
      `import { runPage } from ${page};\nimport { open } from ${contender};\nrunPage(open);\n`,
    );
    await bundle(folder, name, entry);
    await writeFile(join(folder, `${name}.html`), htmlOf(`<script type="module" src="${name}.js"></script>`));
  }
  for (const [name, path] of Object.entries(WORKERS)) await bundle(folder, name, join(SOURCES, path));
  await writeFile(join(folder, 'blank.html'), htmlOf(''));
  await cp(
    join(ROOT, 'node_modules/@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.wasm'),
    join(folder, 'sqlite3.wasm'),
  );
}

/**
 * @param {string} extension a new folder
 * @param {string} pages what `bundlePages` made
 * @returns {Promise<void>}
 */
export async function copyExtension(extension, pages) {
  await cp(CHROME_BUILD, extension, { recursive: true });
  await cp(pages, join(extension, 'bench'), { recursive: true });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.content_security_policy = { extension_pages: POLICY };
  await writeFile(path, JSON.stringify(manifest));
}

/**
 * @param {string} folder
 * @param {string} name of the script
 * @param {string} entry
 */
async function bundle(folder, name, entry) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    resolve: { alias: { '@': ROOT } },
    worker: { format: 'es' },
    build: {
      target: 'chrome123',
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: entry },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', codeSplitting: false },
      },
    },
  });
}

/** @param {string} head */
function htmlOf(head) {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Search</title>${head}</head>
  <body></body>
</html>`;
}
