import type { PaperCard } from './schema';

/** What makes a card of a page another one: its identifiers and its title, as the page gives them. */
export function cardKey({ identifiers, title }: Pick<PaperCard, 'identifiers' | 'title'>): string {
  return JSON.stringify([identifiers, title]);
}
