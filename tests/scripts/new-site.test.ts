import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

const SCRIPT = resolve('scripts/new-site.mjs');
const REGISTRY = 'utils/reading/sites/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'utils/reading/sites'), { recursive: true });
  cpSync(REGISTRY, join(folder, REGISTRY));
});

const begin = (...args: string[]) =>
  execFileSync(process.execPath, [SCRIPT, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
const content = (path: string) => readFileSync(join(folder, path), 'utf8');

test('a site begins with a reader, a content script, a test, a page and its place in the registry', () => {
  begin('lamp-news', "Lamps' news", 'https://lamps.example/new/*');
  expect(content('utils/reading/sites/lamp-news.ts')).toContain("matches: ['https://lamps.example/new/*']");
  expect(content('entrypoints/lamp-news.content.ts')).toContain('watchListing(lampNews)');
  expect(content('tests/utils/reading/sites/lamp-news.test.ts')).toContain('describeSite(lampNews)');
  expect(content('tests/fixtures/lamp-news/list.html')).toContain('<!-- https://lamps.example/new/ -->');
  expect(content('tests/fixtures/lamp-news/list.expected.json')).toBe('[]\n');
  expect(content(REGISTRY)).toContain("import { lampNews } from './lamp-news';\n");
  expect(content(REGISTRY)).toMatch(/SITES.*, lampNews\];/);
});

test.each([
  [[], 'Say which site'],
  [['lamps', 'Lamps', 'lamps.example'], 'Say which site'],
])('%j is refused in a sentence, and nothing is changed', (args, words) => {
  expect(() => begin(...args)).toThrow(words);
  expect(content(REGISTRY)).toBe(readFileSync(REGISTRY, 'utf8'));
  expect(existsSync(join(folder, 'tests'))).toBe(false);
});
