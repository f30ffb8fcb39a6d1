/** The index of the papers: its fields, columns and tables, and what it takes from a paper. */
import type { OffprintDatabase } from '@/storage/database';
import { numberOfDay } from '@/utils/days';
import { distinct } from '@/utils/distinct';
import { type SearchedField, WEIGHTS } from '@/utils/paper/fields';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { fieldText, seenIn } from '@/utils/paper/searched-texts';
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

/** The ids of sites among the texts of the column `place`: the others are hosts, which have a dot. */
export function sitesIn(places: string): string[] {
  return places.split('\n').filter((place) => place !== '' && !place.includes('.'));
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
