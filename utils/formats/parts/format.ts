/** The contract of a file format: a row in the registry (index.ts), and one module that writes papers, reads them, or does both. */

import type { LibraryRecord } from '@/utils/paper/record';
import type { ExportedPaper, Gone, PaperCard } from '@/utils/paper/schema';
import type { LibraryRow } from '@/utils/query/library-row';
import type { Columns } from './columns';
import type { FileEntry } from './file-entry';
import type { OnShare } from './progress';
import type { Refusal } from './refusal';
import type { SourceFile } from './source-file';

/** What a backup calls itself, unlike an export of what a person sees. */
export const BACKUP_FORM = 'everything';

/** A row of the registry. It is there from the start; the module comes when a file is written or read. */
export interface Format {
  /** File or folder name of the module. */
  id: string;
  /** What the menu calls it: a proper name, the same in every language. */
  name: string;
  /** The endings of its files. The first is the one that is written. */
  extensions: readonly [string, ...string[]];
  mime: string;
  /** What it does: a menu needs to know before the module is there. */
  does: 'reads' | 'writes' | 'both';
  /** Its entries have citation keys. They are given before writing. */
  keyed?: true;
  /** Notes are written, too, unless the person says otherwise: it is for the person's own use. */
  notes?: true;
  /** It can write letters beyond ASCII as commands of TeX. */
  ascii?: true;
  /** It is written in a style of citations, as text or as HTML. */
  styled?: true;
  /** Papers are written in the order of their ids, so that the same library gives the same file. */
  byId?: true;
  /** Its files tell what they are by how they begin: it is tried before others, which may find their own within them. */
  first?: true;
  /** Most papers that a file can have. */
  most?: number;
  load(): Promise<FormatModule>;
}

export interface FormatModule {
  write?: Write;
  read?: Read;
}

/** A paper on its way out. */
export interface Entry {
  paper: ExportedPaper;
  /** Its citation key; '' where the format is not `keyed`. */
  key: string;
}

export interface WriteOptions {
  /** The moment (ISO). */
  exportedAt: string;
  /** Letters beyond ASCII are written as commands of TeX, where the format has them. */
  ascii: boolean;
  /** The id of a style of citations, where the format is `styled`. */
  style?: string;
  /** As HTML, where the format is `styled`. */
  rich?: boolean;
}

/**
 * Writes a file in pieces of text or bytes, batch by batch, so that a library of any size passes through. Which papers,
 * and whether with notes, was decided before.
 */
export type Write = (
  batches: AsyncIterable<readonly Entry[]>,
  options: WriteOptions,
) => AsyncIterable<string | Uint8Array>;

/**
 * The papers of a file; undefined if the file is not of this format. Never throws. Who reads for long says how far it is
 * (`parts/progress.ts`): whoever asked may show it, and end the worker in which all of this runs.
 */
export type Read = (file: SourceFile, context: FileContext) => Promise<Reading | undefined>;

/** What reading depends on besides the file. */
export interface FileContext {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** The year that the user set for dates without one. */
  year?: number | undefined;
  /** What the user says the columns of a table are, by their headings. */
  columns?: Columns | undefined;
  /** Hears which share of the file is read. */
  onShare?: OnShare | undefined;
}

/** The result of reading a file: its good papers, and why the others were refused. */
export interface Reading {
  papers: ExportedPaper[];
  /** Papers described by a text. Unlike `papers`, no library kept them or told them apart. */
  cards?: PaperCard[];
  /** Papers that a bibliography describes, as `cards` do, with what its owner added. */
  entries?: FileEntry[];
  /** How often a field was there that is not kept, by its name. */
  unkept?: Record<string, number>;
  /** The records of a backup, whole, the ids of those that were gone, and its other rows. There are no `papers` then. */
  copies?: LibraryRecord[];
  gone?: Gone[];
  rows?: LibraryRow[];
  refused: Refusal[];
  /** What the columns of a table were taken for, by their headings. */
  columns?: Columns;
  /** Why the file gave nothing, or not everything. */
  problem?: 'newer' | 'truncated' | 'encrypted';
  /** The year that was assumed for dates without one, and its source. */
  year?: { value: number; from: 'printed' | 'asked' | 'user' };
}
