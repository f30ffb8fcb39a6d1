/** Many papers at once: selected by keys and clicks, tagged, marked, removed, and each of it undone as one step. */
import type { Page } from '@playwright/test';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { ONLY_LONG } from '@/tests/long';
import { fill, told } from './fill';
import { expect, exportedJson, test } from './offprint';

const PAPERS = 5000;
const MANY = PAPERS.toLocaleString('en');
const rows = (panel: Page) => panel.getByRole('list', { name: 'Results' }).getByRole('listitem');
const bar = (panel: Page) => panel.getByRole('region', { name: 'Selected papers' });
const titleOf = (panel: Page, place: number) => rows(panel).nth(place).getByRole('link').first();

async function selectAll(panel: Page, many: string): Promise<void> {
  await panel.getByRole('button', { name: 'More', exact: true }).first().click();
  await panel.getByRole('menuitem', { name: 'Select papers' }).click();
  await bar(panel)
    .getByRole('button', { name: `Select all ${many}` })
    .click();
  await expect(bar(panel)).toContainText(`${many} selected`);
}

async function search(panel: Page, query: string, papers: number): Promise<void> {
  await panel.getByRole('searchbox').fill(query);
  await expect(panel.getByRole('status')).toHaveText(told(papers));
}

test('papers are selected by keys, clicks and ranges; what is done with them is one step', async ({
  offprint,
}) => {
  const panel = await offprint.openPanel();
  await fill(panel, 60);
  await titleOf(panel, 1).focus();
  await panel.keyboard.press('x');
  await expect(bar(panel)).toContainText('1 selected');
  await panel.keyboard.press('j');
  await panel.keyboard.press('j');
  await panel.keyboard.press('Shift+X');
  await expect(bar(panel)).toContainText('3 selected');
  // Beside the names, which are buttons.
  await rows(panel)
    .nth(5)
    .click({ modifiers: ['ControlOrMeta'], position: { x: 200, y: 3 } });
  await rows(panel)
    .nth(7)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar(panel)).toContainText('6 selected');

  await bar(panel).getByRole('button', { name: 'Tags' }).click();
  await panel.getByRole('combobox', { name: 'Add tag' }).fill('workshop');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText(/^Tagged 6 papers/)).toBeVisible();
  await expect(panel.getByRole('checkbox', { name: 'workshop' })).toBeChecked();
  await panel.keyboard.press('Escape');

  await bar(panel).getByRole('button', { name: 'Status' }).click();
  await panel.getByRole('menuitem', { name: 'Mark as read', exact: true }).click();
  await expect(panel.getByText('Marked 6 papers as read')).toBeVisible();
  const out = panel.waitForEvent('download');
  await bar(panel).getByRole('button', { name: 'More for the selected papers' }).click();
  await panel.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(panel.getByRole('radio', { name: 'The 6 selected papers' })).toBeChecked();
  await panel.getByRole('button', { name: 'Download' }).click();
  await out;
  await panel.getByRole('button', { name: 'Close' }).click();

  await bar(panel).getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByRole('status')).toHaveText(told(54));
  await expect(bar(panel)).toContainText('0 selected');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('status')).toHaveText(told(60));
  await titleOf(panel, 0).focus();
  await panel.keyboard.press('Escape');
  await expect(bar(panel)).toBeHidden();
});

test(
  'a change of many papers, and its undo, go on by themselves after the worker was stopped',
  ONLY_LONG,
  async ({ offprint }) => {
    const panel = await offprint.openPanel();
    await fill(panel, 1000);
    await selectAll(panel, '1,000');
    await bar(panel).getByRole('button', { name: 'Tags' }).click();
    await panel.getByRole('combobox', { name: 'Add tag' }).fill('everything');
    await panel.keyboard.press('Enter');
    await expect(panel.getByText(/^Changing…/)).toBeVisible();
    await stopWorker(offprint.context);
    await expect(panel.getByText('Tagged 1,000 papers with everything')).toBeVisible();
    await panel.keyboard.press('Escape');
    await expect(rows(panel).first()).toContainText('everything');

    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByText(/^Undoing…/)).toBeVisible();
    await stopWorker(offprint.context);
    await expect(panel.getByText(/^Undoing…/)).toBeHidden();
    await search(panel, 'tag:everything', 0);
    await search(panel, '', 1000);
  },
);

test(
  'thousands of papers are tagged at once with progress, which can be cancelled, and undone',
  ONLY_LONG,
  async ({ offprint }) => {
    test.slow();
    const panel = await offprint.openPanel();
    await fill(panel, PAPERS);
    const before = await exportedJson(panel);
    await selectAll(panel, MANY);
    await bar(panel).getByRole('button', { name: 'Tags' }).click();
    await panel.getByRole('combobox', { name: 'Add tag' }).fill('everything');
    await panel.keyboard.press('Enter');
    await expect(panel.getByText(/^Changing…/)).toBeVisible();
    await expect(panel.getByText(`Tagged ${MANY} papers with everything`)).toBeVisible({ timeout: 60_000 });
    await panel.keyboard.press('Escape');
    await expect(rows(panel).first()).toContainText('everything');

    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByText(/^Undoing…/)).toBeVisible();
    await expect(panel.getByText(/^Undoing…/)).toBeHidden({ timeout: 60_000 });
    await search(panel, 'tag:everything', 0);

    await search(panel, '', PAPERS);
    await selectAll(panel, MANY);
    await bar(panel).getByRole('button', { name: 'Remove' }).click();
    await expect(panel.getByText(/^Removing…/)).toBeVisible();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(panel.getByText(/^Undoing…/)).toBeVisible();
    await expect(panel.getByText(/^Undoing…/)).toBeHidden({ timeout: 60_000 });
    await expect(panel.getByRole('status')).toHaveText(told(PAPERS));
    const after = await exportedJson(panel);
    expect({ ...(after as object), exportedAt: 0 }).toEqual({ ...(before as object), exportedAt: 0 });
  },
);
