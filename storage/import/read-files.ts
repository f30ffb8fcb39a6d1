/** Reads the files that the user brings, each in the first format that takes it. */

import { IMPORT_FORMATS } from '@/utils/formats';
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import type { FileContext, Reading } from '@/utils/formats/parts/format';
import { sharesOf } from '@/utils/formats/parts/progress';
import { SourceFile } from '@/utils/formats/parts/source-file';

/** A paper of a page or a text, or of a bibliography, which says where it stands and what its owner added. */
export type Described = Pick<FileEntry, 'card'> & Partial<FileEntry> & { file?: string };

/** What became of one file. */
export interface FileReport {
  /** '' for what was pasted. */
  name: string;
  /** The id of its format, if it is in one that we know. */
  format?: string;
  /** How many papers it has. */
  papers: number;
  /** The encoding that its text was taken for, if it may be another one. */
  guessed?: string;
  /** Why it gave nothing, or not everything. `alone`: a library is imported by itself, not among other files. */
  problem?: Reading['problem'] | 'unknown' | 'alone';
}

/** What all files give together. */
export interface Gathered
  extends Pick<Reading, 'papers' | 'copies' | 'gone' | 'rows' | 'refused' | 'year' | 'columns'> {
  described?: Described[];
  unkept: Record<string, number>;
  files: FileReport[];
}

/**
 * Reads files one after the other; `context.onShare` hears how much of all of them is read. `guess` is the encoding of texts
 * that do not tell theirs.
 */
export async function readFiles(
  files: readonly Blob[],
  context: FileContext,
  guess: string | undefined,
): Promise<Gathered> {
  const gathered: Gathered = { papers: [], refused: [], unkept: {}, files: [] };
  const several = files.length > 1;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const tell = sharesOf(size, context.onShare);
  let before = 0;
  for (const file of files) {
    const source = new SourceFile(new Uint8Array(await file.arrayBuffer()), nameOf(file), guess);
    const onShare = (share: number) => tell(before + share * file.size);
    const [format, reading] = await readOne(source, { ...context, onShare });
    before += file.size;
    tell(before);
    const report: FileReport = { name: source.name, papers: 0 };
    gathered.files.push(report);
    if (!format || !reading) {
      report.problem = 'unknown';
      continue;
    }
    if (source.guessed) report.guessed = source.guessed;
    report.format = format;
    const { entries, cards, papers, copies, refused, unkept = {}, problem, ...rest } = reading;
    const described: Described[] | undefined = entries ?? cards?.map((card) => ({ card }));
    if (problem) report.problem = problem;
    if (several && !described) {
      report.problem ??= 'alone';
      continue;
    }
    report.papers = (described ?? copies ?? papers).length;
    const within = several ? { file: source.name } : {};
    if (described) {
      gathered.described ??= [];
      for (const one of described) gathered.described.push({ ...one, ...within });
    } else Object.assign(gathered, { papers, ...(copies && { copies }) });
    Object.assign(gathered, rest);
    for (const one of refused) gathered.refused.push({ ...one, ...within });
    for (const [field, count] of Object.entries(unkept))
      gathered.unkept[field] = (gathered.unkept[field] ?? 0) + count;
  }
  return gathered;
}

async function readOne(
  source: SourceFile,
  context: FileContext,
): Promise<[string, Reading] | [undefined, undefined]> {
  for (const format of IMPORT_FORMATS) {
    const reading = await (await format.load()).read?.(source, context);
    if (reading) return [format.id, reading];
  }
  return [undefined, undefined];
}

function nameOf(file: Blob): string {
  return 'name' in file ? String(file.name) : '';
}
