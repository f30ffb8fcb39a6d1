/** The contract of a file format: one small object in one file that writes papers and, where it can, reads them. */
import type { ExportedPaper } from '../paper';

export interface Format {
  /** File name of the module, and the menu item's key. */
  id: string;
  /** What the menu calls it: a proper name, the same in every language. */
  name: string;
  extension: string;
  mime: string;
  /** The file's text in pieces, for a `Blob`; `exportedAt` is a moment (ISO). */
  write(papers: readonly ExportedPaper[], exportedAt: string): string[];
  /** The papers of a file; undefined if the file is not of this format. Never throws. */
  read?(text: string): Promise<Reading | undefined>;
}

/** What a file gave: its good papers, and why the others were refused. */
export interface Reading {
  papers: ExportedPaper[];
  refused: Refusal[];
  /** Why the file as a whole gave nothing, or not all it should. */
  problem?: 'newer' | 'truncated';
}

/** A record that cannot be kept. */
export interface Refusal {
  /** Its place in the file, counted from 1. */
  place: number;
  /** What it calls itself, if that is known. */
  title?: string;
  reason: 'notARecord' | 'badField' | 'unnamed';
  /** For `badField`: which one. */
  field?: string;
}
