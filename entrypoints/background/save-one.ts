/** Saves the one paper that a person asks for outside our pages: by a key, or from a menu. */
import { saveCards, sightCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import type { FailureCode } from '@/utils/messages';
import { PaperCard } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';
import type { Changing } from './change';
import type { Effects } from './effects';

/** What came of it. `title` is the paper's, if it has one. */
export type Outcome =
  | { kind: 'saved' | 'known'; title: string | undefined }
  /** There are so many papers: which of them is meant, the person has to say. */
  | { kind: 'several'; papers: number }
  | { kind: 'none' }
  /** The browser does not let us look. */
  | { kind: 'barred' }
  | { kind: 'failed'; code: FailureCode };

interface SavingEffects extends Pick<Effects, 'queue'> {
  change: Changing;
}

/** Saves a card if it is the only one; undefined means that nobody could look. What the library has stays as it is. */
export async function saveOne(
  db: OffprintDatabase,
  cards: readonly unknown[] | undefined,
  now: string,
  { queue, change }: SavingEffects,
): Promise<Outcome> {
  if (!cards) return { kind: 'barred' };
  const [card, ...others] = cards.flatMap((one) => PaperCard.safeParse(one).data ?? []);
  if (!card) return { kind: 'none' };
  if (others.length > 0) return { kind: 'several', papers: others.length + 1 };
  const title = card.title === undefined ? undefined : oneLine(card.title);
  try {
    return await queue.add('press', async () => {
      const { saved, write } = await sightCards(db, [card], now);
      if (saved[0]) {
        await change(async () => void (await write()));
        return { kind: 'known', title };
      }
      await change(() => saveCards(db, [card], now));
      return { kind: 'saved', title };
    });
  } catch (error) {
    console.warn('[offprint]', error);
    return { kind: 'failed', code: failureCode(error) };
  }
}
