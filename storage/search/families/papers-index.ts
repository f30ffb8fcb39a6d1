/** The index of the papers: its fields, columns and tables, and what it takes from a paper. */
import type { OffprintDatabase } from '@/storage/database';
import { FIELDS, type SearchedField } from '@/utils/paper/fields';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { tagKey } from '@/utils/paper/tags';
import { TOKENS_VERSION } from '@/utils/text/tokens';
import { type IndexFamily, type IndexStore, indexStore } from '../rows/index-store';
import { countTerms, type IndexDocument } from '../segment/document';
import { FORMAT_VERSION } from '../segment/segment';

/** Short fields come first, so that a search in titles reads little. The order is part of the format. */
export const PAPER_FIELDS = [
  'title',
  'authors',
  'tags',
  'note',
  'identifiers',
  'abstract',
] as const satisfies readonly SearchedField[];

export type PaperField = (typeof PAPER_FIELDS)[number];

/**
 * What filters and sorts read. Days are numbers such as 20260928, `saved` is in milliseconds since 1970, and 0 means
 * "unknown". `upvotes` is stored plus one, `flags` are bits.
 */
const NUMBER_COLUMNS = ['saved', 'published', 'listed', 'upvotes', 'flags'] as const;
/**
 * One per line: `place` lists the sites and hosts that a paper was seen on, `tags` the keys of its tags in order, so that
 * papers with the same tags share one text.
 */
const TEXT_COLUMNS = ['venue', 'place', 'organization', 'tags'] as const;
const COLUMNS = [...NUMBER_COLUMNS, ...TEXT_COLUMNS];

export type PaperColumn = (typeof COLUMNS)[number];

export const FLAGS = { starred: 1, reading: 2, read: 4, code: 8, note: 16, abstract: 32 } as const;

export const PAPERS_INDEX: IndexFamily = {
  fields: PAPER_FIELDS.map((name) => ({ name, boost: FIELDS[name].weight })),
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

/** The texts of a field. They are kept apart because a phrase does not reach from one author or tag into the next. */
export function fieldTexts(paper: Paper, field: PaperField): readonly string[] {
  if (field === 'identifiers') return Object.values(paper.identifiers).flat();
  const value = paper[field];
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** A field as one text. */
export function fieldText(paper: Paper, field: PaperField): string {
  return fieldTexts(paper, field).join('\n');
}

function paperDocument(paper: Paper, sightings: readonly Sighting[]): IndexDocument {
  const columns: Record<(typeof NUMBER_COLUMNS)[number], number> = {
    saved: Math.max(0, Date.parse(paper.savedAt)),
    published: dayNumber(paper.publishedAt),
    listed: Math.max(0, ...sightings.map(({ listedAt }) => dayNumber(listedAt))),
    upvotes: Math.max(0, ...sightings.map(({ upvotes }) => (upvotes === undefined ? 0 : upvotes + 1))),
    flags: flagsOf(paper),
  };
  const texts: Record<(typeof TEXT_COLUMNS)[number], string> = {
    venue: paper.venue ?? '',
    place: placesOf(paper, sightings),
    organization: paper.organization ?? '',
    tags: [...new Set(paper.tags.map(tagKey))].sort().join('\n'),
  };
  return {
    id: paper.id,
    terms: PAPER_FIELDS.map((field) => countTerms(fieldText(paper, field))),
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

/** `2026-09-28` as 20260928. A month or year counts as its first day; 0 if there is none. */
function dayNumber(day: string | undefined): number {
  if (!day) return 0;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year * 10_000 + month * 100 + date;
}

function placesOf(paper: Paper, sightings: readonly Sighting[]): string {
  const places = new Set(sightings.flatMap(({ site, url }) => [site, hostOf(url)]));
  if (paper.url) places.add(hostOf(paper.url));
  return [...places].filter(Boolean).sort().join('\n');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
