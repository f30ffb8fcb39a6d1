import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '@/scripts/lib/launch.mjs';
import { CHROME_BUILD } from '@/scripts/lib/paths.mjs';
import { cardButtons, pressByName, SAVE, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { serveListings } from '@/scripts/lib/sample-listing.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { ONLY_LONG } from '@/tests/long';
import { ExportFile } from '@/utils/paper/schema';
import { expect, exportedJson, test, unsaved } from './offprint';

const ARXIV = ['abs-2026', 'new-2026', 'recent-2026', 'search-2026'].map(
  (name) => `tests/fixtures/arxiv/${name}.html`,
);

test('arXiv: saves new submissions, recent lists, search results and a paper of its own page', async ({
  offprint: { context, openPanel },
}) => {
  const wanted = new Set<string>();
  for (const [index, address] of (await serveListings(context, ARXIV)).entries()) {
    const expected = await readFile((ARXIV[index] ?? '').replace(/html$/, 'expected.json'), 'utf8');
    for (const { identifiers } of JSON.parse(expected)) wanted.add(`arxiv:${identifiers.arxiv}`);
    const page = await context.newPage();
    await page.goto(address);
    await until(async () => (await cardButtons(page)).length > 0, `no buttons on ${address}`);
    await pressByName(page, (await cardButtons(page)).length > 1 ? SAVE_ALL : SAVE);
    await expect.poll(() => unsaved(page), { message: address }).toBe(0);
    await page.close();
  }
  const { papers } = ExportFile.parse(await exportedJson(await openPanel()));
  expect(new Set(papers.map(({ id }) => id))).toEqual(wanted);
});

/** In the worker: the content scripts that were registered while it ran. */
async function registeredScripts(): Promise<string[]> {
  const { chrome } = globalThis as unknown as {
    chrome: { scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> } };
  };
  return (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
}

test('a site that is optional gets its buttons once it is allowed', ONLY_LONG, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-allowed-'));
  await cp(CHROME_BUILD, folder, { recursive: true });
  // A prompt for permissions cannot be answered here: what it would allow is allowed from the beginning.
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const { optional_host_permissions: hosts, ...rest } = manifest;
  for (const allowed of [false, true]) {
    await writeFile(
      join(folder, 'manifest.json'),
      JSON.stringify(allowed ? { ...rest, host_permissions: hosts } : manifest),
    );
    const { context } = await launch({ extensionDir: folder });
    try {
      const [address = ''] = await serveListings(context, ['tests/fixtures/acl-anthology/volume.html']);
      const [worker] = context.serviceWorkers();
      const registered = () => worker?.evaluate(registeredScripts);
      // The script is registered a moment after the start, and pages opened before that stay without.
      if (allowed) await expect.poll(registered).toEqual(['acl-anthology']);
      const page = await context.newPage();
      await page.goto(address);
      if (allowed) await expect.poll(() => cardButtons(page)).toHaveLength(3);
      // By the time another site's page, opened later, has its buttons, this one would have its own.
      const [daily = ''] = await serveListings(context);
      const other = await context.newPage();
      await other.goto(daily);
      await expect.poll(async () => (await cardButtons(other)).length).toBeGreaterThan(0);
      expect(await cardButtons(page)).toHaveLength(allowed ? 3 : 0);
      if (!allowed) expect(await registered()).toEqual([]);
    } finally {
      await context.close();
    }
  }
  await rm(folder, { recursive: true, force: true });
});
