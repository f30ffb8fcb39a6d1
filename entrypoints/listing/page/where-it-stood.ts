import { cardKey } from '@/utils/paper/card-key';
import type { PaperCard } from '@/utils/paper/schema';

/**
 * A card as its paper is told of, `before` being what its element showed when it was read last. If the page changed its address
 * since without a load, what it showed before still belongs to the listing before: the new list may not be there yet.
 */
export function whereItStood(card: PaperCard, before: PaperCard | undefined): PaperCard {
  if (!before || before.listing === card.listing) return card;
  if (isOwnPage(before) && before.title === card.title && before.abstract === card.abstract) return before;
  if (cardKey(before) !== cardKey(card)) return card;
  const { listing, listedAt, passing } = before;
  return { ...card, listing, listedAt, passing } as PaperCard;
}

/** Whether it stood on the paper's own page, where the address tells which paper it is. */
function isOwnPage({ listing = '', identifiers }: PaperCard): boolean {
  const last = listing.replace(/\/$/, '');
  return Object.values(identifiers)
    .flat()
    .some((value) => last.endsWith(`/${value}`));
}
