/** The state of one card on a listing, and how the worker's answers change it. */
import type { PaperCard } from '@/utils/paper/schema';
import type { Question } from './ask-worker';
import type { SaveButton, SaveState } from './save-button';

export interface Mounted {
  card: PaperCard;
  state: SaveState;
  button: SaveButton;
}

/** What a button shows after an answer; `saved` is undefined if there was none. */
export function stateAfter(question: Question, state: SaveState, saved: boolean | undefined): SaveState {
  if (saved === undefined)
    return question === 'saveCards' ? 'failed' : question === 'unsaveCards' ? 'saved' : state;
  if (saved) return 'saved';
  return state === 'failed' ? 'failed' : 'save';
}

export function isBusy(state: SaveState | undefined): boolean {
  return state === 'saving' || state === 'removing';
}

/** Whether two readings show the same paper. If not, the card's entry is replaced, and late answers do not reach it. */
export function samePaper(a: PaperCard, b: PaperCard): boolean {
  return JSON.stringify([a.identifiers, a.title]) === JSON.stringify([b.identifiers, b.title]);
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
