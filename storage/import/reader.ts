/** Turns what the user brings into staged papers and a preview. Runs in a worker, so that the page does not freeze. */

import { momentBelow } from '@/storage/change/saving-order';
import type { OffprintDatabase, StagedSource } from '@/storage/database';
import { IMPORT_FORMATS } from '@/utils/formats';
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import type { FileContext, Reading } from '@/utils/formats/parts/format';
import { gatherIdentifiers, namedIdentifiers } from '@/utils/paper/identifiers';
import { keysOf, untitledKey } from '@/utils/paper/identity';
import { type LibraryRecord, recordOf, recordOfCard, withOwn } from '@/utils/paper/record';
import type { Paper, PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { type Preview, preview } from './preview';
import { type Batch, stage } from './staging';

/** What the user brings: text in any format, or cards that were read from a page. */
export type Brought = { text: string; year?: number | undefined } | { cards: readonly PaperCard[] };

/** What importing it would bring. */
export interface ImportPlan
  extends Omit<Reading, 'papers' | 'cards' | 'entries' | 'copies' | 'gone' | 'rows'>,
    Batch {
  /** Papers of a library's file are imported as a whole; cards are for choosing from. */
  source: StagedSource;
  preview: Preview;
}

/** A paper of a page or a text, or of a bibliography, which says where it stands and what its owner added. */
type Described = Pick<FileEntry, 'card'> & Partial<FileEntry>;

/** How far reading has come: 0 to 1 in each step. */
export type ReadProgress = { step: 'staging' | 'comparing'; share: number };

/**
 * Reads what was brought and stages its papers as `batch`, which begins with the present moment (ISO); undefined if it
 * is in none of our formats.
 */
export async function planImport(
  db: OffprintDatabase,
  batch: string,
  brought: Brought,
  onProgress: (progress: ReadProgress) => void,
): Promise<ImportPlan | undefined> {
  const now = batch.slice(0, 24);
  const context = { today: now.slice(0, 10), year: 'text' in brought ? brought.year : undefined };
  const reading =
    'text' in brought
      ? await readAny(brought.text, context)
      : { papers: [], cards: [...brought.cards], refused: [] };
  if (!reading) return undefined;
  const { papers, cards, entries, copies, gone, rows, ...rest } = reading;
  const described = entries ?? cards?.map((card) => ({ card }));
  const records = described
    ? await recordsOfCards(db, described, now, rest.refused)
    : (copies ?? papers.map(recordOf));
  const share = (step: ReadProgress['step']) => (done: number) =>
    onProgress({ step, share: done / Math.max(1, records.length) });
  const source = described ? 'cards' : copies ? 'backup' : 'library';
  const parts = await stage(db, batch, records, source, share('staging'), present({ gone, rows }));
  return { ...rest, batch, parts, source, preview: await preview(db, batch, share('comparing')) };
}

async function readAny(text: string, context: FileContext): Promise<Reading | undefined> {
  for (const format of IMPORT_FORMATS) {
    const reading = await (await format.load()).read?.(text, context);
    if (reading) return reading;
  }
  return undefined;
}

async function recordsOfCards(
  db: OffprintDatabase,
  described: readonly Described[],
  now: string,
  refused: Reading['refused'],
): Promise<LibraryRecord[]> {
  const records = described.flatMap(({ card, place, line, savedAt, ...own }, index) => {
    // Each gets a moment of its own. Two cards with one title get one id, and are one paper only if nothing contradicts it.
    const record = recordOfCard(card, momentBelow(now, -index), savedAt ?? momentBelow(now, index));
    if (record) return withOwn(record, own);
    refused.push({ place: place ?? index + 1, ...(line !== undefined && { line }), reason: 'unnamed' });
    return [];
  });
  return nameUntitled(db, records);
}

/**
 * Gives papers without a title the title of a paper with the same abstract, in this batch or in the library. It reads the
 * whole library: an index of abstracts would cost space for every paper, for the sake of these few.
 */
async function nameUntitled(
  db: OffprintDatabase,
  records: readonly LibraryRecord[],
): Promise<LibraryRecord[]> {
  const wanted = new Map<string, Paper | undefined>();
  for (const { paper } of records) {
    const key = paper.title ? undefined : untitledKey(paper);
    if (key !== undefined) wanted.set(key, undefined);
  }
  if (wanted.size === 0) return [...records];
  const meet = (paper: Paper) => {
    const key = paper.title ? untitledKey(paper) : undefined;
    if (key !== undefined && wanted.has(key)) wanted.set(key, paper);
  };
  for (const { paper } of records) meet(paper);
  await db.papers.each(meet);
  return records.map((record) => {
    const { paper, sightings } = record;
    const known = paper.title ? undefined : wanted.get(untitledKey(paper) ?? '');
    if (!known?.title || !known.origins.title) return record;
    const origins = { ...paper.origins, title: known.origins.title };
    const identifiers = gatherIdentifiers([known, paper].flatMap((one) => namedIdentifiers(one.identifiers)));
    const named: Paper = { ...paper, title: known.title, identifiers, origins };
    const [id = paper.id] = keysOf(named);
    return { paper: { ...named, id }, sightings: sightings.map((sighting) => ({ ...sighting, paper: id })) };
  });
}
