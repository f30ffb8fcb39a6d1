/** What the owner of a bibliography added to a paper: tags, groups, a note, whether and when it was read and saved. */
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import { readMoment } from '@/utils/formats/parts/read-moment';
import { splitTex } from './split-tex';

type Added = Pick<FileEntry, 'tags' | 'collections' | 'note' | 'status' | 'savedAt'>;
type RawOf = (name: string) => string;
type TextOf = (tex: string, typed?: boolean) => string;

/** Where programs keep notes, and then where BibTeX prints remarks from. */
const NOTES = ['annotation', 'annote', 'comment', 'review'];
/** What no person wrote: Scopus counts citations, Paperpile says when an address was there, and links are addresses. */
const NO_REMARK = /^\W*(?:cited by:? \d+.*|accessed:? [\d-]+|(?:\\url\s*\{|\\href\s*\{)?https?:\/\/\S+)$/i;
const MOST_TAGS = 200;
const LONGEST_TAG = 100;
const LONGEST_NOTE = 100_000;

/** The field of a note goes with its line breaks; `textOf` makes text of TeX. */
export function readAdded(rawOf: RawOf, textOf: TextOf): Added {
  const tags = ['keywords', 'keyword', 'mendeley-tags'].flatMap((name) => tagsIn(rawOf(name), textOf));
  const collections = ['mendeley-groups', 'groups'].flatMap((name) => tagsIn(rawOf(name), textOf));
  const note = noteOf(rawOf, textOf);
  const status = statusOf(rawOf);
  const savedAt = ['date-added', 'creationdate', 'timestamp']
    .map((name) => readMoment(rawOf(name)))
    .find(Boolean);
  return {
    ...(tags.length > 0 && { tags: [...new Set(tags)].slice(0, MOST_TAGS) }),
    ...(collections.length > 0 && { collections: [...new Set(collections)].slice(0, MOST_TAGS) }),
    ...(note && { note }),
    ...(status && { status }),
    ...(savedAt && { savedAt }),
  };
}

/** Parted by commas, or by semicolons. What stands in braces is one. */
function tagsIn(value: string, textOf: TextOf): string[] {
  return splitTex(value.slice(0, LONGEST_NOTE), /[,;]/g)
    .map((tag) => textOf(tag).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TAG))
    .filter(Boolean);
}

function noteOf(rawOf: RawOf, textOf: TextOf): string {
  const notes = NOTES.map((name) =>
    unwrapped(withoutMendeley(textOf(rawOf(name).slice(0, LONGEST_NOTE), true))),
  );
  const remark = rawOf('note').slice(0, LONGEST_NOTE).trim();
  const all = [...notes, NO_REMARK.test(remark) ? '' : textOf(remark).replace(/\s+/g, ' ').trim()];
  return [...new Set(all)].filter(Boolean).join('\n\n').slice(0, LONGEST_NOTE);
}

/** Mendeley has elements of its own in notes: `<m:bold>`, `<m:linebreak/>`. */
function withoutMendeley(text: string): string {
  return text
    .replace(/<m:linebreak\s{0,9}\/?>/gi, '\n')
    .replace(/<\/?m:[a-z]{1,20}(?:\s[^<>]{0,200})?\/?>/gi, '');
}

/** Lines that are all indented alike were broken by a program; those of a person stay. */
function unwrapped(text: string): string {
  const lines = text.trim().split(/\r\n?|\n/);
  const broken =
    lines.length > 1 && lines.slice(1).every((line) => line.trim() === '' || /^(?:\t| {6})/.test(line));
  return broken ? text.trim().replace(/[ \t\r\n]+/g, ' ') : lines.map((line) => line.trimEnd()).join('\n');
}

/** As JabRef and BibDesk say it. */
function statusOf(rawOf: RawOf): FileEntry['status'] | undefined {
  const stated = (rawOf('readstatus') || rawOf('read')).trim().toLowerCase();
  if (stated === 'read' || stated === '1') return 'read';
  return stated === 'skimmed' ? 'reading' : undefined;
}
