/** The index of the papers: its fields, columns and tables, and what it takes from a paper. */
import type { OffprintDatabase } from '@/storage/database';
import { numberOfDay } from '@/utils/days';
import { FIELD_NAMES, rowOf, type SearchedField, WEIGHTS, type WithinField } from '@/utils/paper/fields';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { tagKey } from '@/utils/paper/tags';
import { TOKENS_VERSION } from '@/utils/text/tokens';
import { type IndexFamily, type IndexStore, indexStore } from '../rows/index-store';
import { countTerms, type IndexDocument } from '../segment/document';
import { FORMAT_VERSION } from '../segment/segment';

/**
 * Fields that queries can name come first, the short ones before the abstract, so that a search in titles reads little. The
 * order is part of the format: the dictionary has a second byte for terms in fields beyond the sixth.
 */
export const PAPER_FIELDS = [
  'title',
  'authors',
  'tags',
  'note',
  'identifiers',
  'abstract',
  'places',
  'people',
] as const satisfies readonly SearchedField[];

export type PaperField = (typeof PAPER_FIELDS)[number];

/**
 * What filters and sorts read. Days are numbers such as 20260928, `saved` is in milliseconds since 1970, and 0 means
 * "unknown". `upvotes` is stored plus one, `flags` are bits.
 */
const NUMBER_COLUMNS = ['saved', 'published', 'listed', 'upvotes', 'flags'] as const;
/**
 * One per line: `place` lists the sites and hosts that a paper was seen on, `submitter` who brought it to sites, `tags` the
 * keys of its tags; each in order, so that papers with the same ones share one text.
 */
const TEXT_COLUMNS = ['venue', 'place', 'organization', 'tags', 'submitter'] as const;
const COLUMNS = [...NUMBER_COLUMNS, ...TEXT_COLUMNS];

export type PaperColumn = (typeof COLUMNS)[number];

export const FLAGS = { starred: 1, reading: 2, read: 4, code: 8, note: 16, abstract: 32 } as const;

export const PAPERS_INDEX: IndexFamily = {
  fields: PAPER_FIELDS.map((name) => ({ name, boost: WEIGHTS[name] })),
  numberColumns: NUMBER_COLUMNS,
  textColumns: TEXT_COLUMNS,
  version: FORMAT_VERSION * 1000 + TOKENS_VERSION,
  tables: ({ segments, chunks, deletions, index }) => ({ segments, chunks, deletions, index }),
  document: paperDocument,
};

/** The papers' index in a database. */
export function papersIndex(db: OffprintDatabase): IndexStore {
  return indexStore(db, PAPERS_INDEX);
}

/** Fields as bits. */
export function fieldMask(fields: readonly PaperField[]): number {
  return fields.reduce((mask, field) => mask | (1 << PAPER_FIELDS.indexOf(field)), 0);
}

export function columnNumber(column: PaperColumn): number {
  return PAPER_FIELDS.length + COLUMNS.indexOf(column);
}

/** What sightings tell of a paper that is searched as text. */
export interface Seen {
  /** Ids of sites. */
  sites: readonly string[];
  submitters: readonly string[];
}

const UNSEEN: Seen = { sites: [], submitters: [] };

/** The fields of a paper that are searched within another field of the index. */
const WITHIN = FIELD_NAMES.flatMap((name) => {
  const { within } = rowOf(name);
  return within === undefined ? [] : [{ name: name as WithinField, within }];
});

/**
 * The texts of a field. They are kept apart because a phrase does not reach from one author or tag into the next. Sites go by
 * their ids: `huggingface` is one word, or whoever looks for faces would find all that was seen there.
 */
export function fieldTexts(paper: Paper, field: PaperField, { sites, submitters }: Seen = UNSEEN): string[] {
  const others = WITHIN.filter(({ within }) => within === field).map(({ name }) => paper[name]);
  if (field === 'places') return textsOf(...others, sites);
  if (field === 'people') return textsOf(...others, submitters);
  if (field === 'identifiers')
    return textsOf(...Object.values(paper.identifiers), textsOf(...others).flatMap(codesIn));
  return textsOf(paper[field]);
}

/** A field as one text. */
export function fieldText(paper: Paper, field: PaperField, seen?: Seen): string {
  return fieldTexts(paper, field, seen).join('\n');
}

/** An ISBN or ISSN as it is written, and without its hyphens. */
function codesIn(code: string): string[] {
  const bare = code.replace(/[\s\u2010-\u2015-]/g, '');
  return bare === code ? [code] : [code, bare];
}

function textsOf(...values: readonly (string | readonly string[] | undefined)[]): string[] {
  return values.flatMap((value) => value ?? []);
}

/** What the sightings of a paper tell, each once and in order. */
export function seenIn(sightings: readonly Sighting[]): Seen {
  return {
    sites: distinct(sightings.map(({ site }) => site)),
    submitters: distinct(sightings.map(({ submitter }) => submitter)),
  };
}

/** The ids of sites among the texts of the column `place`: the others are hosts, which have a dot. */
export function sitesIn(places: string): string[] {
  return places.split('\n').filter((place) => place !== '' && !place.includes('.'));
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined && text !== ''))].sort() as string[];
}

function paperDocument(paper: Paper, sightings: readonly Sighting[]): IndexDocument {
  const columns: Record<(typeof NUMBER_COLUMNS)[number], number> = {
    saved: Math.max(0, Date.parse(paper.savedAt)),
    published: numberOfDay(paper.publishedAt),
    listed: Math.max(0, ...sightings.map(({ listedAt }) => numberOfDay(listedAt))),
    upvotes: Math.max(0, ...sightings.map(({ upvotes }) => (upvotes === undefined ? 0 : upvotes + 1))),
    flags: flagsOf(paper),
  };
  const seen = seenIn(sightings);
  const texts: Record<(typeof TEXT_COLUMNS)[number], string> = {
    venue: paper.venue ?? '',
    place: distinct([...seen.sites, ...[paper, ...sightings].map(({ url }) => hostOf(url))]).join('\n'),
    organization: paper.organization ?? '',
    tags: distinct(paper.tags.map(tagKey)).join('\n'),
    submitter: seen.submitters.join('\n'),
  };
  return {
    id: paper.id,
    terms: PAPER_FIELDS.map((field) => countTerms(fieldText(paper, field, seen))),
    numbers: NUMBER_COLUMNS.map((name) => columns[name]),
    texts: TEXT_COLUMNS.map((name) => texts[name]),
  };
}

function flagsOf({ starred, status, code, note, abstract }: Paper): number {
  return (
    (starred ? FLAGS.starred : 0) |
    (status === 'reading' ? FLAGS.reading : 0) |
    (status === 'read' ? FLAGS.read : 0) |
    (code ? FLAGS.code : 0) |
    (note ? FLAGS.note : 0) |
    (abstract ? FLAGS.abstract : 0)
  );
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : '';
}
