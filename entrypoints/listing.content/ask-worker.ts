import { type FailureCode, type SavedStates, sendMessage } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper';

/** The worker's answer: card by card whether it is saved, or why that cannot be told. */
export type Answer = { states: SavedStates } | { failure: FailureCode };

/** How often a question is put again whose answer was lost with a stopped worker. Saving twice is saving once. */
const ATTEMPTS = 4;
/** A message that reaches a worker in the moment it is stopped is never answered, not even with an error (ms; longer with each attempt). */
const PATIENCE_MS = 1500;

/** Asks the worker to save cards or to tell which are saved. Never rejects. */
export async function askWorker(question: 'saveCards' | 'sightCards', cards: PaperCard[]): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await Promise.race([sendMessage(question, { cards }), patience(attempt * PATIENCE_MS)]);
      return answer.ok ? { states: answer.value } : { failure: answer.code };
    } catch (error) {
      if (attempt < ATTEMPTS) continue;
      console.warn('[offprint]', error);
      return { failure: 'unknown' };
    }
  }
}

function patience(ms: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms));
}
