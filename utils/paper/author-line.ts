/**
 * A pasted line of authors as a list of names, each with the given name in front. It reads “A. Smith, B. Jones and C. Wu”,
 * “Smith, A.; Jones, B.”, “Smith, A., Jones, B.”, “Smith A, Jones B”, BibTeX's “Smith, Anna and Jones, Bob”, and one name a
 * line. What could be one name as well as two stays one. Pure.
 */
import { oneLine } from '@/utils/text/clean';

const LABEL = /^(?:(?:authors?|by)\s*:\s*|by\s+)/i;
const OTHERS = /[\s,;]*\b(?:et\s+al\b\.?|(?:and|und|et)\s+others\b\.?)\s*$/i;
/** Marks of affiliations and footnotes. */
const MARKS = /[*†‡§¶∥#⁰¹²³⁴-⁹]+|(?<=[\p{L}.])\d+(?:\s*,\s*\d+)*(?!\p{L})/gu;
const AND = /\s*,?\s+(?:and|und|et|и|&)\s+|\s*&\s*/i;
const COMMA = /\s*[,،]\s*/;
/** Signs that part names and stand in none. */
const CLEAR = /\s*[;；、，]\s*/;
/** The end of a line whose list goes on. */
const OPEN_END = /(?:[,;；、，،&]|\s(?:and|und|et|и))$/i;
const INITIALS = /^(?:\p{Lu}\p{Mn}*\.?[\s-]*){1,4}$/u;
/** Initials without dots, as in `Smith AB`. */
const BARE_INITIALS = /^\p{Lu}{1,3}$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Scripts that write family and given name as one word. */
const ONE_WORD = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}$/u;

/** The names in a pasted text; none if there is no text. */
export function readAuthorLine(text: string): string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => oneLine(oneLine(line).replace(LABEL, '').replace(OTHERS, '').replace(MARKS, '')))
    .filter(Boolean);
  const goesOn = lines.slice(0, -1).some((line) => OPEN_END.test(line));
  const lists = goesOn ? [lines.join(' ')] : lines;
  return lists.flatMap(namesIn).map(tidied).filter(Boolean);
}

function namesIn(line: string): string[] {
  if (CLEAR.test(line)) return partsOf(line, CLEAR).map(nameOf);
  const joined = partsOf(line, AND);
  const isBibtex = joined.length > 1 && joined.every((one) => one.startsWith('{') || commas(one) === 1);
  if (isBibtex && !joined.every((one) => partsOf(one, COMMA).every(isFull))) return joined.map(nameOf);
  const parts = joined.flatMap((one) => partsOf(one, COMMA));
  const pairs = inPairs(parts);
  if (pairs.every(([family = '', given = '']) => INITIALS.test(given) && !INITIALS.test(family)))
    return pairs.map(([family, given]) => `${given} ${family}`);
  if (joined.length === 1 && parts.length < 4 && !isList(parts)) return [nameOf(line)];
  return parts.length > 1 && parts.every(isReversed) ? parts.map(givenFirst) : parts;
}

/** Whether each part of a line is a name: two words, or one of a script that writes names as one. */
function isList(parts: readonly string[]): boolean {
  return parts.every(isFull) || (parts.length === 3 && !parts.some((part) => SUFFIX.test(part)));
}

function isFull(part: string): boolean {
  return ONE_WORD.test(part) || (part.includes(' ') && !/^(?:\p{Ll}+\s)+\S+$/u.test(part));
}

/** One name, which may be told as `family, given` or `family, given, suffix`. */
function nameOf(text: string): string {
  const [family = '', given, suffix] = partsOf(text, COMMA);
  if (given === undefined) return family;
  if (SUFFIX.test(given)) return `${suffix ?? ''} ${family} ${given}`;
  if (/^\p{Script=Han}+$/u.test(family + given)) return family + given;
  return suffix && SUFFIX.test(suffix) ? `${given} ${family} ${suffix}` : `${given} ${family}`;
}

function isReversed(part: string): boolean {
  const words = part.split(' ');
  return words.length > 1 && BARE_INITIALS.test(words.at(-1) ?? '') && !BARE_INITIALS.test(words[0] ?? '');
}

function givenFirst(part: string): string {
  const words = part.split(' ');
  const initials = [...(words.pop() ?? '')].map((letter) => `${letter}.`);
  return [...initials, ...words].join(' ');
}

function inPairs(parts: readonly string[]): string[][] {
  if (parts.length < 2 || parts.length % 2 === 1) return [[]];
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : []));
}

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function commas(text: string): number {
  return partsOf(text, COMMA).length - 1;
}

function tidied(name: string): string {
  return oneLine(name.replace(/[{}]/g, '')).replace(/^[\s,;]+|[\s,;]+$/g, '');
}
