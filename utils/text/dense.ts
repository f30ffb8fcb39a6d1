/**
 * Scripts written without spaces between words, and Korean, whose words include grammatical endings. They are read in
 * pairs of letters, because where a word ends differs between dictionaries and their versions.
 */
import { withoutAccents } from './fold';
import { simplified } from './han';

/** A letter of such a script (a pattern for the `v` flag). Marks that follow belong to it. */
export const DENSE = String.raw`[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]&&\p{L}]`;

const SINGLE = new RegExp(String.raw`^${DENSE}\p{M}*$`, 'v');
/** Nearly all letters: each is its only spelling. */
const PLAIN = /^[\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3]$/;
const LONG_MARK = 'ー';
/** From so many letters on, people write the long mark behind them or not: `サーバー`, `コンピュータ`. */
const LONG_WORD = 3;

/** A letter with its marks, in the spelling that is compared. Places are in UTF-16 units, `end` exclusive. */
interface Letter {
  text: string;
  start: number;
  end: number;
  /** Whether it is a long mark that others leave out. */
  loose: boolean;
}

/** A term of a run, and whether a query for the run asks for it. */
export interface DenseTerm {
  term: string;
  start: number;
  end: number;
  asked: boolean;
}

/** Whether a term is a single letter, which is found as the first of a pair. */
export function isSingleLetter(term: string): boolean {
  return SINGLE.test(term);
}

/**
 * Pairs of adjacent letters, and the last one alone, so that every letter starts a term. Letters around a long mark are a
 * pair, too: a query does not ask for a mark that others leave out.
 */
export function densePairs(run: string, start: number): DenseTerm[] {
  const letters = lettersOf(run, start);
  return letters.flatMap((letter, index) => {
    const [next, after] = [letters[index + 1], letters[index + 2]];
    if (!next) return [{ ...spanned(letter), asked: letters.length === 1 }];
    const pair = { ...spanned(letter, next), asked: !letter.loose && !next.loose };
    return next.text === LONG_MARK && after
      ? [pair, { ...spanned(letter, after), asked: next.loose && !letter.loose }]
      : [pair];
  });
}

/** The letters one by one, without long marks: what is compared of a phrase. */
export function denseLetters(run: string): string[] {
  return lettersOf(run, 0)
    .map(({ text }) => text)
    .filter((text) => text !== LONG_MARK);
}

function lettersOf(run: string, start: number): Letter[] {
  let [at, kana] = [start, 0];
  return (run.match(/\P{M}\p{M}*/gu) ?? []).map((letter) => {
    const text = simplified(PLAIN.test(letter) ? letter : withoutAccents(letter.normalize('NFKC')));
    const from = at;
    at += letter.length;
    const loose = text === LONG_MARK && kana >= LONG_WORD;
    kana = /^[ァ-ヺー]/.test(text) ? kana + 1 : 0;
    return { text, start: from, end: at, loose };
  });
}

function spanned(first: Letter, last?: Letter): { term: string; start: number; end: number } {
  return { term: first.text + (last?.text ?? ''), start: first.start, end: (last ?? first).end };
}
