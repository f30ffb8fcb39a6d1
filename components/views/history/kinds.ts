/** The kinds of steps that the history can be narrowed to. */
import type { JournalEntry } from '@/storage/database';
import type { EntryKind } from '@/storage/library';

export const KINDS = ['save', 'edit', 'import', 'remove', 'restore', 'identity', 'search'] as const;
export type Kind = (typeof KINDS)[number];

/** Undos and looks are no steps of their own, so they have no kind. */
const KIND_OF: Readonly<Record<JournalEntry['intention'], Kind | undefined>> = {
  save: 'save',
  edit: 'edit',
  import: 'import',
  remove: 'remove',
  restore: 'restore',
  join: 'identity',
  apart: 'identity',
  search: 'search',
  undo: undefined,
  look: undefined,
};

/** The kinds that occur among these steps, in the order of `KINDS`. */
export function kindsIn(steps: readonly EntryKind[]): Kind[] {
  const found = new Set(steps.map(({ intention }) => KIND_OF[intention]));
  return KINDS.filter((kind) => found.has(kind));
}

/** The entries of one kind, or of all, the newest first; `steps` begin with the oldest. */
export function entriesOf(steps: readonly EntryKind[], kind: Kind | undefined): number[] {
  const wanted = kind === undefined ? steps : steps.filter(({ intention }) => KIND_OF[intention] === kind);
  return wanted.map(({ entry }) => entry).toReversed();
}
