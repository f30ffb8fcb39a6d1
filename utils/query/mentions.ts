/** Links and citations in a query: whoever pastes one wants the paper, not its words. */

import { canonicalArxivId } from '@/utils/paper/identity';
import { type FoundIdentifier, identifiersInText } from '@/utils/reading/addresses';

/** An identifier as the library keeps it, and where what names it ends. */
export interface Mention {
  value: string;
  end: number;
}

/** What is written before a DOI, and what arXiv prints behind its number: `doi: `, ` [cs.CL] 22 Jan 2024`. */
const LABEL = /(?<![\p{L}\p{N}])doi\s?:?\s?$/iu;
const STAMP = /^\s{0,2}\[[a-z-]+(?:\.[a-z-]+)?\](?:\s{1,2}\d{1,2}\s[a-z]{3}\s\d{4})?/i;
/** `math.GT/0309136`, which in a running text may be the beginning of an address. */
const CLASSIFIED = /(?<![^\s(（])[a-z-]+\.[a-z]{2}\/\d{7}(?:v\d+)?(?![^\s)）.,;])/gi;

/** A hyphen that may be a NOT: what is known of addresses takes it for a part of them. */
const HYPHEN = /(?<![^\s(（])[-－]/g;

/** The identifiers that `query` names, by where this begins. */
export function mentionsIn(query: string): Map<number, Mention> {
  const text = query.replace(HYPHEN, ' ');
  const mentions = new Map<number, Mention>();
  for (const { namespace, value, start, end } of [...identifiersInText(text), ...classifiedNumbers(text)]) {
    const label = LABEL.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
    const stamp = namespace === 'arxiv' ? (STAMP.exec(text.slice(end, end + 40))?.[0] ?? '') : '';
    // Of several at one place the last is implied by the others: every paper that has one of them has it.
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
