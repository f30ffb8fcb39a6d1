import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { scriptText } from './scripts/lib/script-text.mjs';
import { TestOrder } from './scripts/lib/test-order.mjs';
import { PATIENCE } from './scripts/lib/until.mjs';

/** They leave nothing behind in the modules that they load. */
const SHARED = ['tests/utils/**/*.test.ts', 'tests/storage/**/*.test.ts'];
const VIEWS = ['tests/components/**/*.test.{ts,tsx}'];
/** But for these, for which every module is loaded anew. */
const ALONE = [
  // They put others in the place of modules, which may be loaded already where modules are shared.
  'tests/storage/search/page/paper-cache.test.ts',
  'tests/storage/search/upkeep/while-merging.test.ts',
  'tests/components/options/options-page.test.tsx',
  'tests/components/paper/note-field.test.tsx',
  'tests/components/paper/tags-field.test.tsx',
  'tests/components/shell/export-menu.test.tsx',
  'tests/components/shell/full-page-button.test.tsx',
  'tests/components/shell/shell.test.tsx',
  'tests/components/views/collect/collect-view.test.tsx',
  'tests/components/views/paper/paper-view.test.tsx',
  // What it keeps would stay for all.
  'tests/components/browser/tab-in-front.test.ts',
  // It watches every member of the DOM.
  'tests/utils/reading/shadowed.test.ts',
  // They fire `change`; where any component has loaded preact/compat, the testing library makes that `input`.
  'tests/components/export/export-dialog.test.tsx',
  'tests/components/parts/checked-field.test.tsx',
  'tests/components/views/import/import-preview.test.tsx',
  'tests/components/views/import/import-view.test.tsx',
  'tests/components/views/import/reading-choices.test.tsx',
  'tests/components/views/paper/citation-key.test.tsx',
  'tests/components/views/paper/edit-field.test.tsx',
  'tests/components/views/paper/identifiers-field.test.tsx',
  'tests/components/views/papers/list-line.test.tsx',
];
const CLEANUP = 'tests/components/cleanup.ts';

/** Tests run in Node; one that needs a DOM says so in its first line: `// @vitest-environment happy-dom`. */
export default defineConfig({
  plugins: [WxtVitest(), scriptText()],
  test: {
    // Pure code, the database and views share the modules that they load: that saves a third of the time. What runs in
    // the background and on pages keeps state.
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, exclude: ALONE, isolate: false } },
      {
        extends: true,
        test: { name: 'views', include: VIEWS, exclude: ALONE, isolate: false, setupFiles: [CLEANUP] },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...SHARED, ...VIEWS, 'tests/e2e/**'],
        },
      },
      { extends: true, test: { name: 'alone views', include: ALONE, setupFiles: [CLEANUP] } },
    ],
    sequence: { sequencer: TestOrder }, // or modules are shared by few
    css: { include: /\?inline/ }, // texts; other sheets are empty here
    setupFiles: ['tests/setup.ts'],
    pool: 'threads', // they start faster than processes: that saves a sixth of the time
    maxWorkers: '100%', // of the cores: by default one of them is left idle
    // Only a test that hangs takes so long, also on a machine that has much else to do; thousands of histories take longer.
    testTimeout: process.env.OFFPRINT_LONG || process.env.OFFPRINT_REPORT ? 60 * PATIENCE : PATIENCE,
    hookTimeout: PATIENCE,
  },
});
