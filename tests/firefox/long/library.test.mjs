import assert from 'node:assert/strict';
import { until } from '@/scripts/lib/until.mjs';
import { openListing, press, SAVE_ALL, waitForUnsaved } from '../listing.mjs';
import { click, openOwnPage, type, waitForStatus } from '../own-page.mjs';
import { testInFirefox } from '../scene.mjs';

const ADDRESS = 'return location.href';

testInFirefox(
  'the panel leads to one full page, which holds its place through Reload and Back',
  async ({ firefox }) => {
    await openListing(firefox);
    await press(firefox, SAVE_ALL);
    await waitForUnsaved(firefox, 0);
    const panel = await openOwnPage(firefox, 'sidepanel.html');
    await waitForStatus(firefox, '32 papers');
    await type(firefox, 'input[type=search]', 'zeptonewton');
    await waitForStatus(firefox, '1 paper');

    const full = await firefox.newTab(() => click(firefox, 'Open full page'));
    await waitForStatus(firefox, '1 paper');
    assert.match(await firefox.run(ADDRESS), /library\.html#\/\?q=zeptonewton$/);
    await firefox.send('WebDriver:Refresh');
    await waitForStatus(firefox, '1 paper');

    await firefox.goTo(panel);
    await type(firefox, 'input[type=search]', ' author:nobody');
    await waitForStatus(firefox, '0 papers');
    const tabs = (await firefox.send('WebDriver:GetWindowHandles')).length;
    await click(firefox, 'Open full page');
    await firefox.goTo(full);
    await waitForStatus(firefox, '0 papers');
    assert.equal((await firefox.send('WebDriver:GetWindowHandles')).length, tabs);
    await firefox.run('history.back()');
    await waitForStatus(firefox, '1 paper');
    await until(async () => /q=zeptonewton$/.test(await firefox.run(ADDRESS)), 'Back leads elsewhere');
  },
);
