import { sightCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import type { PaperCard } from '@/utils/paper/schema';

/** Looks at cards and waits until what they tell is written. */
export async function see(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<boolean[]> {
  const { saved, write } = await sightCards(db, cards, now);
  await write();
  return saved;
}
