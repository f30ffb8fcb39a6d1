/** Reads Offprint's own format: record by record, so that a bad one takes no good one with it. */
import { z } from 'zod';
import { keysOf } from '@/utils/paper/identity';
import { cleanExported } from '@/utils/paper/normalise';
import { copyOf, type LibraryRecord } from '@/utils/paper/record';
import { BackupPaper, ExportedPaper, Gone, Source } from '@/utils/paper/schema';
import { LibraryRow } from '@/utils/query/library-row';
import { cut, oneLine } from '@/utils/text/clean';
import { BACKUP_FORM, type Reading } from '../parts/format';
import type { Refusal } from '../parts/refusal';

/** Ignores fields that a later version may add. Known fields must be valid. */
const Record = z.object({ ...ExportedPaper.shape, sources: z.array(z.object(Source.shape)) });
const File = z.object({
  format: z.literal('offprint-library'),
  version: z.int().positive(),
  form: z.literal(BACKUP_FORM).optional(),
  papers: z.array(z.unknown()),
  gone: z.array(z.unknown()).default([]),
  rows: z.array(z.unknown()).catch([]),
});
const Copy = z.object({
  ...BackupPaper.shape,
  sources: z.array(z.object(BackupPaper.shape.sources.element.shape)),
});

/** Version 1 knew one identifier per namespace; all else it says is said the same way now. */
const VERSION = 2;

/** The papers of an exported library; undefined if the text is something else. */
export function readJson(text: string): Reading | undefined {
  const file = File.safeParse(parse(text));
  if (!file.success) return readLines(text);
  if (file.data.version > VERSION) return { papers: [], refused: [], problem: 'newer' };
  return file.data.form ? readCopies(file.data) : readRecords(file.data.papers);
}

/** A truncated file is not valid JSON, but our exports have one paper per line. */
function readLines(text: string): Reading | undefined {
  const [head = '', ...lines] = text.split(/\r?\n/);
  if (!/^\uFEFF?\s*\{"format":"offprint-library","version":[12],.*"papers":\[\r?$/.test(head))
    return undefined;
  const end = lines.findIndex((line) => line.startsWith(']'));
  const records = lines
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.replace(/,\s*$/, ''))
    .filter((line) => line !== '' && line !== '\r')
    .map(parse);
  const reading = head.includes(`"form":"${BACKUP_FORM}"`)
    ? readCopies({ papers: records, gone: [], rows: [] })
    : readRecords(records);
  return { ...reading, problem: 'truncated' };
}

function readCopies({ papers, gone, rows }: Pick<z.infer<typeof File>, 'papers' | 'gone' | 'rows'>): Reading {
  const { read, refused } = readEach(papers, readCopy);
  return { papers: [], copies: read, gone: valid(gone, Gone), rows: valid(rows, LibraryRow), refused };
}

/** The valid ones. Rows of kinds that a later version may add are passed over. */
function valid<T>(rows: readonly unknown[], schema: z.ZodType<T>): T[] {
  return rows.map((row) => schema.safeParse(row)).flatMap(({ data }) => data ?? []);
}

function readRecords(records: readonly unknown[]): Reading {
  const { read, refused } = readEach(records, readRecord);
  return { papers: read, refused };
}

function readEach<T extends object>(
  records: readonly unknown[],
  readOne: (record: unknown) => T | Omit<Refusal, 'place'>,
): { read: T[]; refused: Refusal[] } {
  const read: T[] = [];
  const refused: Refusal[] = [];
  records.forEach((record, index) => {
    const one = readOne(record);
    if ('reason' in one) refused.push({ place: index + 1, ...one });
    else read.push(one);
  });
  return { read, refused };
}

/** A record of a backup: as any other, and with what it has beside. */
function readCopy(record: unknown): LibraryRecord | Omit<Refusal, 'place'> {
  const paper = readRecord(record);
  if ('reason' in paper) return paper;
  const copy = Copy.safeParse(record);
  if (copy.success) return copyOf({ ...copy.data, ...paper, sources: copy.data.sources } as BackupPaper);
  return { ...(paper.title && { title: paper.title }), ...badField(copy.error) };
}

function badField(error: z.ZodError): Omit<Refusal, 'place'> {
  return { reason: 'badField', field: error.issues[0]?.path.join('.') ?? '' };
}

function readRecord(record: unknown): ExportedPaper | Omit<Refusal, 'place'> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { reason: 'notARecord' };
  const read = Record.safeParse(record);
  const name = (record as { title?: unknown; id?: unknown }).title ?? (record as { id?: unknown }).id;
  const title = typeof name === 'string' ? { title: cut(oneLine(name), 200) } : {};
  if (!read.success) return { ...title, ...badField(read.error) };
  const paper = cleanExported(read.data as ExportedPaper);
  const [key] = keysOf(paper);
  if (key === undefined) return { ...title, reason: 'unnamed' };
  return Record.shape.id.safeParse(paper.id).success ? paper : { ...paper, id: key };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
