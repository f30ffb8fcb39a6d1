/** The words of the extension, as the build would put them into `_locales/en`. */
import { readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';

export const words = generateChromeMessages(
  parseMessagesText(readFileSync('assets/locales/en.yml', 'utf8'), 'YAML'),
);
