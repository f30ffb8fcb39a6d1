/**
 * Edits show at once, before the worker has answered. A row draws the record as it was read last, with the patches that
 * wait on top of it; a failure takes its patch away again.
 */
import { signal } from '@preact/signals';
import type { Paper } from '@/utils/paper/schema';

interface Pending {
  /** Patches that wait for an answer. */
  waiting: ReadonlyMap<number, Apply>;
  /** The record as it was read after an answer; lists read it a little later. */
  fresh?: Paper;
}

/** Draws an edit on a record. */
export type Apply = (paper: Paper) => Paper;

export interface PendingEdits {
  /** The record with what waits. A component that calls this while it is drawn is drawn again when that changes. */
  shown(paper: Paper): Paper;
  /** Shows an edit until its answer is there. `read` gets the records then; it is not called if the edit failed. */
  begin(
    ids: readonly string[],
    apply: Apply,
  ): (read?: () => Promise<readonly (Paper | undefined)[]>) => Promise<void>;
}

export function createPendingEdits(): PendingEdits {
  const pending = signal<ReadonlyMap<string, Pending>>(new Map());
  let last = 0;

  function change(ids: readonly string[], step: (one: Pending, id: string) => Pending): void {
    const next = new Map(pending.peek());
    for (const id of ids) {
      const one = step(next.get(id) ?? { waiting: new Map() }, id);
      if (one.waiting.size === 0 && !one.fresh) next.delete(id);
      else next.set(id, one);
    }
    pending.value = next;
  }

  return {
    shown(paper) {
      const one = pending.value.get(paper.id);
      if (!one) return paper;
      const { fresh, waiting } = one;
      let shown = fresh && fresh.revision > paper.revision ? fresh : paper;
      for (const apply of waiting.values()) shown = apply(shown);
      return shown;
    },

    begin(ids, apply) {
      const number = ++last;
      change(ids, (one) => ({ ...one, waiting: new Map(one.waiting).set(number, apply) }));
      return async (read) => {
        const papers = (await read?.().catch(() => undefined)) ?? [];
        const fresh = new Map(papers.flatMap((paper) => (paper ? [[paper.id, paper]] : [])));
        change(ids, (one, id) => {
          const waiting = new Map(one.waiting);
          waiting.delete(number);
          const paper = fresh.get(id) ?? one.fresh;
          return { waiting, ...(paper && { fresh: paper }) };
        });
      };
    },
  };
}
