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

/** What programs call the fields that name attached files: BibTeX's, RIS' and those of Zotero's tables. */
const ATTACHED = /^(?:file|pdf|attachments?|local-url|bdsk-file-\d+|L1|L2|L4|%>|file attachments|files?)$/i;

/** How many records have attached files, and what else is not kept: how often each field was there. */
export function unkeptParts(unkept: Readonly<Record<string, number>>): {
  attached: number;
  fields: [name: string, count: number][];
} {
  const all = Object.entries(unkept).sort(([, a], [, b]) => b - a);
  const files = all.filter(([name]) => ATTACHED.test(name));
  return {
    // A record may have several such fields: it is counted once.
    attached: Math.max(0, ...files.map(([, count]) => count)),
    fields: all.filter(([name]) => !ATTACHED.test(name)),
  };
}

/** How many different tags, different collections, and child notes some entries have. */
export function countOwn(entries: readonly Own[]): Record<OwnPart, number> {
  const all = (part: 'tags' | 'collections') =>
    distinct(entries.flatMap((entry) => entry[part] ?? [])).length;
  const childNotes = entries.reduce((sum, entry) => sum + (entry.childNotes?.length ?? 0), 0);
  return { tags: all('tags'), collections: all('collections'), childNotes };
}
