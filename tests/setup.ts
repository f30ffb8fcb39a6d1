/** Gives unit tests the words of the extension: `browser.i18n` reads what the build would put into `_locales/en`. */
import { readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import fc from 'fast-check';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const words = generateChromeMessages(
  parseMessagesText(readFileSync('assets/locales/en.yml', 'utf8'), 'YAML'),
);

// The same examples in every run, so that a failure is met by whoever caused it; `FC_SEED=… npx vitest` looks further.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });

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
