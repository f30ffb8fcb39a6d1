import type { ContentScriptContext } from '#imports';
import { type FailureCode, type SavedStates, sendMessage } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper';

/** The worker's answer, or that this page is cut off from it because the extension was updated. */
export type Answer = { states: SavedStates } | { failure: FailureCode } | { failure: 'reload' };

/** How often a question is put again whose answer was lost with a stopped worker. Saving twice is saving once. */
const ATTEMPTS = 3;

/** Asks the worker to save cards or to tell which are saved. Never rejects. */
export async function askWorker(
  ctx: ContentScriptContext,
  question: 'saveCards' | 'sightCards',
  cards: PaperCard[],
): Promise<Answer> {
  for (let attempt = 1; ctx.isValid; attempt++) {
    try {
      const answer = await sendMessage(question, { cards });
      return answer.ok ? { states: answer.value } : { failure: answer.code };
    } catch (error) {
      if (attempt < ATTEMPTS) continue;
      console.warn('[offprint]', error);
      return ctx.isValid ? { failure: 'unknown' } : { failure: 'reload' };
    }
  }
  return { failure: 'reload' };
}
