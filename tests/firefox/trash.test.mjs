import assert from 'node:assert/strict';
import { until } from '@/scripts/lib/until.mjs';
import { openListing, press, SAVE_ALL, waitForUnsaved } from './listing.mjs';
import { click, openOwnPage, titles, type, waitForStatus } from './own-page.mjs';
import { testInFirefox } from './scene.mjs';

testInFirefox('a removed paper is restored from the trash', async ({ firefox }) => {
  await openListing(firefox);
  await press(firefox, SAVE_ALL);
  await waitForUnsaved(firefox, 0);
  await openOwnPage(firefox, 'sidepanel.html');
  await waitForStatus(firefox, '32 papers');
  await type(firefox, 'li h2 a', '#');
  await waitForStatus(firefox, '31 papers');
  await click(firefox, 'Trash');
  const removed = async () => ((await titles(firefox)).length === 1 ? titles(firefox) : undefined);
  const [title] = await until(removed, 'the trash does not list one paper').catch(async (error) => {
    throw new Error(
      `${error.message}; the page says: ${await firefox.run('return document.body.innerText')}`,
    );
  });
  await click(firefox, 'Restore:.*');
  await until(async () => !(await titles(firefox)).includes(title ?? ''), 'the paper stays in the trash');
  await click(firefox, 'Trash');
  await waitForStatus(firefox, '32 papers');
  assert.ok((await titles(firefox)).includes(title ?? ''));
});
