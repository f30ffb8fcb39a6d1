/**
 * The keys of a paper, `namespace:value`, by which records of one paper find each other: strong ones, its identifiers, and
 * weak ones, its title and the beginning of its abstract. They only propose; evidence.ts decides.
 */
import { oneLine, squash } from '@/utils/text/clean';
import type { Identifiable } from './evidence';
import { type NamedIdentifier, namedIdentifiers } from './identifiers';
import { hashOf } from './stamp';
import { titleKeys } from './titles';

/** The version of the rules by which weak keys are made. Raised, all papers get their new keys (upgrade-rows.ts). */
export const KEYS = 2;
/** Longest identifier kept, in UTF-16 units. */
const MAX_VALUE = 300;
/** Letters of an abstract that make its key. */
const ABSTRACT_KEY = 200;
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
  if (!/^(?!(title|abstract|text|card|constructor)$)[a-z]{2,20}$/.test(namespace)) return []; // keys of their own
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

/**
 * The keys that two papers may share by chance: the title or, without one, the start of the abstract. A card without an
 * identifier also has a key of title, authors and address, by which it is found again among a thousand of its title.
 */
export function weakKeys(thing: Identifiable): string[] {
  const titles = titleKeys(thing.title).map((key) => `title:${key}`);
  const start = startOf(thing.abstract);
  const texts = titles.length > 0 ? titles : start ? [`abstract:${start}`] : [];
  const long = titles.length > 0 && start.length >= ABSTRACT_KEY / 2;
  const precise = titles.length > 0 && Object.keys(thing.identifiers).length === 0;
  return [
    ...texts,
    ...(long ? [`text:${hashOf(start).toString(36)}`] : []),
    ...(precise
      ? [`card:${hashOf(JSON.stringify([titles[0], thing.authors ?? [], thing.url ?? ''])).toString(36)}`]
      : []),
  ];
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
