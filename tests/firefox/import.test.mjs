import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { openListing, press, SAVE_ALL, waitForUnsaved } from './listing.mjs';
import { click, exportJson, openOwnPage, type, waitForStatus } from './own-page.mjs';
import { testInFirefox } from './scene.mjs';

testInFirefox(
  'a library moves by its file to another profile: preview, import, the same export',
  async (scene) => {
    await openListing(scene.firefox);
    await press(scene.firefox, SAVE_ALL);
    await waitForUnsaved(scene.firefox, 0);
    await openOwnPage(scene.firefox, 'sidepanel.html');
    await waitForStatus(scene.firefox, '32 papers');
    const { path, papers } = await exportJson(scene.firefox, scene.downloads);
    const file = `${scene.downloads}.json`; // out of the way of the second export
    await rename(path, file);

    const firefox = await scene.restart('fresh');
    await openListing(firefox);
    await waitForUnsaved(firefox, 32);
    const { value: listing } = await firefox.send('WebDriver:GetWindowHandle');
    await openOwnPage(firefox, 'sidepanel.html');
    await click(firefox, 'Import');
    await type(firefox, 'input[type=file]', file);
    await click(firefox, 'Import 32 papers');
    await waitForStatus(firefox, 'Imported: 32 new, 0 merged');
    assert.deepEqual((await exportJson(firefox, scene.downloads)).papers, papers);
    await firefox.goTo(listing);
    await waitForUnsaved(firefox, 0);
  },
);
