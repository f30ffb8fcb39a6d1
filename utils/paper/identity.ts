/**
 * Which records are one paper. A paper has keys, `namespace:value`; two records that share a strong key (an
 * identifier) are one, and so are two that share a weak key (title or abstract) unless they contradict each other.
 */
import { oneLine, squash } from '@/utils/text/clean';
import { type Identifiers, type NamedIdentifier, namedIdentifiers, valuesIn } from './identifiers';

/** What identity looks at: a normalised card or a stored paper. */
export interface Identifiable {
  identifiers: Identifiers;
  title?: string | undefined;
  abstract?: string | undefined;
  authors?: readonly string[] | undefined;
  publishedAt?: string | undefined;
}

/** Longest identifier kept, in UTF-16 units. */
const MAX_VALUE = 300;
/** Letters of a title that make its key. */
const MAX_KEY = 1000;
/** Letters of an abstract that make its key. */
const ABSTRACT_KEY = 200;
/** In a single-valued namespace two different values mean two different papers. A paper may have two DOIs. */
const SINGLE_VALUED = ['arxiv', 'openreview', 'acl'];
/** Strongest first: the id of a new record is its first key. */
const STRENGTH = ['arxiv', 'doi', 'openreview', 'acl'];

/** Brings one raw identifier into canonical form; `[]` if it is not one, several where one implies another. */
export function canonicalIdentifiers(namespace: string, raw: string): NamedIdentifier[] {
  const value = oneLine(raw);
  if (namespace === 'arxiv') {
    const id = canonicalArxivId(value);
    return id ? [['arxiv', id]] : [];
  }
  if (namespace === 'doi') return doiIdentifiers(value);
  if (!/^(?!(title|abstract|constructor)$)[a-z]{2,20}$/.test(namespace)) return []; // those two are keys of their own
  const kept = namespace === 'acl' ? value.toLowerCase() : value;
  return kept && kept.length <= MAX_VALUE ? [[namespace, kept]] : [];
}

/**
 * `2401.12345v2` → `2401.12345`; old style loses its subject class: `math.GT/0309136` → `math/0309136`.
 * https://info.arxiv.org/help/arxiv_identifier.html
 */
export function canonicalArxivId(text: string): string | undefined {
  const found =
    /^(?:arxiv:)?(?<modern>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?$/i.exec(text) ??
    /^(?:arxiv:)?(?<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(?<number>\d{7})(?:v\d+)?$/i.exec(text);
  if (!found?.groups) return undefined;
  return found.groups.modern ?? `${found.groups.archive}/${found.groups.number}`.toLowerCase();
}

/**
 * DOIs are case-insensitive (https://www.doi.org/doi-handbook/); three prefixes imply more than the DOI. The pattern is bounded,
 * because a text without spaces may be of any length.
 */
function doiIdentifiers(text: string): NamedIdentifier[] {
  const found = /10\.\d{4,9}\/\S{1,350}/.exec(text)?.[0].toLowerCase() ?? '';
  const doi = trimEnd(
    found.startsWith('10.1101/')
      ? found.replace(/(v\d+(\.(full|full-text|pdf|abstract))*|[.,;])+$/, '')
      : found,
  );
  if (!/\/./.test(doi) || doi.length > MAX_VALUE) return [];
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1];
  if (arxiv) return canonicalIdentifiers('arxiv', arxiv);
  const acl = /^10\.18653\/v1\/(.+)$/.exec(doi)?.[1];
  if (acl)
    return [
      ['doi', doi],
      ['acl', acl],
    ];
  return [['doi', doi]];
}

/** Strips the punctuation of the sentence around a DOI. A closing bracket stays if it was opened inside. */
function trimEnd(text: string): string {
  let doi = text;
  for (let before = ''; before !== doi; ) {
    before = doi;
    const last = doi.at(-1) ?? '';
    const open = { ')': '(', ']': '[', '}': '{', '>': '<' }[last];
    const strip = open ? doi.split(last).length > doi.split(open).length : /[.,;"']/.test(last);
    if (strip) doi = doi.slice(0, -1);
  }
  return doi;
}

/** The keys that only one paper can have, strongest first. */
export function strongKeys({ identifiers }: Identifiable): string[] {
  const rank = (namespace: string) =>
    (STRENGTH.indexOf(namespace) + STRENGTH.length + 1) % (STRENGTH.length + 1);
  return namedIdentifiers(identifiers)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([namespace, value]) => `${namespace}:${value}`);
}

/** The keys that two papers may share by chance: the title or, without one, the start of the abstract. */
export function weakKeys({ title, abstract }: Identifiable): string[] {
  const text = squash(title ?? '');
  if (text) return [`title:${text.slice(0, MAX_KEY)}`];
  const start = startOf(abstract);
  return start ? [`abstract:${start}`] : [];
}

/**
 * The key that a record of this paper has if it has no title; undefined if the abstract is too short to tell papers
 * apart (“This paper has been withdrawn”).
 */
export function untitledKey({ abstract }: Identifiable): string | undefined {
  const start = startOf(abstract);
  return start.length < ABSTRACT_KEY / 2 ? undefined : `abstract:${start}`;
}

function startOf(abstract = ''): string {
  return squash(abstract.slice(0, 10 * ABSTRACT_KEY)).slice(0, ABSTRACT_KEY);
}

/** All keys of a record, strongest first; empty for a record that cannot be kept. */
export function keysOf(record: Identifiable): string[] {
  return [...strongKeys(record), ...weakKeys(record)];
}

/** Whether two records that share only a weak key are different papers after all. */
export function contradict(a: Identifiable, b: Identifiable): boolean {
  const clash = SINGLE_VALUED.some((name) => {
    const [left, right] = [valuesIn(a.identifiers, name), valuesIn(b.identifiers, name)];
    return left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value));
  });
  if (clash) return true;
  const [left, right] = [surname(a), surname(b)];
  const known = left !== undefined && right !== undefined;
  if (known && left !== right) return true;
  if (!isGeneric(a.title) && !isGeneric(b.title)) return false;
  const sameYear = a.publishedAt !== undefined && a.publishedAt.slice(0, 4) === b.publishedAt?.slice(0, 4);
  return !(known || sameYear);
}

/** `Introduction`, `Editorial`, …: a title too short to identify a paper by itself. */
function isGeneric(title?: string): boolean {
  return title !== undefined && title.split(/\s+/).filter(Boolean).length < 4;
}

/** The first author's surname, folded: the last word, or the part before a comma (`Müller, A.`). */
function surname({ authors }: Identifiable): string | undefined {
  const first = authors?.[0];
  if (!first) return undefined;
  const name = first.includes(',') ? first.split(',')[0] : first.trim().split(/\s+/).at(-1);
  return squash(name ?? '') || undefined;
}
