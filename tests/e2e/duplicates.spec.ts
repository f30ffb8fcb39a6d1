/** Likely duplicates, and the person's word on them: one paper, two papers, and apart again. */
import type { Page } from '@playwright/test';
import { filePaper } from '@/tests/storage/papers';
import { importPapers } from './import-papers';
import { expect, test } from './offprint';

/** Of one title and with six years between them: perhaps one paper, perhaps two. */
const twice = (name: string, title: string) => [
  filePaper({ id: `openreview:${name}`, identifiers: { openreview: name }, title, publishedAt: '2009' }),
  filePaper({
    id: `title:${title.toLowerCase().replaceAll(' ', '')}`,
    identifiers: {},
    title,
    publishedAt: '2015',
    venue: 'Quay',
  }),
];
const PAPERS = [
  ...twice('lamps', 'Lamps on moored boats in fog'),
  ...twice('salt', 'Salt on the window of a lighthouse'),
];

const pair = (panel: Page, title: string) => panel.getByRole('article', { name: title });

async function show(panel: Page, view: string): Promise<void> {
  await panel.evaluate((hash) => {
    location.hash = hash;
  }, `#/${view}`);
}

test('a pair is joined with a choice, taken apart, and told to be two papers for good', async ({
  offprint,
}, info) => {
  const panel = await offprint.openPanel();
  await importPapers(panel, PAPERS, info);
  await show(panel, 'duplicates');
  await expect(panel.getByRole('article')).toHaveCount(2, { timeout: 15_000 });
  const [lamps, salt] = [pair(panel, 'Lamps on moored boats in fog'), pair(panel, 'Salt on the window')];
  await lamps.getByRole('radio', { name: '2015' }).check();
  await lamps.getByRole('button', { name: 'Same paper' }).click();
  await expect(panel.getByRole('article')).toHaveCount(1);
  await show(panel, '');
  await expect(panel.getByRole('status')).toHaveText('3 papers');

  await panel.getByRole('link', { name: 'Lamps on moored boats in fog' }).click();
  const page = panel.locator('.paper-page');
  await expect(page).toContainText('2015');
  await page.getByRole('button', { name: 'Take apart' }).click();
  await expect(page.getByRole('button', { name: 'Take apart' })).toBeHidden();
  await show(panel, '');
  await expect(panel.getByRole('status')).toHaveText('4 papers');

  await show(panel, 'duplicates');
  await salt.getByRole('button', { name: 'Two papers' }).click();
  await expect(salt).toBeHidden();
  await panel.reload();
  await expect(panel.getByRole('heading', { name: 'Duplicates', exact: true })).toBeAttached();
  await expect(salt).toBeHidden();
  await show(panel, '');
  await expect(panel.getByRole('status')).toHaveText('4 papers');
});
