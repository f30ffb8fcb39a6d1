/**
 * Splits text into terms: one tokeniser for the index, for queries and for highlighting. The index holds the parts
 * of a compound and the compound as one word. A query asks only for the parts, because all its terms are required.
 */
import { fold, greekName } from './fold';
import { composed, type Plain } from './plain';
import { withoutTex } from './tex';

/** A term and its span in the text (UTF-16 units, `end` exclusive). Tokens of a compound overlap. */
export interface Token {
  term: string;
  start: number;
  end: number;
}

/** Increase this with every change to the output of `tokenise`: an index of another version is rebuilt. */
export const TOKENS_VERSION = 2;

/** Longer words are cut (UTF-16 units): nobody types them, and they would not fit next to others. */
const LONGEST = 60;
/** Compounds with more parts are indexed only by their parts. */
const MOST_PARTS = 4;

/** Scripts written without spaces, and Korean, whose words include grammatical endings. */
const CJK = String.raw`[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]&&\p{L}]`;
const WORD = String.raw`[[\p{L}\p{N}]--${CJK}][[\p{L}\p{N}\p{M}]--${CJK}]*`;
const DOI = String.raw`(?<doi>(?<![\p{L}\p{N}.])10\.\d{4,9}\/[^\s"<>\{\}]*[\p{L}\p{N}])`;
const RUN = new RegExp(String.raw`${DOI}|(?<cjk>${CJK}+)|${WORD}(?:[\-‐‑–_.'’]${WORD})*`, 'gv');
const PART = new RegExp(WORD, 'gv');

/** All terms that the index holds for `text`, in text order. */
export function tokenise(text: string): Token[] {
  return read(text, true);
}

/** The terms that a query for `text` asks for, all of them required. In this order they also form its phrase. */
export function queryTerms(text: string): string[] {
  return read(text, false).map(({ term }) => term);
}

function read(raw: string, all: boolean): Token[] {
  const text = raw.toWellFormed();
  const whole = composed(text);
  const plain = withoutTex(whole?.text ?? text);
  const tokens: Token[] = [];
  for (const found of ((plain ?? whole)?.text ?? text).matchAll(RUN)) {
    const run = found[0];
    if (found.groups?.cjk) readCjk(run, found.index, all, tokens);
    else if (found.groups?.doi) readDoi(run, found.index, all, tokens);
    else if (/^[a-z]+$/i.test(run)) push(tokens, run.toLowerCase(), found.index, run.length);
    else readRun(run, found.index, all, tokens);
  }
  return placed(placed(tokens, plain), whole);
}

/**
 * Pairs of adjacent characters. The index also gets the last character alone, so that every character starts a
 * term.
 */
function readCjk(run: string, start: number, all: boolean, tokens: Token[]): void {
  const letters = [...run];
  let at = start;
  for (const [index, letter] of letters.entries()) {
    const pair = letter + (letters[index + 1] ?? '');
    if (pair !== letter || all || letters.length === 1)
      push(tokens, pair.normalize('NFKC').toLowerCase(), at, pair.length);
    at += letter.length;
  }
}

function readDoi(run: string, start: number, all: boolean, tokens: Token[]): void {
  push(tokens, run.toLowerCase(), start, run.length);
  if (!all) return;
  for (const part of run.matchAll(PART)) push(tokens, fold(part[0]), start + part.index, part[0].length);
}

/** Words joined by hyphens, dots and the like: `GPT-4`, `2401.12345v2`, `e.g`. */
function readRun(run: string, start: number, all: boolean, tokens: Token[]): void {
  // A dot joins digits but separates everything else.
  for (const compound of run.matchAll(/(?:[^.]|(?<=\p{N})\.(?=\p{N}))+/gu)) {
    const first = tokens.length;
    const atoms: string[] = [];
    for (const atom of compound[0].matchAll(/[^\-‐‑–_'’]+/g))
      atoms.push(...readAtom(atom[0], start + compound.index + atom.index, all, tokens));
    if (!all || atoms.length < 2 || atoms.length > MOST_PARTS) continue;
    push(tokens, atoms.join(''), start + compound.index, compound[0].length, first);
  }
}

/** Reads one part of a compound and returns its own parts; a Greek letter next to other letters is one. */
function readAtom(atom: string, start: number, all: boolean, tokens: Token[]): string[] {
  if (atom.includes('.')) return [readDecimal(atom, start, all, tokens)];
  const word = fold(atom);
  if (!/[α-ω]/.test(word)) {
    push(tokens, word, start, atom.length);
    const [, letters, digits] = (all && /^(\p{L}{2,})(\p{N}+)$/u.exec(word)) || [];
    if (letters && digits) {
      push(tokens, letters, start, atom.length);
      push(tokens, digits, start, atom.length);
    }
    return word === '' ? [] : [word];
  }
  const parts = (word.match(/[α-ω]+|[^α-ω]+/g) ?? []).map((part) => greekName(part) ?? part);
  for (const part of parts) push(tokens, part, start, atom.length);
  return parts;
}

/**
 * Reads a part of a compound that has dots between digits, and returns it as a whole. Letters before the digits
 * are also a word of their own, so `Qwen2.5` is indexed like `Qwen-2.5`. A query asks for letters and number
 * separately if both are specific enough: not for `v` and `1.5`, and not if letters follow, which the text may
 * separate (`Qwen2.5VL`, `Qwen2.5-VL`).
 */
function readDecimal(atom: string, start: number, all: boolean, tokens: Token[]): string {
  const letters = /^[\p{L}\p{M}]*/u.exec(atom)?.[0] ?? '';
  const number = atom.slice(letters.length);
  const before: Token[] = [];
  const name = readAtom(letters, start, all, before).join('');
  const digits = number.split('.').map(fold).join('.');
  const value = /^\d{4}\.\d{4,5}(?=v\d+$)/.exec(digits)?.[0] ?? digits; // any version means the preprint itself
  const apart = name.length > 1 && /^[\d.]+$/.test(value);
  if (all || !apart) push(tokens, name + value, start, atom.length);
  if (name !== '' && (all || apart)) {
    tokens.push(...before);
    push(tokens, value, start + letters.length, number.length);
  }
  if (all)
    for (const part of number.matchAll(/[^.]+/g))
      readAtom(part[0], start + letters.length + part.index, all, tokens);
  return name + value;
}

function push(tokens: Token[], term: string, start: number, length: number, at = tokens.length): void {
  const short = term.length > LONGEST ? term.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : term;
  if (short !== '') tokens.splice(at, 0, { term: short, start, end: start + length });
}

/** Maps the tokens of a rewritten text back to their places in the original. */
function placed(tokens: Token[], plain: Plain | undefined): Token[] {
  if (!plain) return tokens;
  const { starts, ends } = plain;
  return tokens.map(({ term, start, end }) => ({
    term,
    start: starts[start] ?? start,
    end: ends[end - 1] ?? end,
  }));
}
