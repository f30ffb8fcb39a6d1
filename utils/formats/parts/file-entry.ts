/** What readers of bibliographies find: papers, what their owner added, and what could not be read. */
import type { Paper, PaperCard } from '@/utils/paper/schema';
import type { Refusal } from './refusal';

/** A paper that a bibliography describes, with what its owner added. */
export interface FileEntry {
  card: PaperCard;
  /** Tags and keywords. */
  tags?: string[];
  /** Collections, groups or folders that it is in. */
  collections?: string[];
  /** Texts that hang on it besides `note`, as Zotero's child notes do. */
  childNotes?: string[];
  note?: string;
  /** Its citation key. */
  key?: string;
  status?: Paper['status'];
  starred?: true;
  /** When it was added (ISO). */
  savedAt?: string;
  /** Counted from 1, as all records of the file are. */
  place: number;
  /** The line on which it begins, counted from 1, where the format has lines. */
  line?: number;
}

/** A record that cannot be kept, and the line on which it begins. */
export interface LineRefusal extends Refusal {
  line: number;
}

export interface FileReading {
  entries: FileEntry[];
  refused: LineRefusal[];
  /** How often a field was there that is not kept, by its name. */
  unkept: Record<string, number>;
}
