import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { scriptText } from './scripts/lib/script-text.mjs';
import { PATIENCE } from './scripts/lib/until.mjs';

const ALL = 'tests/**/*.test.{ts,tsx}';
const SHARED = ['tests/utils/**/*.test.ts', 'tests/storage/**/*.test.ts'];
/** They put others in the place of modules, which may be loaded already where modules are shared. */
const MOCKING = [
  'tests/storage/search/page/paper-cache.test.ts',
  'tests/storage/search/upkeep/while-merging.test.ts',
];

/** Tests run in Node; one that needs a DOM says so in its first line: `// @vitest-environment happy-dom`. */
export default defineConfig({
  plugins: [WxtVitest(), scriptText()],
  test: {
    // Pure code and the database leave nothing behind, so their tests share the modules that they load: that saves a
    // quarter of the time. Views and entrypoints mock modules and keep state.
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, exclude: MOCKING, isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: [ALL], exclude: [...SHARED, 'tests/e2e/**'] },
      },
      {
        extends: true,
        test: { name: 'mocking', include: MOCKING },
      },
    ],
    css: { include: /\?inline/ }, // texts; other sheets are empty here
    setupFiles: ['tests/setup.ts'],
    pool: 'threads', // they start faster than processes: that saves a sixth of the time
    maxWorkers: '100%', // of the cores: by default one of them is left idle
    // Only a test that hangs takes so long, also on a machine that has much else to do; ten thousand histories take longer.
    testTimeout: process.env.OFFPRINT_LONG ? 60 * PATIENCE : PATIENCE,
    hookTimeout: PATIENCE,
  },
});
