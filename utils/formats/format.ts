/** The contract of a file format: one small object in one file that writes papers, reads them, or does both. */

import type { LibraryRecord } from '@/utils/paper/record';
import type { ExportedPaper, Gone, PaperCard } from '@/utils/paper/schema';
import type { LibraryRow } from '@/utils/query/library-row';

/** What a backup calls itself, unlike an export of what a person sees. */
export const BACKUP_FORM = 'everything';

export interface Format {
  /** File name of the module, and the menu item's key. */
  id: string;
  /** What the menu calls it: a proper name, the same in every language. */
  name: string;
  extension: string;
  mime: string;
  /** The file's text in pieces, for a `Blob`; `exportedAt` is a moment (ISO). */
  write?(papers: readonly ExportedPaper[], exportedAt: string): string[];
  /** The papers of a file; undefined if the file is not of this format. Never throws. */
  read?(text: string, context: FileContext): Promise<Reading | undefined>;
}

/** A format that the library can be exported in. */
export type ExportFormat = Format & Required<Pick<Format, 'write'>>;

/** What reading depends on besides the file. */
export interface FileContext {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** The year that the user set for dates without one. */
  year?: number | undefined;
}

/** The result of reading a file: its good papers, and why the others were refused. */
export interface Reading {
  papers: ExportedPaper[];
  /** Papers described by a text. Unlike `papers`, no library kept them or told them apart. */
  cards?: PaperCard[];
  /** The records of a backup, whole, the ids of those that were gone, and its other rows. There are no `papers` then. */
  copies?: LibraryRecord[];
  gone?: Gone[];
  rows?: LibraryRow[];
  refused: Refusal[];
  /** Why the file gave nothing, or not everything. */
  problem?: 'newer' | 'truncated';
  /** The year that was assumed for dates without one, and its source. */
  year?: { value: number; from: 'printed' | 'asked' | 'user' };
}

/** A record that cannot be kept. */
export interface Refusal {
  /** Its place in the file, counted from 1. */
  place: number;
  /** Its title or id, if known. */
  title?: string;
  reason: 'notARecord' | 'badField' | 'unnamed' | 'cutOff' | 'tooLong';
  /** For `badField`: which one. */
  field?: string;
}
