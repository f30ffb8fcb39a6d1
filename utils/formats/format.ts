/** The contract of a file format: one small object in one file that writes (later also reads) papers. */
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
}
