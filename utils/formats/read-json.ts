/** Reads Offprint's own format: record by record, so that a bad one takes no good one with it. */
import { z } from 'zod';
import { keysOf } from '@/utils/paper/identity';
import { cleanExported } from '@/utils/paper/normalise';
import { ExportedPaper, Source } from '@/utils/paper/schema';
import { cut, oneLine } from '@/utils/text/clean';
import type { Reading, Refusal } from './format';

/** Ignores fields that a later version may add. Known fields must be valid. */
const Record = z.object({ ...ExportedPaper.shape, sources: z.array(z.object(Source.shape)) });
const File = z.object({
  format: z.literal('offprint-library'),
  version: z.int().positive(),
  papers: z.array(z.unknown()),
});

/** Version 1 knew one identifier per namespace; all else it says is said the same way now. */
const VERSION = 2;

/** The papers of an exported library; undefined if the text is something else. */
export function readJson(text: string): Reading | undefined {
  const file = File.safeParse(parse(text));
  if (!file.success) return readLines(text);
  if (file.data.version > VERSION) return { papers: [], refused: [], problem: 'newer' };
  return readRecords(file.data.papers);
}

/** A truncated file is not valid JSON, but our exports have one paper per line. */
function readLines(text: string): Reading | undefined {
  const [head = '', ...lines] = text.split(/\r?\n/);
  if (!/^\uFEFF?\s*\{"format":"offprint-library","version":[12],.*"papers":\[\r?$/.test(head))
    return undefined;
  const records = lines
    .map((line) => line.replace(/,\s*$/, ''))
    .filter((line) => line !== '' && !/^\]\}?\r?$/.test(line))
    .map(parse);
  return { ...readRecords(records), problem: 'truncated' };
}

function readRecords(records: readonly unknown[]): Reading {
  const papers: ExportedPaper[] = [];
  const refused: Refusal[] = [];
  records.forEach((record, index) => {
    const read = readRecord(record);
    if ('reason' in read) refused.push({ place: index + 1, ...read });
    else papers.push(read);
  });
  return { papers, refused };
}

function readRecord(record: unknown): ExportedPaper | Omit<Refusal, 'place'> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { reason: 'notARecord' };
  const read = Record.safeParse(record);
  const name = (record as { title?: unknown; id?: unknown }).title ?? (record as { id?: unknown }).id;
  const title = typeof name === 'string' ? { title: cut(oneLine(name), 200) } : {};
  if (!read.success)
    return { ...title, reason: 'badField', field: read.error.issues[0]?.path.join('.') ?? '' };
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
