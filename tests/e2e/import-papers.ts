import { writeFile } from 'node:fs/promises';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { at } from '@/tests/storage/cards';
import { writeJson } from '@/utils/formats/json/json';
import type { ExportedPaper } from '@/utils/paper/schema';

/** Imports papers from a file, as a person does, and goes back to the list. The library was empty before. */
export async function importPapers(
  panel: Page,
  papers: readonly ExportedPaper[],
  info: TestInfo,
): Promise<void> {
  const path = info.outputPath('papers.json');
  await writeFile(path, writeJson([...papers], at(0)));
  const count = `${papers.length.toLocaleString('en')} paper${papers.length === 1 ? '' : 's'}`;
  const view = panel.getByRole('button', { name: 'Import', exact: true });
  await view.click();
  await panel.locator('input[type=file]').setInputFiles(path);
  await panel.getByRole('button', { name: `Import ${count}` }).click();
  await expect(panel.getByRole('status')).toContainText(
    `Imported: ${papers.length.toLocaleString('en')} new`,
  );
  await view.click();
  await expect(panel.getByRole('status')).toHaveText(count);
}
