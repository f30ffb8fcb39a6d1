/** Cards and moments for tests. */
import type { PaperCard } from '@/utils/paper/schema';

export const MONDAY = 'https://huggingface.co/papers/date/2026-09-28';
export const TUESDAY = 'https://huggingface.co/papers/date/2026-09-29';
export const WEDNESDAY = 'https://huggingface.co/papers/date/2026-09-30';

export function card(fields: Partial<PaperCard> = {}): PaperCard {
  return { site: 'huggingface', listing: MONDAY, identifiers: {}, ...fields };
}

/** The moment `minutes` after a morning in September 2026. */
export function at(minutes: number): string {
  return new Date(Date.UTC(2026, 8, 28, 6) + minutes * 60_000).toISOString();
}

export function daysAfter(days: number): string {
  return at(days * 24 * 60);
}
