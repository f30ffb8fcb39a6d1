/**
 * Rows that are made from others, so that a page reads what it shows and no more. Each change keeps them in its own
 * transaction (change/derive.ts); nothing is lost with them.
 */
import { dayOfNumber, numberOfDay } from '@/utils/days';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { statusMoment } from '@/utils/paper/status-day';
import { tagKey } from '@/utils/paper/tags';

/**
 * What papers are counted by. `tag` is a `tagKey`, `spelling` the key and how papers write it (`spellingValue`), `saved` the
 * quarter of an hour in which a paper was saved, because a day depends on where the person is, and `listed` the latest day on
 * which it was listed. `starred` and `trash` have no value.
 */
export type Counted = 'status' | 'starred' | 'trash' | 'tag' | 'spelling' | 'site' | 'saved' | 'listed';

/** How many papers have one value; there is no row for none. */
export interface CountRow {
  of: Counted;
  value: string;
  papers: number;
}

/**
 * The place of a paper among those to read. One that is unread has when it was saved, its greatest number of upvotes, and
 * when it was published; any other its status and since when it has that ('' if nobody knows).
 */
export interface QueueRow {
  paper: string;
  unread?: string;
  votes?: number;
  published?: string;
  status?: 'reading' | 'read';
  since?: string;
}

/** The papers that one part of a journal entry's changes is about. */
export interface TouchedRow {
  entry: number;
  part: number;
  papers: string[];
}

/**
 * Two papers that may be one, as they were when the worker last looked, by id; whoever reads them looks again.
 * `found` is the revision of the later one.
 */
export interface AlikeRow {
  one: string;
  other: string;
  found: number;
}

/** What a paper of the library is counted under, each once. */
export function countedAs(paper: Paper, sightings: readonly Sighting[]): Pick<CountRow, 'of' | 'value'>[] {
  const listed = Math.max(0, ...sightings.map(({ listedAt }) => numberOfDay(listedAt)));
  const values: [Counted, readonly string[]][] = [
    ['status', [paper.status]],
    ['starred', paper.starred ? [''] : []],
    ['tag', paper.tags.map(tagKey)],
    ['spelling', paper.tags.map(spellingValue)],
    ['site', sightings.map(({ site }) => site)],
    ['saved', [quarterOf(paper.savedAt)]],
    ['listed', listed === 0 ? [] : [dayOfNumber(listed)]],
  ];
  return values.flatMap(([of, all]) => [...new Set(all)].map((value) => ({ of, value })));
}

/** The quarter of an hour in which a moment (ISO) lies, as `2026-09-28T06:15`: wherever one is, it lies in one day. */
export function quarterOf(moment: string): string {
  const minutes = Math.floor(Number(moment.slice(14, 16)) / 15) * 15;
  return `${moment.slice(0, 14)}${String(minutes).padStart(2, '0')}`;
}

/** The key of a tag, and how it is written. A key has no line breaks. */
export function spellingValue(tag: string): string {
  return `${tagKey(tag)}\n${tag}`;
}

/** Where a paper of the library stands among those to read. */
export function queueRowOf(paper: Paper, sightings: readonly Sighting[]): QueueRow {
  const { id, status, savedAt, publishedAt = '' } = paper;
  if (status !== 'unread') return { paper: id, status, since: statusMoment(paper) ?? '' };
  const votes = Math.max(0, ...sightings.map(({ upvotes = 0 }) => upvotes));
  return { paper: id, unread: savedAt, votes, published: publishedAt };
}
