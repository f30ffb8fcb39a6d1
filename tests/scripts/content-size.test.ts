import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { checkContentSize } from '@/scripts/lib/content-size.mjs';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

/** A build with content scripts of these sizes. */
async function buildWith(sizes: Record<string, number>): Promise<string> {
  const build = await mkdtemp(join(tmpdir(), 'offprint-build-'));
  onTestFinished(() => rm(build, { recursive: true }));
  await mkdir(join(build, 'content-scripts'));
  for (const [name, size] of Object.entries(sizes))
    await writeFile(join(build, 'content-scripts', name), 'x'.repeat(size));
  return build;
}

test('sites whose script and the shared one are below the budget pass, each as one test', async () => {
  const build = await buildWith({
    'listing.js': 20_000,
    'arxiv.js': 4_999,
    'huggingface.js': 10,
    'arxiv.css': 90_000,
  });
  expect(await checkContentSize([build, build])).toEqual({ passed: 4, failed: 0, skipped: 0 });
});

test('a site whose scripts reach the budget fails, with their names and size', async () => {
  const build = await buildWith({ 'listing.js': 20_000, 'arxiv.js': 5_000, 'huggingface.js': 10 });
  expect(await checkContentSize([build])).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(console.log).toHaveBeenCalledWith(
    expect.stringContaining('listing.js and arxiv.js: 25000 of 25000 bytes; what'),
  );
});

test('a build without content scripts is no success', async () => {
  await expect(checkContentSize([await buildWith({})])).rejects.toThrow('was it built?');
  await expect(checkContentSize(['no-such-build'])).rejects.toThrow('was it built?');
});
