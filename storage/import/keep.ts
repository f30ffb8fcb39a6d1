/** What is kept of what the owner of a bibliography added: the person chooses. */

import { distinct } from '@/utils/distinct';
import type { FileEntry } from '@/utils/formats/parts/file-entry';

/** Tags and keywords; collections, as tags; child notes, in the note. */
export type OwnPart = 'tags' | 'collections' | 'childNotes';
export type Keep = Readonly<Record<OwnPart, boolean>>;

/** Tags come along. Collections and child notes are not ours, and become something else: only if they are wished. */
export const KEEP: Keep = { tags: true, collections: false, childNotes: false };

type Own = Pick<FileEntry, OwnPart | 'note'>;

/** The tags and the note that an entry's paper gets. */
export function kept(
  { tags = [], collections = [], note, childNotes = [] }: Own,
  keep: Keep,
): { tags: string[]; note?: string } {
  const all = [...(keep.tags ? tags : []), ...(keep.collections ? collections : [])];
  const notes = [...(note ? [note] : []), ...(keep.childNotes ? childNotes : [])];
  return { tags: all, ...(notes.length > 0 && { note: notes.join('\n\n') }) };
}

/** How many different tags, different collections, and child notes some entries have. */
export function countOwn(entries: readonly Own[]): Record<OwnPart, number> {
  const all = (part: 'tags' | 'collections') =>
    distinct(entries.flatMap((entry) => entry[part] ?? [])).length;
  const childNotes = entries.reduce((sum, entry) => sum + (entry.childNotes?.length ?? 0), 0);
  return { tags: all('tags'), collections: all('collections'), childNotes };
}
