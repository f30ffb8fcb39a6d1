/** Turns what the user brings into staged papers and a preview. Runs in a worker, so that the page does not freeze. */

import { momentBelow } from '@/storage/change/saving-order';
import type { OffprintDatabase, StagedSource } from '@/storage/database';
import type { Columns } from '@/utils/formats/parts/columns';
import { type OnShare, sharesOf } from '@/utils/formats/parts/progress';
import type { Refusal } from '@/utils/formats/parts/refusal';
import { gatherIdentifiers, namedIdentifiers } from '@/utils/paper/identifiers';
import { keysOf, untitledKey } from '@/utils/paper/identity';
import { type LibraryRecord, recordOf, recordOfCard, withOwn } from '@/utils/paper/record';
import type { Paper, PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { countOwn, KEEP, type Keep, kept, type OwnPart } from './keep';
import { type Preview, preview } from './preview';
import { type Described, type Gathered, readFiles } from './read-files';
import { type Batch, stage } from './staging';

/** How files are read where they leave it open. */
export interface ReadChoices {
  /** The year of dates without one. */
  year?: number | undefined;
  /** The encoding of texts that do not tell theirs. */
  encoding?: string | undefined;
  columns?: Columns | undefined;
  keep?: Keep;
}

/** What the user brings: files, of which pasted text is one, and cards that were read from pages. */
export interface Brought extends ReadChoices {
  files?: readonly Blob[];
  cards?: readonly PaperCard[];
}

/** What importing it would bring. */
export interface ImportPlan extends Pick<Gathered, 'files' | 'unkept' | 'year' | 'columns'>, Batch {
  /** How many records were refused, and the first of them: there may be millions, and a page need not hear of each. */
  refused: { count: number; first: readonly Refusal[] };
  /** Papers of a library's file are imported as a whole; cards are for choosing from. */
  source: StagedSource;
  /** How many tags, collections and child notes the files have. */
  own: Record<OwnPart, number>;
  preview: Preview;
  /** Places of the papers of which only their form tells that they are papers. */
  unsure?: readonly number[];
}

/** How far it has come: from 0 to 1 through all steps. */
export type ReadProgress = { step: 'reading' | 'staging' | 'comparing'; share: number };

/** Refusals that are told. */
const TOLD = 100;
/** How much is done before each step and after the last, by the time that they take. */
const SHARES = { reading: [0, 0.5], staging: [0.5, 0.6], comparing: [0.6, 1] } as const;
/** The share of reading that is left when the files are read: what they say becomes records. */
const UNMADE = 0.3;

/**
 * Reads what was brought and stages its papers as `batch`, which begins with the present moment (ISO); undefined if no
 * file is in any of our formats.
 */
export async function planImport(
  db: OffprintDatabase,
  batch: string,
  { files = [], cards, year, encoding, columns, keep = KEEP }: Brought,
  onProgress: (progress: ReadProgress) => void,
): Promise<ImportPlan | undefined> {
  const now = batch.slice(0, 24);
  const step = (name: ReadProgress['step']) => (share: number) => {
    const [from, to] = SHARES[name];
    onProgress({ step: name, share: from + share * (to - from) });
  };
  const reading = step('reading');
  const onShare = (share: number) => reading((1 - UNMADE) * share);
  const context = { today: now.slice(0, 10), year, columns, onShare };
  const gathered = await readFiles(files, context, encoding);
  const unknown = gathered.files.every(({ problem }) => problem === 'unknown');
  if (!cards && unknown) return undefined;
  const { papers, described, copies, gone, rows, refused, ...rest } = gathered;
  const all = [...(cards ?? []).map((card): Described => ({ card })), ...(described ?? [])];
  const ofCards = described !== undefined || cards !== undefined;
  const unsure: number[] = [];
  const records = ofCards
    ? await recordsOfCards(db, all, now, keep, refused, unsure, (share) =>
        reading(1 - UNMADE + UNMADE * share),
      )
    : (copies ?? papers.map(recordOf));
  const through = (name: ReadProgress['step']) => {
    const tell = step(name);
    return (done: number) => tell(done / Math.max(1, records.length));
  };
  const source: StagedSource = ofCards ? 'cards' : copies ? 'backup' : 'library';
  const parts = await stage(db, batch, records, source, through('staging'), present({ gone, rows }));
  const own = countOwn(all);
  const told = { count: refused.length, first: refused.slice(0, TOLD) };
  const plan = { ...rest, refused: told, own, batch, parts, source, ...(unsure.length > 0 && { unsure }) };
  return { ...plan, preview: await preview(db, batch, through('comparing')) };
}

async function recordsOfCards(
  db: OffprintDatabase,
  described: readonly Described[],
  now: string,
  keep: Keep,
  refused: Refusal[],
  unsure: number[],
  onShare: OnShare,
): Promise<LibraryRecord[]> {
  let count = 0;
  const tell = sharesOf(described.length, onShare);
  const records = described.flatMap(({ card, savedAt, status, starred, key, ...entry }, index) => {
    tell(index);
    // Each gets a moment of its own. Two cards with one title get one id, and are one paper only if nothing contradicts it.
    const record = recordOfCard(card, momentBelow(now, -index), savedAt ?? momentBelow(now, index));
    if (record) {
      if (card.unsure) unsure.push(count);
      count++;
      const own = { ...kept(entry, keep), ...present({ status, starred }) };
      return { ...withOwn(record, own), ...(key && { citationKey: key }) };
    }
    const { place = index + 1, line, file } = entry;
    refused.push({ place, ...present({ line, file }), reason: 'unnamed' });
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
    const { paper, sightings, ...rest } = record;
    const known = paper.title ? undefined : wanted.get(untitledKey(paper) ?? '');
    if (!known?.title || !known.origins.title) return record;
    const origins = { ...paper.origins, title: known.origins.title };
    const identifiers = gatherIdentifiers([known, paper].flatMap((one) => namedIdentifiers(one.identifiers)));
    const named: Paper = { ...paper, title: known.title, identifiers, origins };
    const [id = paper.id] = keysOf(named);
    return {
      ...rest,
      paper: { ...named, id },
      sightings: sightings.map((sighting) => ({ ...sighting, paper: id })),
    };
  });
}
