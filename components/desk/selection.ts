/** Which papers of the list a person has selected, to do the same with all of them. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** The paper that was chosen last: a range begins there. */
  anchor?: string;
}

export const NOTHING: Selection = { ids: new Set() };

/** Selects a paper, or no longer. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Selects all of a range, too. */
export function extended({ ids, anchor }: Selection, range: readonly string[]): Selection {
  return { ids: new Set([...ids, ...range]), ...(anchor !== undefined && { anchor }) };
}

/** Without the papers that have gone. */
export function without(selection: Selection, gone: readonly string[]): Selection {
  const ids = new Set(selection.ids);
  for (const id of gone) ids.delete(id);
  return { ...selection, ids };
}

/** What is shown of a list, as far as selecting needs to know it. */
export interface Selectable {
  /** Names the list. One of the same name is a newer state of it. */
  list: string;
  total: number;
  /** Whether its papers lie in the trash. */
  trashed: boolean;
  /** The ids from place `from` up to, but without, `to`. */
  ids(from: number, to: number): Promise<readonly string[]>;
  /** The place of a paper; undefined if it is not in the list. */
  placeOf(id: string): Promise<number | undefined>;
}

/** The papers from one to another, both included, in either direction; only the second if the first is not there. */
export async function rangeOf(
  list: Selectable,
  from: string | undefined,
  to: string,
): Promise<readonly string[]> {
  const [one, other] = [from === undefined ? undefined : await list.placeOf(from), await list.placeOf(to)];
  if (one === undefined || other === undefined) return [to];
  return list.ids(Math.min(one, other), Math.max(one, other) + 1);
}
