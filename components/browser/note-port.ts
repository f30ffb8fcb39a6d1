/** The page's side of an open note: every letter goes to the worker at once, so that a page that closes loses none. */
import { browser } from '#imports';
import type { FailureCode } from '@/utils/messages';
import { NOTE_PORT, type NoteToPage, type NoteToWorker } from '@/utils/note-messages';
import { FIELDS } from '@/utils/paper/fields';
import type { Stamp } from '@/utils/paper/stamp';

export type NoteState = 'saved' | 'saving' | 'failed';

/** What is not saved is told again after so long (ms); the sooner, if it was the worker that was stopped. */
const AGAIN_MS = 3000;
const SOON_MS = 100;
const LONGEST = FIELDS.note.limit;

export interface OpenNote {
  /** Tells the whole text after each change; it is saved a moment later. One that is too long is not saved at all. */
  write(text: string): void;
  /** What was told is saved, whether or not the page stays. */
  close(): void;
  /** Calls back with every state; `code` says why it failed. There is one listener, the last. */
  onState(listener: (state: NoteState, code?: FailureCode) => void): void;
}

/** Opens the note of a paper; `seen` are the heads that are shown (`seenHeads` of utils/paper/seen-heads.ts). */
export function openNote(paper: string, seen: readonly Stamp[]): OpenNote {
  const run = crypto.randomUUID();
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  let last = { number: 0, text: '' };
  let saved = 0;
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  let tell: (state: NoteState, code?: FailureCode) => void = () => {};

  /** The worker may have been stopped, and the port with it. */
  function post(message: NoteToWorker): void {
    if (!port) {
      port = browser.runtime.connect({ name: NOTE_PORT });
      port.onMessage.addListener(hear);
      port.onDisconnect.addListener(lose);
      port.postMessage({ paper, run, seen: [...seen] } satisfies NoteToWorker);
    }
    port.postMessage(message);
  }

  function send(): void {
    clearTimeout(again);
    if (saved === last.number) return;
    try {
      post(last);
    } catch {
      lose();
    }
  }

  function sendAgain(): void {
    clearTimeout(again);
    if (!closed && saved < last.number) again = setTimeout(send, AGAIN_MS);
  }

  function hear(message: NoteToPage): void {
    if (message.code === undefined) saved = Math.max(saved, message.number);
    if (message.number !== last.number) return;
    tell(message.code === undefined ? 'saved' : 'failed', message.code);
    if (message.code !== 'longNote') sendAgain();
  }

  function lose(): void {
    port = undefined;
    if (closed || saved === last.number) return;
    clearTimeout(again);
    again = setTimeout(send, SOON_MS);
  }

  return {
    write(text) {
      if (closed || (text === last.text && last.number > 0)) return;
      if (text.length > LONGEST) return tell('failed', 'longNote');
      last = { number: last.number + 1, text };
      tell('saving');
      send();
    },
    close() {
      if (!port) send();
      closed = true;
      clearTimeout(again);
      port?.disconnect();
    },
    onState(listener) {
      tell = listener;
    },
  };
}
