/**
 * Follows a note while it is typed. A page tells every letter at once; it is written after a pause, or when the page
 * closes, which a popup does under the hands of whoever types.
 */
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { saveNote, type WrittenNote } from '@/storage/save-note';
import { type NoteToPage, NoteToWorker } from '@/utils/note-messages';
import type { Changing } from './change';
import type { Effects } from './effects';
import { checkOwnPage, type Sender } from './sender';

/** A text is written once no letter came for so long (ms), and in any case after so many such pauses. */
export const PAUSE_MS = 400;
export const MOST_PAUSES = 5;

/** The part of `runtime.Port` that is used. */
export interface NotePort {
  sender?: Sender | undefined;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: NoteToPage): void;
  disconnect(): void;
}

interface NoteEffects extends Pick<Effects, 'queue' | 'pause'> {
  change: Changing;
}

/** Returns a function that follows the note of one port. */
export function createNotePort(
  db: OffprintDatabase,
  { queue, pause, change }: NoteEffects,
): (port: NotePort) => void {
  return (port) => {
    let note: Omit<WrittenNote, 'text'> | undefined;
    let heard = { number: 0, text: '' };
    let written = 0;
    let open = true;
    let waiting = false;
    let writing = Promise.resolve();

    function tell(message: NoteToPage): void {
      if (open) port.postMessage(message);
    }

    /** Writes what was heard last; after a failure it is tried again when more is heard, or the port closes. */
    async function write(): Promise<void> {
      const { number, text } = heard;
      if (!note || number === written) return;
      const whole = { ...note, text };
      try {
        await queue.add('press', () => change(() => saveNote(db, whole, new Date().toISOString())));
        written = number;
        tell({ number });
      } catch (error) {
        console.warn('[offprint]', error);
        tell({ number, code: failureCode(error) });
      }
    }

    function writeInTurn(): Promise<void> {
      writing = writing.then(write);
      return writing;
    }

    async function writeAfterPause(): Promise<void> {
      if (waiting) return;
      waiting = true;
      for (let pauses = 0, number = -1; number !== heard.number && pauses < MOST_PAUSES; pauses++) {
        number = heard.number;
        await pause(PAUSE_MS);
      }
      waiting = false;
      await writeInTurn();
    }

    function hear(message: unknown): void {
      const { success, data } = NoteToWorker.safeParse(message);
      if (!success || 'paper' in data === (note !== undefined)) port.disconnect();
      else if ('paper' in data) note = data;
      else {
        heard = data;
        void writeAfterPause();
      }
    }

    try {
      checkOwnPage(port.sender ?? {});
    } catch {
      port.disconnect();
      return;
    }
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(() => {
      open = false;
      void writeInTurn();
    });
  };
}
