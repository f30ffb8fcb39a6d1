/** The months by their names in many languages, as the browser knows them. */
import { fold } from '@/utils/text/fold';

const LANGUAGES =
  'en de fr es it pt ca ro nl sv da nb fi is pl cs sk sl hr hu tr ru uk bg el id vi et lv lt eu gl'.split(
    ' ',
  );
/** Shorter names of months are other words in other languages. */
const SHORTEST = 3;

let known: Map<string, number> | undefined;

/** The number of the month, 1 to 12, that a word names in full or short, with or without accents; undefined if it names none. */
export function monthOf(word: string): number | undefined {
  known ??= monthWords();
  return known.get(fold(word)) || undefined;
}

/** A word that names one month here and another there, as `listopad` does, is 0. */
function monthWords(): Map<string, number> {
  const words = new Map<string, number>();
  for (const language of LANGUAGES)
    for (const month of ['long', 'short'] as const)
      for (const options of [{ month }, { day: 'numeric', month }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
        for (let number = 1; number <= 12; number++)
          for (const { type, value } of format.formatToParts(Date.UTC(2021, number - 1, 15))) {
            const word = fold(value.replace(/\.$/, ''));
            if (type !== 'month' || word.length < SHORTEST || !/^\p{L}+$/u.test(word)) continue;
            words.set(word, (words.get(word) ?? number) === number ? number : 0);
          }
      }
  return words;
}
