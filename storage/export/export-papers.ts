/** Writes papers of the library into a file, in any format. */
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { papersWithSightings } from '@/storage/library';
import { FORMATS } from '@/utils/formats';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import type { Entry, Format, WriteOptions } from '@/utils/formats/parts/format';
import type { ExportRequest } from '@/utils/formats/parts/request';
import { order } from '@/utils/order';
import type { ExportedPaper } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { keysOfPapers, proposedKeys } from '../citation-keys';
import { withoutNote, withoutPrivate } from './private';

/** Papers that are read and written at once: about 1 MB. */
const BATCH = 250;
/** What is written is handed over to the browser, which may keep it on the disk, in parts of about this size (UTF-16 units or bytes). */
const PART = 1_000_000;

/** A file, and how many papers it has: some may have been removed meanwhile. */
export interface WrittenFile {
  file: File;
  papers: number;
}

/**
 * Writes a file; `now` is a moment (ISO). Hears after each batch how many papers were written. Rejects with the signal's
 * reason when it is aborted, and if there are more papers than the format can have.
 */
export async function exportPapers(
  db: OffprintDatabase,
  request: ExportRequest,
  now: string,
  onProgress: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
): Promise<WrittenFile> {
  const format = formatOf(request.format);
  const ids = await idsOf(db, format, request.ids);
  if (format.most !== undefined && ids.length > format.most) throw new Failure('tooMany');
  const { write } = await format.load();
  if (!write) throw new Error(`${format.id} is only read`);
  let papers = 0;

  async function* batches(): AsyncGenerator<Entry[]> {
    for (let from = 0; from < ids.length; from += BATCH) {
      signal?.throwIfAborted();
      const some = ids.slice(from, from + BATCH);
      const entries = await entriesOf(db, some, request.own, format.keyed && (await keysOfPapers(db, some)));
      papers += entries.length;
      yield entries;
      onProgress(Math.min(from + BATCH, ids.length), ids.length);
    }
  }
  const parts = await gather(write(batches(), writeOptions(request, now)));
  return { file: new File(parts, fileName(format, now), { type: format.mime }), papers };
}

/**
 * READ: the text that a file of these few papers would have; undefined if the format is not text. Those that have no
 * citation key yet stand with the one that `pattern` would give them.
 */
export async function textOfPapers(
  db: OffprintDatabase,
  request: ExportRequest & { ids: readonly string[] },
  pattern: string,
  now: string,
): Promise<string | undefined> {
  const format = formatOf(request.format);
  const { write } = await format.load();
  const keys = format.keyed && (await proposedKeys(db, request.ids, pattern));
  async function* once() {
    yield await entriesOf(db, request.ids, request.own, keys);
  }
  let text = '';
  for await (const piece of write?.(once(), writeOptions(request, now)) ?? []) {
    if (typeof piece !== 'string') return undefined;
    text += piece;
  }
  return text;
}

function writeOptions({ ascii, style, rich }: ExportRequest, now: string): WriteOptions {
  return { exportedAt: now, ascii, ...present({ style, rich }) };
}

function formatOf(id: string): Format {
  const format = FORMATS.find((one) => one.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}

function fileName({ extensions: [ending] }: Format, now: string): string {
  return `offprint-${now.slice(0, 10)}.${ending}`;
}

async function idsOf(
  db: OffprintDatabase,
  { byId }: Format,
  ids: readonly string[] | undefined,
): Promise<readonly string[]> {
  if (!ids) return db.papers.toCollection().primaryKeys();
  return byId ? ids.toSorted(order) : ids;
}

/** Papers that were removed meanwhile are left out. */
async function entriesOf(
  db: OffprintDatabase,
  ids: readonly string[],
  own: ExportRequest['own'],
  keys: ReadonlyMap<string, string> | undefined,
): Promise<Entry[]> {
  const { papers, sightings } = await papersWithSightings(db, ids);
  return papers.map((paper) => ({
    paper: OWN[own](exportPaper(paper, sightings.get(paper.id) ?? [])),
    key: keys?.get(paper.id) ?? '',
  }));
}

const OWN: Record<ExportRequest['own'], (paper: ExportedPaper) => ExportedPaper> = {
  all: (paper) => paper,
  'no notes': withoutNote,
  nothing: withoutPrivate,
};

async function gather(pieces: AsyncIterable<string | Uint8Array>): Promise<BlobPart[]> {
  const parts: BlobPart[] = [];
  let some: BlobPart[] = [];
  let length = 0;
  const close = () => {
    if (some.length > 0) parts.push(new Blob(some));
    some = [];
    length = 0;
  };
  // A blob for each piece of a zip file took a gigabyte and minutes for 20,000 papers: the browser keeps account of each.
  for await (const piece of pieces) {
    some.push(piece as string | Uint8Array<ArrayBuffer>);
    length += piece.length;
    if (length > PART) close();
  }
  close();
  return parts;
}
