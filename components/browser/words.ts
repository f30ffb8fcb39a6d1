/** The words of our own pages. Every number that they hold is written as the language of the words writes it. */
import { i18n as words } from '#i18n';

type Filled = string | number;
type Lookup = (key: string, ...given: readonly (number | readonly Filled[])[]) => string;

const find = words.t as unknown as Lookup;

/** Words in which nothing is filled in. A row has a dozen, and the browser looks up each of them anew. */
const fixed = new Map<string, string>();

/** Looks words up by key, as the library does; a number that only chooses the plural is filled in as well. */
const withNumbers: Lookup = (key, ...given) => {
  const [count] = given;
  if (given.length === 0) {
    const words = fixed.get(key) ?? find(key);
    fixed.set(key, words);
    return words;
  }
  const filled = given.length === 1 && typeof count === 'number' ? [count, [count]] : given;
  return find(key, ...filled.map((one) => (typeof one === 'number' ? one : one.map(written))));
};

/** The words by key; numbers that are filled in get separators. */
export const i18n = { t: withNumbers as unknown as typeof words.t };

let separated: Intl.NumberFormat | undefined;

/** A number with separators. */
export function number(value: number): string {
  separated ??= new Intl.NumberFormat(language()); // to make one takes long
  return separated.format(value);
}

function written(filled: Filled): string {
  return typeof filled === 'number' ? number(filled) : filled;
}

/**
 * A share (0 to 1) as whole percents. It is rounded down, since only what is complete is 100%, but not for the error of
 * a product: 0.29 × 100 is 28.999….
 */
export function percent(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(Math.floor(share * 100 + 1e-9) / 100);
}

/** That of the words, which the browser's own language need not be: “2.025 papers” would say something else. */
export function language(): string {
  return words.t('language');
}
