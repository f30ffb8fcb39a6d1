/** What one member of a file of PaperMemory says. */
import type { FileEntry } from '../parts/file-entry';

export interface Found {
  /** Without its place. */
  entry?: Omit<FileEntry, 'place'>;
  /** The names of the fields that are not kept. */
  unkept?: readonly string[];
}
