/**
 * The fields that one metadata vocabulary states about a page's paper. Fields without a usable value are absent.
 */

import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { oneLine } from '@/utils/text/clean';
import { identifiersOfAddress } from '../addresses';
import { clip } from '../dom';
import { abstractText, markupText } from './markup-text';
import { personNames } from './person-names';
import { statedDay } from './stated-day';

/** Shortest description taken for an abstract, in UTF-16 units; teasers and previews are shorter. */
const SHORTEST_DESCRIPTION = 300;

export interface StatedFields {
  title?: string | undefined;
  abstract?: string | undefined;
  authors?: string[] | undefined;
  publishedAt?: string | undefined;
  venue?: string | undefined;
  identifiers: Record<string, string>;
}

/** Raw values from a vocabulary, the preferred ones first. */
export interface RawFields {
  titles: readonly string[];
  abstracts: readonly string[];
  /** May be abstracts, cut-off abstracts or advertising; used only if they look like an abstract. */
  descriptions: readonly string[];
  authors: readonly string[];
  days: readonly string[];
  venues: readonly string[];
  /** Pairs of namespace and value; a value that is invalid in its namespace is skipped. */
  identifiers: readonly [namespace: string, value: string][];
}

/** Cleans raw values and picks the first usable one for each field. */
export function statedFields(raw: RawFields): StatedFields {
  const authors = personNames(raw.authors.map((author) => oneLine(markupText(author))));
  return {
    title: first(raw.titles, (title) => oneLine(markupText(title))),
    abstract: first(raw.abstracts, abstractText) ?? first(raw.descriptions, describing),
    authors: authors.length > 0 ? authors : undefined,
    publishedAt: finest(raw.days.flatMap((day) => statedDay(day) ?? [])),
    // Some pages put an address or a number there.
    venue: first(raw.venues, (venue) => oneLine(markupText(venue)).replace(/^(?:https?:|doi:|\d+$).*/i, '')),
    identifiers: Object.fromEntries(
      raw.identifiers
        .toReversed() // so that the first of a namespace wins
        .flatMap(([namespace, value]) => identifiersIn(namespace, value)),
    ),
  };
}

/** With the namespace `any`, the value itself says what it is: `doi:10.…`, `https://doi.org/10.…`. */
function identifiersIn(namespace: string, value: string): [namespace: string, value: string][] {
  const text = value.trim().slice(0, 2048);
  if (/^https?:\/\//i.test(text)) {
    const found = URL.canParse(text) ? Object.entries(identifiersOfAddress(new URL(text))) : [];
    return namespace === 'any' ? found : found.filter(([name]) => name === namespace);
  }
  if (namespace !== 'any') {
    const number = /^(?:PMC)?(\d{1,9})$/i.exec(text)?.[1];
    if (namespace === 'pmid') return number ? [['pmid', number]] : [];
    if (namespace === 'pmcid') return number ? [['pmcid', `PMC${number}`]] : [];
    return canonicalIdentifiers(namespace, text);
  }
  if (/^(?:doi:?\s*|info:doi\/)?10\.\d{4,9}\//i.test(text)) return canonicalIdentifiers('doi', text);
  return /^arxiv:/i.test(text) ? canonicalIdentifiers('arxiv', text) : [];
}

function first(values: readonly string[], clean: (value: string) => string): string | undefined {
  for (const value of values) {
    const cleaned = clip(clean(value.slice(0, 30_000)));
    if (cleaned) return cleaned;
  }
  return undefined;
}

/** The description as an abstract; empty if it is too short for one or cut off. */
function describing(description: string): string {
  const text = abstractText(description);
  return text.length >= SHORTEST_DESCRIPTION && !/(?:…|\.\.\.)\s*$/.test(text) ? text : '';
}

/** The first day, made more precise by later ones that agree: `2026-09` and `2026-09-28` give `2026-09-28`. */
function finest([day, ...others]: readonly string[]): string | undefined {
  return day && others.reduce((best, other) => (other.startsWith(`${best}-`) ? other : best), day);
}
