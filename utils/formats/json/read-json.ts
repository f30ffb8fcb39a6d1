/** Reads Offprint's own format: record by record, so that a bad one takes no good one with it. */
import { z } from 'zod';
import { keysOf } from '@/utils/paper/identity';
import { cleanExported } from '@/utils/paper/normalise';
import { copyOf, type LibraryRecord } from '@/utils/paper/record';
import { BackupPaper, ExportedPaper, Gone, Source } from '@/utils/paper/schema';
import { LibraryRow } from '@/utils/query/library-row';
import { cut, oneLine } from '@/utils/text/clean';
import { BACKUP_FORM, type Reading } from '../parts/format';
import { type OnShare, sharesOf } from '../parts/progress';
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

/** How our exports begin. Each of their papers is in a line of its own. */
const HEAD =
  /^\uFEFF?\s*\{"format":"offprint-library","version":[12],[^\r\n]{0,10000}"papers":\[(?=\r?(?:\n|$))/;
/** The share of the time in which the text becomes records. */
const PARSING = 0.3;

/** The papers of an exported library; undefined if the text is something else. */
export function readJson(text: string, onShare?: OnShare): Reading | undefined {
  const told = (share: number) => onShare?.(PARSING + (1 - PARSING) * share);
  const lined = readLines(text, (share) => onShare?.(PARSING * share));
  const file = File.safeParse(parse(lined?.isWhole ? lined.head + lined.tail : text));
  if (file.success && file.data.version > VERSION) return { papers: [], refused: [], problem: 'newer' };
  if (file.success) {
    const papers = lined?.isWhole ? lined.papers : file.data.papers;
    return file.data.form ? readCopies({ ...file.data, papers }, told) : readRecords(papers, told);
  }
  if (!lined) return undefined;
  const { papers, head } = lined;
  const reading = head.includes(`"form":"${BACKUP_FORM}"`)
    ? readCopies({ papers, gone: [], rows: [] }, told)
    : readRecords(papers, told);
  return { ...reading, problem: 'truncated' };
}

interface Lines {
  head: string;
  papers: unknown[];
  /** All behind the papers. */
  tail: string;
  /** Whether every line could be parsed. */
  isWhole: boolean;
}

/** The papers line by line; undefined if it is no export of ours. A file that was cut off is no JSON, but has lines. */
function readLines(text: string, onShare: OnShare): Lines | undefined {
  const [head] = HEAD.exec(text) ?? [];
  if (head === undefined) return undefined;
  const tell = sharesOf(text.length, onShare);
  const papers: unknown[] = [];
  let isWhole = true;
  let at = text.indexOf('\n') + 1 || text.length;
  while (at < text.length && text[at] !== ']') {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(at, next).replace(/,?\s*$/, '');
    const paper = line === '' ? undefined : parse(line);
    if (line !== '') papers.push(paper);
    isWhole &&= paper !== undefined;
    at = next;
    tell(at);
  }
  return { head, papers, tail: text.slice(at), isWhole };
}

function readCopies(
  { papers, gone, rows }: Pick<z.infer<typeof File>, 'papers' | 'gone' | 'rows'>,
  onShare: OnShare,
): Reading {
  const { read, refused } = readEach(papers, readCopy, onShare);
  return { papers: [], copies: read, gone: valid(gone, Gone), rows: valid(rows, LibraryRow), refused };
}

/** The valid ones. Rows of kinds that a later version may add are passed over. */
function valid<T>(rows: readonly unknown[], schema: z.ZodType<T>): T[] {
  return rows.map((row) => schema.safeParse(row)).flatMap(({ data }) => data ?? []);
}

function readRecords(records: readonly unknown[], onShare: OnShare): Reading {
  const { read, refused } = readEach(records, readRecord, onShare);
  return { papers: read, refused };
}

function readEach<T extends object>(
  records: readonly unknown[],
  readOne: (record: unknown) => T | Omit<Refusal, 'place'>,
  onShare: OnShare,
): { read: T[]; refused: Refusal[] } {
  const read: T[] = [];
  const refused: Refusal[] = [];
  const tell = sharesOf(records.length, onShare);
  records.forEach((record, index) => {
    tell(index);
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
