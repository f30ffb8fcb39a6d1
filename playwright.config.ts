import { defineConfig } from '@playwright/test';

/** End-to-end tests against the built extension; they launch their own browser (scripts/lib/launch.mjs). */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: { screenshot: 'only-on-failure' },
});
