import assert from 'node:assert/strict';
import { until } from '@/scripts/lib/until.mjs';
import { cardButtons, openListing, press, SAVE, SAVE_ALL, SAVED, waitForUnsaved } from './listing.mjs';
import { exportJson, openOwnPage, titles, type, waitForStatus } from './own-page.mjs';
import { testInFirefox } from './scene.mjs';

const CARDS = 32;

testInFirefox('save one, save all, reload, go offline, find, export; the popup', async (scene) => {
  const { firefox, downloads } = scene;
  await openListing(firefox);
  await press(firefox, SAVE, 0);
  await waitForUnsaved(firefox, CARDS - 1);
  await press(firefox, SAVE_ALL);
  await waitForUnsaved(firefox, 0);

  await firefox.send('WebDriver:Refresh');
  await waitForUnsaved(firefox, 0);
  await until(
    async () => (await cardButtons(firefox)).filter((name) => name.startsWith(SAVED)).length === CARDS,
    'the marks are gone after the reload',
  );

  await firefox.chrome('Services.io.offline = true;');
  const panel = await openOwnPage(firefox, 'sidepanel.html');
  await waitForStatus(firefox, `${CARDS} papers`);
  await type(firefox, 'input[type=search]', 'zeptonewton');
  await waitForStatus(firefox, '1 paper');
  assert.equal((await titles(firefox)).length, 1);

  await openOwnPage(firefox, 'popup.html');
  await until(async () => (await titles(firefox)).length > 0, 'the popup lists nothing');

  await firefox.goTo(panel);
  const { papers } = await exportJson(firefox, downloads);
  assert.equal(papers.length, CARDS);
  assert.ok(papers.every((paper) => paper.abstract && paper.sources[0]?.listedAt === '2026-09-28'));
});
