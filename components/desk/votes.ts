/** The votes of papers that are drawn, read for many rows at once and after they were drawn. */
import { signal } from '@preact/signals';
import type { OffprintDatabase } from '@/storage/database';

export interface Votes {
  /** The most votes that a paper was seen with; undefined if it has none, or until they are read. */
  of(id: string): number | undefined;
  /** Reads those of papers that will be drawn, so that no row grows afterwards. */
  load(ids: readonly string[]): Promise<void>;
  /** Reads them again where they are drawn: papers may have been seen meanwhile. */
  refresh(): void;
}

export function createVotes(db: OffprintDatabase): Votes {
  const known = signal<ReadonlyMap<string, number>>(new Map());
  const asked = new Set<string>();
  let waiting: string[] = [];

  async function read(ids: readonly string[]): Promise<void> {
    const rows = await db.sightings.where('paper').anyOf(ids).toArray();
    const next = new Map(known.peek());
    for (const { paper, upvotes } of rows)
      if (upvotes !== undefined) next.set(paper, Math.max(next.get(paper) ?? 0, upvotes));
    if (rows.some(({ upvotes }) => upvotes !== undefined)) known.value = next;
  }

  function readWaiting(): void {
    const ids = waiting;
    waiting = [];
    read(ids).catch(() => undefined); // rows do without
  }

  return {
    async load(ids) {
      const news = ids.filter((id) => !asked.has(id));
      for (const id of news) asked.add(id);
      if (news.length > 0) await read(news).catch(() => undefined);
    },
    of(id) {
      if (!asked.has(id)) {
        asked.add(id);
        if (waiting.length === 0) setTimeout(readWaiting);
        waiting.push(id);
      }
      return known.value.get(id);
    },
    refresh() {
      asked.clear();
      known.value = new Map(known.peek()); // what is drawn asks again
    },
  };
}
