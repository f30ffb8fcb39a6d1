/**
 * The keys of a paper, `namespace:value`, by which records of one paper find each other: strong ones, its identifiers, and
 * weak ones, its title and the beginning of its abstract. They only propose; evidence.ts decides.
 */
import { squash } from '@/utils/text/clean';
import type { Identifiable } from './evidence';
import { namedIdentifiers } from './identifiers';
import { hashOf } from './stamp';
import { titleKeys } from './titles';

/** Records looked at for each key: a thousand papers may be called “Introduction”, or carry one DOI by mistake. */
export const CANDIDATES = 40;
/** Records looked at for each thing that is saved, whatever keys it has. */
export const LOOKED_AT = 50;
/** The version of the rules by which weak keys are made. Raised, all papers get their new keys (upgrade-rows.ts). */
export const KEYS = 4;
/** Letters of an abstract that make its key. */
const ABSTRACT_KEY = 200;
/** Strongest first: the id of a new record is its first key. */
const STRENGTH = ['arxiv', 'doi', 'openreview', 'acl'];

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
    ...(long ? [textKey(start)] : []),
    ...(precise
      ? [`card:${hashOf(JSON.stringify([titles[0], thing.authors ?? [], thing.url ?? ''])).toString(36)}`]
      : []),
  ];
}

/**
 * Keys of records that say the same, though one of the two has no title; none if the abstract is too short.
 */
export function untitledKeys(thing: Identifiable): string[] {
  const key = untitledKey(thing);
  return key === undefined ? [] : [key, textKey(startOf(thing.abstract))];
}

/**
 * The key that a record of this paper has if it has no title; undefined if the abstract is too short to tell papers
 * apart (“This paper has been withdrawn”).
 */
export function untitledKey({ abstract }: Identifiable): string | undefined {
  const start = startOf(abstract);
  return start.length < ABSTRACT_KEY / 2 ? undefined : `abstract:${start}`;
}

function textKey(start: string): string {
  return `text:${hashOf(start).toString(36)}`;
}

function startOf(abstract = ''): string {
  return squash(abstract.slice(0, 10 * ABSTRACT_KEY)).slice(0, ABSTRACT_KEY);
}

/** All keys of a record, strongest first; empty for a record that cannot be kept. */
export function keysOf(record: Identifiable): string[] {
  return [...strongKeys(record), ...weakKeys(record)];
}
