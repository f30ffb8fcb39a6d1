/** What the index takes from a paper. */
import type { Paper, Sighting } from '@/utils/paper/schema';
import { tokenise } from '@/utils/text/tokens';
import { COLUMNS, type ColumnName, FIELDS, type Field, FLAGS } from './segment';

/** A paper as it is indexed. */
export interface IndexDocument {
  id: string;
  /** For each field how often it has each term. */
  terms: Map<string, number>[];
  columns: Record<Exclude<ColumnName, 'venue' | 'place'>, number>;
  venue: string;
  /** Sites and hosts that it was seen on, one per line. */
  place: string;
}

export const NUMBER_COLUMNS = COLUMNS.filter((name) => name !== 'venue' && name !== 'place');

/** The texts of a field, one after the other: a phrase does not reach from one author or tag into the next. */
export function textsOf(paper: Paper, field: Field): readonly string[] {
  if (field === 'identifiers') return Object.values(paper.identifiers);
  const value = paper[field];
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** A field as one text: what MiniSearch is given where it judges this index. */
export function textOf(paper: Paper, field: Field): string {
  return textsOf(paper, field).join('\n');
}

export function indexDocument(paper: Paper, sightings: readonly Sighting[]): IndexDocument {
  const terms = FIELDS.map((field) => {
    const counts = new Map<string, number>();
    for (const { term } of tokenise(textOf(paper, field))) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  });
  const { starred, status, code, note, abstract } = paper;
  const flags =
    (starred ? FLAGS.starred : 0) |
    (status === 'reading' ? FLAGS.reading : 0) |
    (status === 'read' ? FLAGS.read : 0) |
    (code ? FLAGS.code : 0) |
    (note ? FLAGS.note : 0) |
    (abstract ? FLAGS.abstract : 0);
  return {
    id: paper.id,
    terms,
    columns: {
      saved: Math.max(0, Date.parse(paper.savedAt)),
      published: dayNumber(paper.publishedAt),
      listed: Math.max(0, ...sightings.map(({ listedAt }) => dayNumber(listedAt))),
      upvotes: Math.max(0, ...sightings.map(({ upvotes }) => (upvotes === undefined ? 0 : upvotes + 1))),
      flags,
    },
    venue: paper.venue ?? '',
    place: placesOf(paper, sightings),
  };
}

/** `2026-09-28` as 20260928; a month or year counts as its first day; 0 where there is none. */
export function dayNumber(day: string | undefined): number {
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
