import { openListing, press, SAVE_ALL, waitForUnsaved } from '../listing.mjs';
import { click, openOwnPage, type, waitForStatus } from '../own-page.mjs';
import { testInFirefox } from '../scene.mjs';

testInFirefox('a removal is undone from the history after a restart of the browser', async (scene) => {
  await openListing(scene.firefox);
  await press(scene.firefox, SAVE_ALL);
  await waitForUnsaved(scene.firefox, 0);
  await openOwnPage(scene.firefox, 'sidepanel.html');
  await waitForStatus(scene.firefox, '32 papers');
  await type(scene.firefox, 'li h2 a', '#');
  await waitForStatus(scene.firefox, '31 papers');

  const firefox = await scene.restart();
  await openListing(firefox);
  await waitForUnsaved(firefox, 1);
  const listing = await firefox.send('WebDriver:GetWindowHandle');
  await openOwnPage(firefox, 'sidepanel.html');
  await waitForStatus(firefox, '31 papers');
  await click(firefox, 'History');
  await click(firefox, 'Undo'); // the first one: what was done last
  await click(firefox, 'History');
  await waitForStatus(firefox, '32 papers');
  await firefox.goTo(listing.value);
  await waitForUnsaved(firefox, 0);
  await press(firefox, 'Undo what was last saved'); // now that is "Save all"
  await waitForUnsaved(firefox, 32);
});
