/**
 * Splits text into terms: one tokeniser for the index, for queries and for highlighting. The index holds the parts
 * of a compound and the compound as one word. A query asks for all parts or for the whole, however it is written.
 */
import { composed, type Plain } from './plain';
import { type Reading, readRuns } from './read-runs';
import { withoutTex } from './tex';

/** A term and its span in the text (UTF-16 units, `end` exclusive). Tokens of a compound overlap. */
export interface Token {
  term: string;
  start: number;
  end: number;
}

/** Terms that stand for a word of a query if a text has all of them. */
export type Writing = readonly string[];

/** Increase this with every change to the output of `tokenise`: an index of another version is rebuilt. */
export const TOKENS_VERSION = 3;

/** All terms that the index holds for `text`, in text order. */
export function tokenise(text: string): Token[] {
  return read(text).filter(({ role }) => role !== 'asked');
}

/** The terms of `text` without other writings of its words, in text order: all parts of compounds. */
export function queryTerms(text: string): string[] {
  return read(text).flatMap(({ term, role }) => (role === 'part' ? [term] : []));
}

/** For each word that a query for `text` asks for, its writings: the parts, and the whole if it is a compound. */
export function queryWords(text: string): Writing[][] {
  const words = new Map<number, Writing[]>();
  const wholes: Reading[] = [];
  for (const reading of read(text)) {
    const { term, role, word } = reading;
    const parts = words.get(word)?.[0];
    if (role === 'whole' || role === 'asked') wholes.push(reading);
    else if (role === 'part') words.set(word, [[...(parts ?? []), term]]);
  }
  for (const { term, word } of wholes) words.get(word)?.push([term]);
  return [...words.values()];
}

/** The terms of `text` for phrases: like `queryTerms`, but the letters of scripts without spaces stand one by one. */
export function phraseTerms(text: string): string[] {
  return read(text, true).flatMap(({ term, role }) => (role === 'part' ? [term] : []));
}

function read(raw: string, letterwise = false): Reading[] {
  const text = raw.toWellFormed();
  const whole = composed(text);
  const plain = withoutTex(whole?.text ?? text);
  const tokens = readRuns((plain ?? whole)?.text ?? text, letterwise);
  return placed(placed(tokens, plain), whole);
}

/** Maps the tokens of a rewritten text back to their places in the original. */
function placed(tokens: Reading[], plain: Plain | undefined): Reading[] {
  if (!plain) return tokens;
  const { starts, ends } = plain;
  return tokens.map((token) => ({
    ...token,
    start: starts[token.start] ?? token.start,
    end: ends[token.end - 1] ?? token.end,
  }));
}
