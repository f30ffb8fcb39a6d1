/** Selecting in the list of papers: what keys, clicks and the bar at the bottom do. */
import { useMemo } from 'preact/hooks';
import { type Desk, useDesk } from './desk';
import { extended, NOTHING, rangeOf, type Selectable, toggled, without } from './selection';
import type { Store } from './store';

export interface Select {
  toggle(id: string): void;
  /** Selects all from the paper chosen last to this one. */
  rangeTo(id: string): Promise<void>;
  /** Selects all papers of the list. */
  all(): Promise<void>;
  /** Papers have left the list. */
  drop(ids: readonly string[]): void;
  end(): void;
}

/** Whether the list of papers is in sight: alone, or with a paper's page beside it. */
export function listInSight({ route, under, beside }: Store): boolean {
  const { view } = route.value;
  if (view === 'papers') return true;
  return (view === 'paper' || view === 'similar') && beside.value && (under.value ?? 'papers') === 'papers';
}

export function selectAt({ store }: Pick<Desk, 'store'>): Select {
  const { selection, listed } = store;
  const now = () => selection.peek() ?? NOTHING;

  /** Ids of the list that is shown; undefined if there is none, or another one by now. */
  async function idsIn(
    read: (list: Selectable) => Promise<readonly string[]>,
  ): Promise<readonly string[] | undefined> {
    for (;;) {
      const list = listed.peek();
      if (!list) return undefined;
      try {
        const ids = await read(list);
        return listed.peek()?.list === list.list ? ids : undefined;
      } catch (error) {
        if (listed.peek() === list) throw error; // else the index was merged meanwhile, and there is a newer state
      }
    }
  }

  return {
    toggle(id) {
      selection.value = toggled(now(), id);
    },
    async rangeTo(id) {
      const range = await idsIn((list) => rangeOf(list, now().anchor, id));
      if (range) selection.value = { ...extended(now(), range), anchor: now().anchor ?? id };
    },
    async all() {
      const ids = await idsIn((list) => list.ids(0, list.total));
      if (ids) selection.value = extended(now(), ids);
    },
    drop(ids) {
      selection.value = without(now(), ids);
    },
    end() {
      selection.value = undefined;
    },
  };
}

export function useSelection(): Select {
  const desk = useDesk();
  return useMemo(() => selectAt(desk), [desk]);
}
