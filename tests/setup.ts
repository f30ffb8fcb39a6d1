/** Gives unit tests the words of the extension by `browser.i18n`. */
import fc from 'fast-check';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PATIENCE } from '@/scripts/lib/until.mjs';
import { runs } from './long';
import { words } from './words'; // read once where tests share modules, this file for each of them

// The same examples in every run, so that a failure is met by whoever caused it; `FC_SEED=… npx vitest` looks further.
// A property that names no number of runs has this.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122), numRuns: runs(500) });

// A test waits for what it needs; only what hangs takes so long, and says what it waited for before its test is given up.
// By default it is a second, too little on a busy machine, and it is asked every 50 ms only.
const { waitFor } = vi;
vi.waitFor = (ask, options) =>
  waitFor(ask, {
    timeout: PATIENCE / 2,
    interval: 5,
    ...(typeof options === 'number' ? { timeout: options } : options),
  });

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name, substitutions = []) =>
    [substitutions]
      .flat()
      .reduce<string>(
        (text, value, index) => text.replaceAll(`$${index + 1}`, String(value)),
        words[name]?.message ?? '',
      ),
  );
});
