import { noteOf } from './note';
import { stampsOf } from './registers';
import type { Paper } from './schema';
import type { Stamp } from './stamp';

/** The heads of a note that whoever is shown this record sees: those that they replace when they write (note.ts). */
export function seenHeads(paper: Paper): Stamp[] {
  return Object.keys(noteOf(paper, stampsOf(paper).note).heads);
}
