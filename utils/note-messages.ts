/** What a page and the worker tell each other over the port of an open note. Both parse what they get. */
import { z } from 'zod';
import type { FailureCode } from './messages';
import { STAMP } from './paper/stamp';

export const NOTE_PORT = 'note';

/** Longer texts are refused unread; what is too long for a note is told with words (storage/save-note.ts). */
const LONGEST = 2_000_000;

export const NoteToWorker = z.union([
  /** Comes first. `seen` are the heads that the person saw; `run` is random, and new for each note that is opened. */
  z.strictObject({
    paper: z.string().min(3).max(1200),
    run: z.uuid(),
    seen: z.array(z.string().regex(STAMP)).max(1000),
  }),
  /** The whole text after a letter; texts are counted from 1. */
  z.strictObject({ number: z.int().min(1), text: z.string().max(LONGEST) }),
]);
export type NoteToWorker = z.infer<typeof NoteToWorker>;

/** The text of this number is saved, or why it is not. */
export interface NoteToPage {
  number: number;
  code?: FailureCode;
}
