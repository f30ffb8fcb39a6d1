/** What citation keys can be, and the patterns that they are made by. It imports nothing: every page loads it. */

/** What a pattern can have in braces: the first author's family name, the year, the first word of the title that says anything. */
export const KEY_PARTS = ['author', 'year', 'title'] as const;
export type KeyPart = (typeof KEY_PARTS)[number];

export const KEY_PATTERN = '{author}{year}{title}';

/** Whether a pattern has nothing but these parts, at least one, and characters that a key can have. */
export function isKeyPattern(pattern: string): boolean {
  const rest = pattern.replace(/\{(\w+)\}/g, (whole, name) => (KEY_PARTS.includes(name) ? '' : whole));
  return rest !== pattern && pattern.length <= 60 && !/[^\w:.+/-]/.test(rest);
}

/** Longest key, in letters. */
export const LONGEST_KEY = 100;
/** What TeX, BibTeX or a file's name would trip over: https://www.bibtex.org/Format/ */
const FORBIDDEN = /[\s{}()[\],=#%"'`~\\$&^<>|@;*?\p{C}]/u;

/** Whether a person can give a paper this key. */
export function isCitationKey(key: string): boolean {
  return key !== '' && key.length <= LONGEST_KEY && !FORBIDDEN.test(key);
}
