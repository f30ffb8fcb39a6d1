/** Reads people's names as metadata writes them. */
import { namePartsOf } from '@/utils/paper/name-parts';

/** Most authors a card may carry. */
const MAX_AUTHORS = 5000;
/** Longest name, in UTF-16 units; more than the library keeps. */
const MAX_NAME = 300;
/** Longest value that is read, in UTF-16 units. */
const MAX_VALUE = 20_000;

/** Suffixes: they may follow a comma but are not first names. */
const SUFFIX = /^(?:jr|sr|2nd|3rd|i{2,3}|iv)\.?$/i;
/** Forms of companies, likewise. */
const COMPANY = /^(?:inc|ltd|llc|gmbh|b\.?v)\.?$/i;
/** Degrees are no part of a name. */
const DEGREE = /^(?:ph\.?\s?d\.?|d\.?phil\.?|dr\.?|prof\.?|m\.?sc\.?|b\.?sc\.?|mph|md|mbbs|frcp|dds|dvm)$/i;
/** Degrees that may be initials: `Lee, M.A.` */
const PERHAPS_DEGREE = /^(?:m\.d\.|m\.?a\.?|r\.?n\.?)$/i;
/** What stands in the place of further names. A name may be `Thomas More`. */
const OTHERS =
  /(?:^|[\s,]+)(?:et\.? al\b\.?|(?:(?:and|und|y|et|&) |\d+ |(?:and|und|y|et|&) \d+ )(?:others|more|weitere|otros|autres)|u\.\s?a\.)\s*$|^others$|[\s,]*等\s*$/iu;
/** Addresses, and all that stands in pointed brackets. */
const ADDRESS =
  /<[^<>]{0,200}>|\(?\b(?:https?:\/\/|orcid(?:\.org)?[:/])[^\s;,)]+\)?|\(?[^\s;,()]{1,64}@[^\s;,()]+\)?/gi;
/** Marks of footnotes behind a name: `Berg1,2`, `Cai*`, `Doe†‡`, `Eck¹`. A number that a space parts is none: `Team 42`. */
const MARKS =
  /(?<=[\p{L}.)])(?:\[?\d{1,2}\]?(?![\d\p{L}])|\s?[*∗†‡§¶‖#]|[¹²³⁰-⁹])(?:[\s,]{0,2}(?:\[?\d{1,2}\]?(?![\d\p{L}])|[*∗†‡§¶‖#]|[¹²³⁰-⁹])){0,20},?(?=\s*(?:$|[,;；、&]|and\s))/gu;
/** Chinese names are too short to be told from a family name alone. */
const HAN = /^\p{Script=Han}{2,5}$/u;

/**
 * Takes values with one author each or with several (`Doe, Jane; Roe, Richard`, `Doe, Jane and Roe, Richard`,
 * `Jane Doe, Richard Roe & Max Moe`, `张三；李四`). Returns names in spoken order, suffix last: `Jane Doe Jr.`
 */
export function personNames(values: readonly string[]): string[] {
  const names = values
    .slice(0, MAX_AUTHORS)
    .flatMap((value) => parted(value.slice(0, MAX_VALUE)))
    .map((name) => spoken(name).slice(0, MAX_NAME))
    .filter((name) => /\p{L}/u.test(name))
    .slice(0, MAX_AUTHORS);
  // Some pages state the whole list twice, once per language.
  const half = names.length / 2;
  const twice = names.length > 2 && names.slice(0, half).every((name, index) => name === names[half + index]);
  return twice ? names.slice(0, half) : names;
}

/** `Doe, Jane` → `Jane Doe`; `Doe, Jane, Jr.`, `Doe, Jr., Jane`, `Doe, Jane Jr.` → `Jane Doe Jr.`; groups are unchanged. */
function spoken(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const { length } = parts;
  while (parts.length > 1 && isDegree(parts.at(-1) ?? '', parts.length > 2 || parts.length < length))
    parts.pop();
  if (parts.length > 3 || COMPANY.test(parts[1] ?? '') || isGroup(parts)) return parts.join(', ').trim();
  const [last = '', ...others] = parts.filter((part, index) => index === 0 || part !== '');
  const suffix = others.find((part) => SUFFIX.test(part));
  const given = others.filter((part) => part !== suffix);
  if (given.length > 1) return parts.join(', ');
  if (given.length === 0) return suffix ? `${last} ${suffix}` : parts.join(', ').trim();
  const words = (given[0] ?? '').split(' ');
  const ending = !suffix && words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : suffix;
  return [words.join(' '), last, ending].filter(Boolean).join(' ');
}

/** `isBehind`: a given name or another degree stands beside it. */
function isDegree(part: string, isBehind: boolean): boolean {
  return DEGREE.test(part) || (isBehind && PERHAPS_DEGREE.test(part));
}

function isGroup(parts: readonly string[]): boolean {
  const words = parts.join(' ').split(' ');
  return words.length > 2 && 'literal' in namePartsOf(words.join(' '), undefined);
}

function parted(value: string): string[] {
  const whole = value.replace(/\s+/g, ' ').replace(ADDRESS, '').trim().replace(MARKS, '');
  const text = whole.replace(OTHERS, '').trim();
  if (/[;；、|]/.test(text)) return text.split(/[;；、|]/).map((name) => name.trim());
  const joined = text.split(/,? (?:and|&) /);
  const parts = joined.flatMap((part) => part.split(', '));
  // One comma means `Last, First`, even if each part has two words: `García Márquez, Gabriel José`.
  const isOne = joined.length === 1 && (isGroup(parts) || (parts.length === 2 && text === whole));
  if (parts.every((part) => HAN.test(part))) return parts;
  // `Doe, Jane, Jr.` is one name; in a list of names each part has two words.
  if (!isOne && parts.every((part) => /\S \S/.test(part.trim()))) return parts;
  // As BibTeX has them: `Doe, Jane and Roe, Richard`.
  if (joined.length > 1 && joined.every((part) => part.split(',').length === 2)) return joined;
  return isOne || text.includes(', ') ? [text] : joined;
}
