/** Reads the words of plain text: compounds, initials, versions, identifiers. */
import { DENSE, denseLetters, densePairs } from './dense';
import { fold, greekName } from './fold';

/**
 * What a token is to a query for its word: one of the parts that are required together, the whole that is as good as all
 * of them, or nothing (`extra`). The index holds them all, except a whole that is only `asked`.
 */
export type Role = 'part' | 'whole' | 'asked' | 'extra';

export interface Reading {
  term: string;
  start: number;
  end: number;
  role: Role;
  /** Words are numbered in text order. */
  word: number;
}

/** Longer words are cut (UTF-16 units): nobody types them, and they would not fit next to others. */
const LONGEST = 60;
/** Compounds with more parts are indexed only by their parts. */
const MOST_PARTS = 4;

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const WORD = String.raw`[[\p{L}\p{N}]--${DENSE}][${LETTER}--${DENSE}]*`;
/** `C++`, `k-means++`; `C#`. */
const SIGN = String.raw`(?:[+＋]{2}|(?<=(?<!${LETTER})\p{L})[#♯＃](?!${LETTER}))`;
const NAME = `${WORD}${SIGN}?`;
/** What joins the parts of a compound. Persian has a narrow gap for it (U+200C). */
const JOINT = String.raw`\-‐‑–_'’\^\u200c`;
const DOI = String.raw`(?<doi>(?<![\p{L}\p{N}.])10\.\d{4,9}\/[^\s"<>\{\}]*[\p{L}\p{N}])`;
/** The last of several initials: no word begins with it. */
const ALONE = `(?!${LETTER}|[${JOINT}]${LETTER})`;
const CAPITALS = String.raw`\p{Lu}\p{M}*(?:(?:\.[ \u00a0]?[\-‐‑]?|[ \u00a0])\p{Lu}\p{M}*${ALONE}){1,3}`;
const DOTTED = String.raw`[\p{Lu}\p{Ll}]\p{M}*(?:\.[\-‐‑]?[\p{Lu}\p{Ll}]\p{M}*${ALONE}){1,3}`;
/** `J.-P.`, `S. K.`, `U.S.`, `i.i.d.` */
const INITIALS = `(?<initials>(?<!${LETTER})(?:${CAPITALS}|${DOTTED}))`;
/** `.NET`, `.csv` */
const LEADING_DOT = String.raw`(?<leading>(?<![^\s\(\[\/,;:"'“«])\.[\p{Lu}\p{Ll}]{2,})`;
const RUN = new RegExp(
  String.raw`${DOI}|${INITIALS}|${LEADING_DOT}|(?<dense>(?:${DENSE}\p{M}*)+)|${NAME}(?:[.${JOINT}]${NAME})*`,
  'gv',
);
const PART = new RegExp(WORD, 'gv');
const ATOM = new RegExp(`[^${JOINT}]+`, 'gv');
/** The number behind a name: `Llama 2`, `Phi 3.5`, `Gemma 7B-it`. */
const NUMBER = new RegExp(String.raw`^(\d{1,3}(?:\.\d{1,2})?[a-z]?)(?:$|[${JOINT}])`, 'iv');

/** The terms of a text in text order. With `letterwise`, scripts without spaces are read in letters, not in pairs. */
export function readRuns(text: string, letterwise: boolean): Reading[] {
  const words = new Words();
  /** A name that a number may follow, and the index of its token. */
  let named: { name: string; start: number; end: number; index: number } | undefined;
  for (const found of text.matchAll(RUN)) {
    const [run] = found;
    const start = found.index;
    const { doi, initials, leading, dense } = found.groups ?? {};
    words.begin();
    const number =
      named && /[ \u00a0]/.test(text.slice(named.end, start)) ? NUMBER.exec(run)?.[1] : undefined;
    if (named && number && start === named.end + 1)
      words.add(named.name + number.toLowerCase(), named.start, start + number.length, 'extra', named.index);
    named = undefined;
    if (dense && letterwise)
      for (const letter of denseLetters(run)) words.add(letter, start, start + run.length);
    else if (dense)
      for (const { term, start: from, end, asked } of densePairs(run, start))
        words.add(term, from, end, asked ? 'part' : 'extra');
    else if (doi) readDoi(run, start, words);
    else if (initials) readInitials(run, start, words);
    else if (leading) readLeadingDot(run, start, words);
    else if (/^[a-z]+$/i.test(run)) {
      const name = run.toLowerCase();
      const end = start + run.length;
      if (run.length > 1 && name !== run) named = { name, start, end, index: words.tokens.length };
      words.add(name, start, end);
    } else readRun(run, start, words);
  }
  return words.tokens;
}

/** Terms, collected word by word. */
class Words {
  readonly tokens: Reading[] = [];
  #word = 0;

  begin(): void {
    this.#word++;
  }

  add(term: string, start: number, end: number, role: Role = 'part', at = this.tokens.length): void {
    const short = term.length > LONGEST ? term.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : term;
    if (short !== '') this.tokens.splice(at, 0, { term: short, start, end, role, word: this.#word });
  }

  /** Leaves the tokens from this index on to the index only. */
  keepFrom(index: number): void {
    for (const token of this.tokens.slice(index)) token.role = 'extra';
  }
}

function readDoi(run: string, start: number, words: Words): void {
  words.add(run.toLowerCase(), start, start + run.length);
  for (const { 0: part, index } of run.matchAll(PART))
    words.add(fold(part), start + index, start + index + part.length, 'extra');
}

function readInitials(run: string, start: number, words: Words): void {
  const first = words.tokens.length;
  const letters = [...run.matchAll(/\p{L}\p{M}*/gu)].flatMap(({ 0: letter, index }) =>
    readAtom(letter, start + index, words),
  );
  // `e.g.` and `i.e.` stand in every other abstract and are no names.
  const role = letters.length === 2 && run === run.toLowerCase() ? 'asked' : 'whole';
  words.add(letters.join(''), start, start + run.length, role, first);
}

/** `dotnet` is how people write it out; without its dot it is a word of its own, which a query with the dot is not for. */
function readLeadingDot(run: string, start: number, words: Words): void {
  const name = fold(run);
  words.add(`dot${name}`, start, start + run.length);
  words.add(name, start + 1, start + run.length, 'extra');
}

/** Words joined by hyphens, dots and the like: `GPT-4`, `2401.12345v2`, `Node.js`. */
function readRun(run: string, start: number, words: Words): void {
  const first = words.tokens.length;
  const all: string[] = [];
  // A dot joins digits, and letters of a name; where a sentence ends without a space, its words are joined once.
  const groups = [...run.matchAll(/(?:[^.]|(?<=\p{N})\.(?=\p{N}))+/gu)];
  for (const { 0: group, index } of groups) {
    const before = words.tokens.length;
    const parts = [...group.matchAll(ATOM)].flatMap((atom) =>
      readAtom(atom[0], start + index + atom.index, words),
    );
    all.push(...parts);
    const role = groups.length > 1 ? 'extra' : 'whole';
    if (parts.length > 1 && parts.length <= MOST_PARTS)
      words.add(parts.join(''), start + index, start + index + group.length, role, before);
  }
  const dotted = groups.length > 1 && !/\p{N}\.\P{N}|\P{N}\.\p{N}/u.test(run);
  if (dotted && all.length > 1 && all.length <= MOST_PARTS)
    words.add(all.join(''), start, start + run.length, 'whole', first);
}

/** Reads one part of a compound and returns its own parts; a Greek letter next to other letters is one. */
function readAtom(atom: string, start: number, words: Words): string[] {
  if (atom.includes('.')) return [readDecimal(atom, start, words)];
  const end = start + atom.length;
  const [sign = ''] = /(?:[+＋]{2}|[#♯＃])$/u.exec(atom) ?? [];
  const word = fold(atom) + (sign === '' ? '' : sign.length > 1 ? 'plusplus' : 'sharp');
  if (!/[α-ω]/.test(word)) {
    words.add(word, start, end);
    const [, letters, digits] = /^([\p{L}\p{M}]{2,})(\p{N}+\p{L}?)$/u.exec(word) ?? [];
    if (letters && digits) {
      words.add(letters, start, end, 'extra');
      words.add(digits, start, end, 'extra');
    }
    return word === '' ? [] : [word];
  }
  const parts = (word.match(/[α-ω]+|[^α-ω]+/g) ?? []).map((part) => greekName(part) ?? part);
  for (const part of parts) words.add(part, start, end);
  return parts;
}

/**
 * Reads a part of a compound that has dots between digits, and returns it as a whole. Letters before the digits
 * are also a word of their own, so `Qwen2.5` is indexed like `Qwen-2.5`. A query asks for letters and number
 * separately if both are specific enough: not for `v` and `1.5`, and not if letters follow, which the text may
 * separate (`Qwen2.5VL`, `Qwen2.5-VL`).
 */
function readDecimal(atom: string, start: number, words: Words): string {
  const end = start + atom.length;
  const letters = /^[\p{L}\p{M}]*/u.exec(atom)?.[0] ?? '';
  const number = atom.slice(letters.length);
  const from = start + letters.length;
  const first = words.tokens.length;
  const name = readAtom(letters, start, words).join('');
  const digits = number.split('.').map(fold).join('.');
  const value = /^\d{4}\.\d{4,5}(?=v\d+$)/.exec(digits)?.[0] ?? digits; // any version means the preprint itself
  const apart = name.length > 1 && /^[\d.]+$/.test(value);
  if (!apart) words.keepFrom(first);
  words.add(name + value, start, end, apart ? 'extra' : 'part', first);
  if (name !== '') words.add(value, from, end, apart ? 'part' : 'extra');
  const parts = words.tokens.length;
  for (const { 0: part, index } of number.matchAll(/[^.]+/g)) readAtom(part, from + index, words);
  words.keepFrom(parts);
  return name + value;
}
