/** Where the sentences of a reference end: its names, its title, its venue. Pure. */
import { isCapitalised, isNames, isVenue, telling } from './phrases';

/** Most sentences looked for. */
const MOST = 6;
const END =
  /[.．?!]["”]?\s+(?=[\p{Lu}\p{N}\p{Lo}"“[(]|\p{Ll}{1,4}\p{Lu}|doi\b)|[．。？！]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;
const SHORTENED = /(?:^|[\s.\-‐])(?:vs|dr|prof|st|jr|sr|no|vol|e\.g|i\.e|cf)$/iu;
/** A single capital is an initial, but not behind a small word: `paths in R. Methods`, `and B. Cai`. */
const INITIAL = /(?:^|[\s.\-‐(])\p{Lu}$/u;
const AFTER_WORD =
  /(?:^|\s)(?!(?:and|und|et|y|e|van|von|vom|de|der|den|da|do|di|dos|del|della|la|le|du|ten|ter|bin|ibn|al|el)\s)\p{Ll}[\p{Ll}\p{M}'’-]*\s\p{Lu}$/u;
/** What journals are told with: volumes, issues, pages, years. */
const NUMBERED = /\d\s?\(\d|[,;:]\s?\d|\s\d{1,4}(?:[,;.]|$)|\b(?:vol|pp|pages|no)\b/i;

/** The parts of a text between full stops and other ends, not parted after initials or abbreviations. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(END)) {
    const before = text.slice(start, index);
    if (mark.startsWith('.') && isShortened(before)) continue;
    found.push(text.slice(start, /^[?!？！]/.test(mark) ? index + 1 : index).trim());
    start = index + mark.length;
    if (found.length >= MOST) break;
  }
  found.push(text.slice(start).trim());
  return withQuestions(found.filter(Boolean));
}

/** Whether a full stop behind this text is that of an initial or an abbreviation. */
function isShortened(before: string): boolean {
  return SHORTENED.test(before) || (INITIAL.test(before) && !AFTER_WORD.test(before));
}

/** `Does It Float? Buoyancy as a Signal` is one title; in `Does It Float? Journal of Boats 3` the question is all of it. */
function withQuestions(parts: string[]): string[] {
  for (let index = 0; index + 1 < parts.length; index++) {
    const [part = '', next = '', behind] = parts.slice(index);
    if (/\p{L}[?!]$/u.test(part) && goesOn(next, behind)) parts.splice(index, 2, `${part} ${next}`);
  }
  return parts;
}

function goesOn(next: string, behind: string | undefined): boolean {
  if (telling(next) < 2 || isNames(next) || isVenue(next) || NUMBERED.test(next)) return false;
  // `Small Lights. 2024;12(3):1-9`: the year of a journal.
  return !(behind !== undefined && /^(?:19|20)\d\d/.test(behind) && isCapitalised(next));
}
