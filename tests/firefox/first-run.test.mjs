import assert from 'node:assert/strict';
import { until } from '@/scripts/lib/until.mjs';
import { click, openOwnPage, type } from './own-page.mjs';
import { testInFirefox } from './scene.mjs';

testInFirefox('the first run: its button saves, its search finds', async ({ firefox }) => {
  await openOwnPage(firefox, 'welcome.html');
  const size = await firefox.run(
    `const { width, height } = document.querySelector('offprint-save').getBoundingClientRect(); return [width, height];`,
  );
  assert.deepEqual(size, [92, 28]);
  const button = await firefox.pierce(
    `return document.querySelector('offprint-save').openOrClosedShadowRoot.querySelector('button');`,
  );
  await firefox.send('WebDriver:ElementClick', { id: Object.values(button)[0] });
  await type(firefox, 'input[type=search]', 'kettle');
  await until(
    async () => (await firefox.run(`return document.querySelector('.found h3')?.textContent`)) ?? undefined,
    'the sample is not found',
  );
});

testInFirefox(
  'options hold on other pages; shortcuts have a way to the browser’s page',
  async ({ firefox }) => {
    const options = await openOwnPage(firefox, 'options.html');
    const scheme = () => firefox.run('return getComputedStyle(document.documentElement).colorScheme;');
    await firefox.run(
      `[...document.querySelectorAll('label')].find((one) => one.textContent === 'Dark').click();`,
    );
    assert.equal(await scheme(), 'dark');
    const keys = await firefox.run(
      `return [...document.querySelectorAll('kbd')].map((one) => one.textContent);`,
    );
    assert.ok(
      ['Alt+Shift+O', 'Alt+Shift+P', 'Alt+Shift+F', 'Alt+Shift+D'].every((key) => keys.includes(key)),
      keys.join(),
    );
    await openOwnPage(firefox, 'sidepanel.html');
    assert.equal(await scheme(), 'dark');
    await firefox.goTo(options);
    await firefox.newTab(() => click(firefox, 'Change shortcuts'));
    await until(
      async () =>
        (await firefox.chrome('return gBrowser.currentURI.spec;')).startsWith('about:addons') || undefined,
      'the page of shortcuts did not open',
    );
  },
);
