/** Which papers the export dialog is about, and which of them it shows. */
import { useDesk } from '@/components/desk/desk';
import type { Exported } from '@/components/desk/store';
import { useOnce } from '@/components/hooks/use-once';
import type { Lacking } from './use-lacking';

/** Papers in the preview. */
const SHOWN = 3;

interface Papers {
  total: number;
  /** Their ids in the order in which they are written; undefined for the whole library. */
  ids(): Promise<readonly string[] | undefined>;
  /** The ids of the first of them. */
  first(): Promise<readonly string[]>;
}

/** Those papers of a choice that a file lacks; undefined until they are known. */
export function papersOf(lacking: Lacking | undefined): Papers | undefined {
  if (!lacking || !('ids' in lacking)) return undefined;
  const { ids } = lacking;
  return { total: ids.length, ids: async () => ids, first: async () => ids.slice(0, SHOWN) };
}

/** The choices there are; the whole library is always one of them. */
export function useExported(): Partial<Record<Exported, Papers>> & { library?: Papers } {
  const { db, store } = useDesk();
  const { selection, listed, query } = store;
  const saved = useOnce(() => db.papers.count(), [db]);
  const list = listed.value;
  const selected = [...(selection.value?.ids ?? [])];
  return {
    ...(selected.length > 0 && {
      selection: {
        total: selected.length,
        ids: async () => selected,
        first: async () => selected.slice(0, SHOWN),
      },
    }),
    // Without a query the list is the library.
    ...(list &&
      list.total > 0 &&
      !list.trashed &&
      query.value.trim() !== '' && {
        results: {
          total: list.total,
          ids: () => list.ids(0, list.total),
          first: () => list.ids(0, Math.min(SHOWN, list.total)),
        },
      }),
    ...(saved !== undefined && {
      library: {
        total: saved,
        ids: async () => undefined,
        first: () => db.papers.orderBy('savedAt').reverse().limit(SHOWN).primaryKeys(),
      },
    }),
  };
}
