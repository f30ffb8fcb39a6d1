import type { GeneratedI18nStructure } from '#i18n';
import { browser } from '#imports';

/** Words from assets/locales, without the library that our own pages use: every listing would load it for plurals alone. */
export function words(key: keyof GeneratedI18nStructure, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key.replaceAll('.', '_') as never, values.map(String));
}
