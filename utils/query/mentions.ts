/** Finds links and citations in a query. Someone who pastes one wants the paper, not the words. */

import { canonicalArxivId } from '@/utils/paper/canonical-identifiers';
import { type FoundIdentifier, identifiersInText } from '@/utils/reading/addresses';

/** An identifier as the library stores it, and where its mention ends (exclusive, UTF-16 units). */
export interface Mention {
  value: string;
  end: number;
}

/** The label before a DOI or ISBN, and what arXiv prints after its number: `doi: `, ` [cs.CL] 22 Jan 2024`. */
const LABEL = /(?<![\p{L}\p{N}])(?:doi|isbn)\s?:?\s?$/iu;
const STAMP = /^\s{0,2}\[[a-z-]+(?:\.[a-z-]+)?\](?:\s{1,2}\d{1,2}\s[a-z]{3}\s\d{4})?/i;
/** `math.GT/0309136`. In running text this could be the start of an address, so only queries accept it. */
const CLASSIFIED = /(?<![^\s(（])[a-z-]+\.[a-z]{2}\/\d{7}(?:v\d+)?(?![^\s)）.,;])/gi;
/** `978-3-16-148410-0`: the index has each ISBN without its hyphens, too. */
const ISBN = /(?<![^\s(（])97[89](?:-?\d){10}(?![^\s)）.,;])/g;

/** A hyphen that may be a NOT. It is blanked, because otherwise it would be taken for part of an address. */
const HYPHEN = /(?<![^\s(（])[-－]/g;

/** The identifiers mentioned in `query`, by the start of the mention. */
export function mentionsIn(query: string): Map<number, Mention> {
  const text = query.replace(HYPHEN, ' ');
  const mentions = new Map<number, Mention>();
  for (const { namespace, value, start, end } of [
    ...identifiersInText(text),
    ...classifiedNumbers(text),
    ...isbns(text),
  ]) {
    const label = LABEL.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
    const stamp = namespace === 'arxiv' ? (STAMP.exec(text.slice(end, end + 40))?.[0] ?? '') : '';
    // Of several in one mention the last is kept: the others imply it, so every paper with any of them has it.
    mentions.set(start - label.length, { value, end: end + stamp.length });
  }
  return mentions;
}

function classifiedNumbers(text: string): FoundIdentifier[] {
  return [...text.matchAll(CLASSIFIED)].flatMap(({ 0: number, index }) => {
    const value = canonicalArxivId(number);
    return value ? [{ namespace: 'arxiv', value, start: index, end: index + number.length }] : [];
  });
}

function isbns(text: string): FoundIdentifier[] {
  return [...text.matchAll(ISBN)].flatMap(({ 0: written, index }) => {
    const value = written.replaceAll('-', '');
    return checks(value) ? [{ namespace: 'isbn', value, start: index, end: index + written.length }] : [];
  });
}

/** Whether the last digit of an ISBN of thirteen is right: https://www.isbn-international.org/content/isbn-users-manual */
function checks(isbn: string): boolean {
  return (
    [...isbn].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0) % 10 === 0
  );
}
