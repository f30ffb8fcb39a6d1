import { type CardStates, type FailureCode, type Result, sendMessage } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper/schema';

export type Question = 'saveCards' | 'unsaveCards' | 'sightCards';

/** How often to repeat a message whose answer was lost with a stopped worker. Saving twice has the effect of saving once. */
const ATTEMPTS = 6;
/**
 * A message that reaches a worker in the moment it is stopped is never answered, not even with an error (ms; doubled
 * with each attempt: the worker may just be busy, and every repeated message makes it busier).
 */
const PATIENCE_MS = 1500;

/** How long to wait before asking again (ms; longer with each attempt). */
const PAUSE_MS = 150;

/** What the worker answers about cards, or why it does not. Never rejects. */
export async function askWorker(
  question: Question,
  data: { cards: PaperCard[]; run?: string | undefined },
): Promise<Result<CardStates>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await Promise.race([sendMessage(question, data), patience(2 ** (attempt - 1) * PATIENCE_MS)]);
    } catch (error) {
      if (attempt < ATTEMPTS) {
        await new Promise((resume) => setTimeout(resume, attempt * PAUSE_MS)); // the worker may be starting again
        continue;
      }
      console.warn('[offprint]', error);
      return { ok: false, code: 'unknown' satisfies FailureCode };
    }
  }
}

function patience(ms: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), ms));
}
