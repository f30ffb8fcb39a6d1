import type { CardStates, CardsOnPage, FailureCode, Result } from '@/utils/messages';
import { send } from './messages';

export type Question = 'saveCards' | 'unsaveCards' | 'sightCards';

/** How often to repeat a message whose answer was lost with a stopped worker. Saving twice has the effect of saving once. */
const ATTEMPTS = 6;
/**
 * A message that reaches a worker in the moment it is stopped is never answered, not even with an error (ms; doubled
 * with each attempt: the worker may just be busy).
 */
const PATIENCE_MS = 1500;

/** How long to wait before asking again (ms; longer with each attempt). */
const PAUSE_MS = 150;

/** What the worker answers about cards, or why it does not. `lives` tells when it last spoke (ms). Never rejects. */
export async function askWorker(
  question: Question,
  data: CardsOnPage,
  lives: () => number,
): Promise<Result<CardStates>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await Promise.race([send(question, data), silence(2 ** (attempt - 1) * PATIENCE_MS, lives)]);
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

/** Rejects after the worker said nothing for so long. */
async function silence(ms: number, lives: () => number): Promise<never> {
  for (let left = ms; left > 0; left = lives() + ms - performance.now())
    await new Promise((resume) => setTimeout(resume, left));
  throw new Error('no answer');
}
