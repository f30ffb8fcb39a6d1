/**
 * A note keeps true conflicts. It has heads: texts by the stamp of whoever wrote them, each written without knowing the
 * others. Whoever edits a note replaces the heads that they saw. Usually there is one, and a record keeps it as `note`
 * and `stamps.note`. Pure.
 */
import { order } from '@/utils/order';
import type { Paper } from './schema';
import type { Stamp } from './stamp';

/** The texts of a note by their stamps; `''` where a record never had one. */
export type Heads = Readonly<Record<Stamp, string>>;

/** A note as it can be joined with that of another copy of its record. */
export interface NoteState {
  heads: Heads;
  /** Stamps of heads that were replaced, in order. */
  replaced: readonly Stamp[];
}

/** Under this key stands a head that a change writes and has not stamped yet. */
const UNSTAMPED = '';
/** Replaced stamps that are kept, the newest. Forgetting one errs towards showing an old text again. */
const MOST_REPLACED = 200;

/** What a record keeps of its note; `stamp` is that of its register. */
export function noteOf(paper: Paper, stamp: Stamp | undefined): NoteState {
  const only = stamp === undefined ? {} : { [stamp]: paper.note ?? '' };
  return { heads: paper.heads ?? only, replaced: paper.replaced ?? [] };
}

/** The text that is shown: all heads, one above the other, the oldest on top; equal ones once. */
export function shownNote(heads: Heads): string {
  const texts = inOrder(heads).map(([, text]) => text);
  return [...new Set(texts)].filter(Boolean).join('\n\n');
}

/**
 * The record with a note that was written by someone who saw the heads `seen`. Other heads stay: somebody wrote them
 * meanwhile, perhaps in another window.
 */
export function writeNote(
  paper: Paper,
  text: string,
  seen: readonly Stamp[],
  stamp: Stamp | undefined,
): Paper {
  const { heads } = noteOf(paper, stamp);
  const unseen = Object.fromEntries(
    Object.entries(heads).filter(([head, other]) => other && !seen.includes(head)),
  );
  return putNote(paper, { heads: { ...unseen, [UNSTAMPED]: text }, replaced: paper.replaced ?? [] });
}

/**
 * The record with its note as it was before a change wrote the head `stamp`. Heads that this change did not see stay: they
 * were written from the text before it.
 */
export function withFormerNote(paper: Paper, stamp: Stamp | undefined, before: Partial<Paper>): Paper {
  const { heads: current = {}, ...single } = paper;
  const unseen = Object.entries(current).filter(([head]) => head !== stamp && head !== UNSTAMPED);
  const { note: _, ...without } = single;
  if (unseen.length === 0) {
    const note = 'note' in before ? before.note : paper.note;
    return note ? { ...without, note } : without;
  }
  const others = Object.fromEntries(unseen);
  // Two changes that were joined as one also have heads from between them; the former text is then in none of them.
  const were = before.heads && (before.stamps?.note ?? '') in before.heads ? before.heads : {};
  const own = Object.entries(were).filter(([head]) => !(head in others));
  const text = shownNote(Object.fromEntries(own));
  const heads = { ...others, ...(text && { [UNSTAMPED]: text }) };
  return putNote(single, { heads, replaced: paper.replaced ?? [] });
}

/** Whether a record's heads all have stamps, so that another copy of it brought them. */
export function bringsHeads({ heads }: Paper): boolean {
  return heads !== undefined && !(UNSTAMPED in heads);
}

/** The record with the head that a change wrote under its stamp; `before` is the note as that change found it. */
export function stampNote(paper: Paper, before: NoteState, stamp: Stamp): Paper {
  const { [UNSTAMPED]: written = paper.note ?? '', ...unseen } =
    paper.heads && UNSTAMPED in paper.heads ? paper.heads : {};
  // A change may write a record twice: its own head replaces itself, and is not gone.
  const gone = Object.keys(before.heads).filter((head) => !(head in unseen) && head !== stamp);
  const replaced = newest([...before.replaced, ...gone]);
  return putNote(paper, { heads: { ...unseen, [stamp]: written }, replaced });
}

/** Joins the notes of two copies of a record. A semilattice, as long as fewer stamps are replaced than are kept. */
export function joinNotes(a: NoteState, b: NoteState): NoteState {
  const replaced = newest([...a.replaced, ...b.replaced]);
  const gone = new Set(replaced);
  const heads = inOrder({ ...a.heads, ...b.heads }).filter(([head]) => !gone.has(head));
  return { heads: Object.fromEntries(heads), replaced };
}

/** The record with this note. One head alone is described by `note` and its register's stamp. */
export function putNote(paper: Paper, { heads, replaced }: NoteState): Paper {
  const { note: _, heads: __, replaced: ___, ...rest } = paper;
  const shown = shownNote(heads);
  return {
    ...rest,
    ...(shown && { note: shown }),
    ...(Object.keys(heads).length > 1 && { heads }),
    ...(replaced.length > 0 && { replaced: [...replaced] }),
  };
}

function newest(stamps: readonly Stamp[]): Stamp[] {
  return [...new Set(stamps)].sort(order).slice(-MOST_REPLACED);
}

function inOrder(heads: Heads): [Stamp, string][] {
  return Object.entries(heads).sort(([a], [b]) => order(a, b));
}
