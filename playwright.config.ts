import { defineConfig } from '@playwright/test';
import { PATIENCE } from './scripts/lib/until.mjs';
import { LONG, ONLY_LONG } from './tests/long';

/**
 * End-to-end tests against the built extension; they launch their own browser (scripts/lib/launch.mjs). Limits are for
 * what hangs: a test waits for what it needs, and a machine may have much else to do.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  grepInvert: LONG ? [] : new RegExp(ONLY_LONG.tag),
  outputDir: 'test-results',
  timeout: 15 * 60_000,
  expect: { timeout: PATIENCE },
  workers: 3, // a browser each: while one waits, others work
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: { screenshot: 'only-on-failure' },
});
