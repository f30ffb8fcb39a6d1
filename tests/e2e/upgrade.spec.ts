/** What a new version finds: a library and a worker of an older one. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { browser } from 'wxt/browser';
import { launch } from '@/scripts/lib/launch.mjs';
import { CHROME_BUILD } from '@/scripts/lib/paths.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { makeOldLibrary } from '@/tests/bench/upgrade/old-library.mjs';
import { fillOld, withProfile } from '@/tests/bench/upgrade/profile.mjs';
import { placeOf } from '@/tests/bench/upgrade/watch-upgrade.mjs';
import { ONLY_LONG } from '@/tests/long';
import { expect, test } from './offprint';

declare const chrome: typeof browser;

test(
  'the upgrade of an older library goes on by itself after each stop of the worker, while a page is open',
  ONLY_LONG,
  async () => {
    await withProfile(async (profile) => {
      await profile.run('bare', ({ blank }) => fillOld(blank, makeOldLibrary(3000, new Date()).tables));
      await profile.run('product', async ({ context, extensionId, blank }) => {
        const panel = await context.newPage();
        await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
        await expect(panel.getByRole('listitem').first()).toBeVisible();
        const place = () => placeOf(blank);
        for (let stops = 0; stops < 3; stops++) {
          const before = await place();
          await expect.poll(place).not.toBe(before);
          expect(await place()).toBeDefined(); // it is still under way
          await stopWorker(context);
        }
        await expect.poll(place).toBeUndefined();
        await expect(panel.getByText('5 records are damaged and were set aside')).toBeVisible();
      });
    });
  },
);

test(
  'a profile that had another build runs the worker of this one',
  ONLY_LONG,
  async ({ browserName: _ }, info) => {
    const extensionDir = info.outputPath('extension');
    await cp(CHROME_BUILD, extensionDir, { recursive: true });
    const worker = join(extensionDir, 'background.js');
    const script = await readFile(worker, 'utf8');
    for (const build of ['older', 'newer']) {
      const answer = `chrome.runtime.onMessage.addListener((_, __, answer) => answer('${build}'));\n`;
      await writeFile(worker, answer + script);
      const { context, extensionId } = await launch({
        extensionDir,
        userDataDir: info.outputPath('profile'),
      });
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/options.html`);
      expect(await page.evaluate(() => chrome.runtime.sendMessage('which'))).toBe(build);
      await context.close();
    }
  },
);
