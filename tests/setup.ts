/** Gives unit tests the words of the extension: `browser.i18n` reads what the build would put into `_locales/en`. */
import { readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const words = generateChromeMessages(
  parseMessagesText(readFileSync('assets/locales/en.yml', 'utf8'), 'YAML'),
);

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
