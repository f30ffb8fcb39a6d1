/**
 * Whether a site's rule still understands its pages. Sites are redesigned without notice, and cards are then
 * silently missed.
 */
import { identifierTexts } from '@/utils/paper/identifiers';
import type { PaperCard } from '@/utils/paper/schema';

export interface Health {
  /** How many papers the page links to. */
  mentioned: number;
  /** How many of them yielded a card. */
  read: number;
  healthy: boolean;
}

/** Healthy if at least 90 % of the papers that `Site.mentioned` found yielded a card, or if it found none. */
export function health(mentioned: ReadonlySet<string>, cards: Iterable<PaperCard>): Health {
  const keys = new Set([...cards].flatMap((card) => identifierTexts(card.identifiers)));
  const read = [...mentioned].filter((key) => keys.has(key)).length;
  return { mentioned: mentioned.size, read, healthy: read * 10 >= mentioned.size * 9 };
}
