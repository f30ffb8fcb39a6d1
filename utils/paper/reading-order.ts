/** In which order unread papers are offered. Pure. */
import { order } from '@/utils/order';
import type { Paper } from './schema';

export const READING_ORDERS = ['newest', 'oldest', 'upvotes', 'published'] as const;
/** Saved last or first, most upvotes, published last. */
export type ReadingOrder = (typeof READING_ORDERS)[number];

/** A paper with its greatest number of upvotes. */
export interface Waiting {
  paper: Paper;
  upvotes: number;
}

/** Sorts what waits; what is equal comes newest first. */
export function compareWaiting(by: ReadingOrder): (a: Waiting, b: Waiting) => number {
  const newest = (a: Waiting, b: Waiting) =>
    order(b.paper.savedAt, a.paper.savedAt) || order(a.paper.id, b.paper.id);
  if (by === 'newest') return newest;
  if (by === 'oldest') return (a, b) => newest(b, a);
  if (by === 'upvotes') return (a, b) => b.upvotes - a.upvotes || newest(a, b);
  return (a, b) => order(b.paper.publishedAt ?? '', a.paper.publishedAt ?? '') || newest(a, b);
}
