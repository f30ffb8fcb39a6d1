import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageReport } from '@/components/browser/page-report';

afterEach(() => void vi.restoreAllMocks());

const TAB = 7;

/** What running a script in a tab gives. */
function giveBack(results: () => Promise<unknown>) {
  const executeScript = vi.fn(results);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  return executeScript;
}

test('runs the report in the top frame of the tab, and gives its text', async () => {
  const run = giveBack(async () => [{ frameId: 0, result: '<main>…</main>' }]);
  expect(await pageReport(TAB)).toBe('<main>…</main>');
  expect(run.mock.calls).toEqual([[{ target: { tabId: TAB }, files: ['/report.js'] }]]);
});

test.each<[string, () => Promise<unknown>]>([
  ['the page is gone', () => Promise.reject(new Error('No tab with id: 7.'))],
  ['the script ran nowhere', async () => []],
  ['the script failed', async () => [{ frameId: 0, result: undefined }]],
])('fails if %s', async (_, results) => {
  giveBack(results);
  await expect(pageReport(TAB)).rejects.toThrow();
});
