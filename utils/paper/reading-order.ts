/** In which order unread papers are offered. */

export const READING_ORDERS = ['newest', 'oldest', 'upvotes', 'published'] as const;
/** Saved last or first, most upvotes, published last. */
export type ReadingOrder = (typeof READING_ORDERS)[number];
