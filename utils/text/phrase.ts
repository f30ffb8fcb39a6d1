/** Finds words that follow one another, however they are joined: `pre-training set` in “a pretraining set”. */
import { phraseTerms } from './tokens';

/** A text's letters without the gaps between its words, and where words end (UTF-16 units; 0 is an end, too). */
export interface Row {
  letters: string;
  ends: ReadonlySet<number>;
}

/** The words of a text, in a row. */
export function rowOf(text: string): Row {
  const terms = phraseTerms(text);
  const ends = new Set([0]);
  let end = 0;
  for (const term of terms) {
    end += term.length;
    ends.add(end);
  }
  return { letters: terms.join(''), ends };
}

/** Whether the words of `phrase` follow one another in `text`, from the start of a word to the end of one. */
export function hasInRow(text: string, phrase: Row): boolean {
  const { letters, ends } = rowOf(text);
  for (let at = letters.indexOf(phrase.letters); at >= 0; at = letters.indexOf(phrase.letters, at + 1))
    if (ends.has(at) && ends.has(at + phrase.letters.length)) return true;
  return false;
}
