import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { until } from '@/scripts/lib/until.mjs';
import { openListing, press, SAVE_ALL, waitForUnsaved } from '../listing.mjs';
import { exportAs, openOwnPage, type, waitForStatus } from '../own-page.mjs';
import { testInFirefox } from '../scene.mjs';

/** The key by its code in WebDriver: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const ESCAPE = '\uE00C';

testInFirefox(
  'an exported page opens from the disk, searches offline and asks for nothing',
  async (scene) => {
    const { firefox, downloads } = scene;
    await openListing(firefox);
    await press(firefox, SAVE_ALL);
    await waitForUnsaved(firefox, 0);
    await openOwnPage(firefox, 'sidepanel.html');
    await waitForStatus(firefox, '32 papers');
    const url = pathToFileURL(await exportAs(firefox, downloads, 'HTML')).href;

    await firefox.chrome('Services.io.offline = true;');
    await firefox.send('WebDriver:Navigate', { url });
    const found = () => firefox.run(`return document.querySelectorAll('#papers h2').length;`);
    const waitForCount = (/** @type {string} */ words) =>
      until(
        async () => (await firefox.run(`return document.querySelector('#count').textContent;`)) === words,
        `the count does not become "${words}"`,
      );
    await waitForCount('32 papers');
    await type(firefox, '#words', 'zeptonewton');
    await waitForCount('1 of 32 papers');
    assert.equal(await found(), 1);
    assert.match(
      await firefox.run(`return document.querySelector('.entry-excerpt').textContent;`),
      /zeptonewton/i,
    );
    await type(firefox, '#words', ESCAPE);
    await waitForCount('32 papers');
    assert.equal(await found(), 32);
    await firefox.run(`document.querySelector('summary').click();`);
    assert.equal(await firefox.run(`return document.querySelector('details').open;`), true);
    const asked = await firefox.run(
      `return performance.getEntriesByType('resource').map(({ name }) => name);`,
    );
    assert.deepEqual(asked, []);
  },
);
