/**
 * READ: how many papers there are of each kind. The numbers are stored and kept by each change (change/derive.ts), so nothing
 * is counted here. Every function works inside `liveQuery`. A library of an older version is counted first (derive-step.ts);
 * until then the numbers are those of the papers that were.
 */
import { Dexie } from 'dexie';
import { dayOfNumber } from '@/utils/days';
import { groupBy } from '@/utils/group-by';
import { order } from '@/utils/order';
import type { OffprintDatabase } from './database';
import { type Counted, type CountRow, quarterOf } from './derived-rows';
import { countPapers } from './library';
import type { CountingPosition } from './setting-rows';

/** Papers of the library by status and star, all of them, and those in the trash. */
export interface Counts {
  unread: number;
  reading: number;
  read: number;
  starred: number;
  trash: number;
  papers: number;
  /** Which share of the papers is counted, 0 to 1. */
  share: number;
}

const WHOLE: [Counted, string][] = [
  ['status', 'unread'],
  ['status', 'reading'],
  ['status', 'read'],
  ['starred', ''],
  ['trash', ''],
];

export async function readCounts(db: OffprintDatabase): Promise<Counts> {
  return db.transaction('r', db.counts, db.settings, async () => {
    const rows = await db.counts.bulkGet(WHOLE);
    const [unread = 0, reading = 0, read = 0, starred = 0, trash = 0] = rows.map((row) => row?.papers);
    return {
      unread,
      reading,
      read,
      starred,
      trash,
      papers: await countPapers(db),
      share: await countedShare(db),
    };
  });
}

/** Which share of the papers is counted, 0 to 1; less than 1 only in a library of an older version, for a minute. */
export async function countedShare(db: OffprintDatabase): Promise<number> {
  const position = (await db.settings.get('counting'))?.value as CountingPosition | undefined;
  if (!position) return 1;
  return Math.min(0.99, (position.done ?? 0) / Math.max(1, await countPapers(db)));
}

/** The number of papers in the trash. */
export async function countTrashed(db: OffprintDatabase): Promise<number> {
  return db.transaction('r', db.counts, db.settings, db.trash, async () => {
    if ((await countedShare(db)) < 1) return db.trash.count();
    return (await db.counts.get(['trash', '']))?.papers ?? 0;
  });
}

/** How many papers were saved at or after `moment` (ISO). */
export async function countSavedSince(db: OffprintDatabase, moment: string): Promise<number> {
  return db.transaction('r', db.counts, db.settings, db.papers, async () => {
    const saved = db.papers.where('savedAt');
    if ((await countedShare(db)) < 1) return saved.aboveOrEqual(moment).count();
    const quarter = quarterOf(moment);
    const later = await db.counts
      .where('[of+value]')
      .between(['saved', quarter], ['saved', '~'], false)
      .toArray();
    const next = new Date(Date.parse(`${quarter}Z`) + QUARTER_MS).toISOString();
    const within = await saved.between(moment, next).count();
    return later.reduce((sum, { papers }) => sum + papers, within);
  });
}

const QUARTER_MS = 900_000;

/** A tag in the spelling that most papers have, and how many papers have it in any. */
export interface TagPapers {
  tag: string;
  papers: number;
}

/** The most frequent tags, from place `from` on, at most `limit`. */
export async function tagCounts(db: OffprintDatabase, limit: number, from = 0): Promise<TagPapers[]> {
  return db.transaction('r', db.counts, async () => {
    const rows = await db.counts
      .where('[of+papers]')
      .between(['tag', Dexie.minKey], ['tag', Dexie.maxKey])
      .reverse()
      .offset(from)
      .limit(limit)
      .toArray();
    const spelled = await Promise.all(rows.map(({ value }) => spellingsOf(db, value)));
    return rows.map(({ value, papers }, index) => ({
      tag: mostFrequent(spelled[index] ?? []) ?? value,
      papers,
    }));
  });
}

/** All tags with their numbers, by their keys. */
export async function allTagCounts(db: OffprintDatabase): Promise<TagPapers[]> {
  return db.transaction('r', db.counts, async () => {
    const [tags, spelled] = [await rowsOf(db, 'tag'), await rowsOf(db, 'spelling')];
    const byKey = groupBy(spelled, ({ value }) => value.slice(0, value.indexOf('\n')));
    return tags.map(({ value, papers }) => ({ tag: mostFrequent(byKey.get(value) ?? []) ?? value, papers }));
  });
}

/** A site's id, and how many papers were seen there. */
export interface SitePapers {
  site: string;
  papers: number;
}

/** All sites, the most frequent first. */
export async function siteCounts(db: OffprintDatabase): Promise<SitePapers[]> {
  const rows = (await rowsOf(db, 'site')).sort((a, b) => b.papers - a.papers || order(a.value, b.value));
  return rows.map(({ value, papers }) => ({ site: value, papers }));
}

/** A day as `2026-09-28`, and its papers. */
export interface DayPapers {
  day: string;
  papers: number;
}

/** Some days, the newest first. */
export interface DayPage {
  days: DayPapers[];
  /** Where to go on; undefined if these were the last. */
  next?: string;
}

/** The latest days on which papers were listed, at most `limit`; `from` is the `next` of the page before. */
export async function listedDays(db: OffprintDatabase, limit: number, from = '~'): Promise<DayPage> {
  const rows = await newestRows(db, 'listed', from)
    .limit(limit + 1)
    .toArray();
  const days = rows.slice(0, limit).map(({ value, papers }) => ({ day: value, papers }));
  const next = rows[limit]?.value;
  return { days, ...(next !== undefined && { next }) };
}

/**
 * The latest days on which papers were saved, at most `limit`; `from` is the `next` of the page before. `dayOf` is the person's
 * own day of a moment (ms since 1970) as a number such as 20260928.
 */
export async function savedDays(
  db: OffprintDatabase,
  dayOf: (moment: number) => number,
  limit: number,
  from = '~',
): Promise<DayPage> {
  const days: DayPapers[] = [];
  let next: string | undefined;
  await newestRows(db, 'saved', from)
    .until(() => next !== undefined)
    .each(({ value, papers }) => {
      const day = dayOfNumber(dayOf(Date.parse(`${value}Z`)));
      const last = days.at(-1);
      if (last?.day === day) last.papers += papers;
      else if (days.length < limit) days.push({ day, papers });
      else next = value;
    });
  return { days, ...(next !== undefined && { next }) };
}

/** '~' is above every day and quarter. */
function newestRows(db: OffprintDatabase, of: Counted, from: string) {
  return db.counts.where('[of+value]').between([of, ''], [of, from], true, true).reverse();
}

function rowsOf(db: OffprintDatabase, of: Counted): Promise<CountRow[]> {
  return db.counts.where('[of+value]').between([of, Dexie.minKey], [of, Dexie.maxKey]).toArray();
}

function spellingsOf(db: OffprintDatabase, key: string): Promise<CountRow[]> {
  return db.counts
    .where('[of+value]')
    .between(['spelling', `${key}\n`], ['spelling', `${key}\n\uffff`])
    .toArray();
}

function mostFrequent(spellings: readonly CountRow[]): string | undefined {
  const [first, ...others] = spellings;
  const most = others.reduce((one, other) => (other.papers > (one?.papers ?? 0) ? other : one), first);
  return most?.value.slice(most.value.indexOf('\n') + 1);
}
