import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { PATIENCE } from './scripts/lib/until.mjs';

/** Tests run in Node; one that needs a DOM says so in its first line: `// @vitest-environment happy-dom`. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    setupFiles: ['tests/setup.ts'],
    pool: 'threads', // they start faster than processes: that saves a sixth of the time
    maxWorkers: '100%', // of the cores: by default one of them is left idle
    // Only a test that hangs takes so long, also on a machine that has much else to do; ten thousand histories take longer.
    testTimeout: process.env.OFFPRINT_LONG ? 60 * PATIENCE : PATIENCE,
    hookTimeout: PATIENCE,
  },
});
