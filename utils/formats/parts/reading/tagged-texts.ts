/** Texts of formats with tags: titles in parts, pages, keywords, notes. */
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import { markupText } from '@/utils/reading/metadata/markup-text';
import { oneLine, squash } from '@/utils/text/clean';

const MOST_TAGS = 200;
const LONGEST_TAG = 100;
const LONGEST_NOTE = 100_000;
/** What no person wrote: how often something was cited, when it was exported, what other tags have as well. */
const NO_REMARK = /^\W*(?:cited by\s?:?\s?\d+.*|export date\s?:.*|doi:\s?\S+|times cited:? ?\d+.*)$/i;
/** Zotero's notes are HTML. */
const HTML = /^<(p|div|h\d|ul|ol|blockquote)\b[^<>]{0,200}>[\s\S]*<\/\1>\s*$/i;

/** Parts of a title, as they follow each other. What another part begins with is left out. */
export function joinedTitle(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  let title = '';
  for (const part of parts.slice(0, 20).map((one) => oneLine(one.slice(0, 5000)))) {
    const [known, more] = [squash(title), squash(part)];
    if (more.startsWith(known)) title = part;
    else if (!known.includes(more)) title += `${/[?!:.]$/.test(title) ? '' : ':'} ${part}`;
  }
  return title;
}

/** `12–19`, whether the pages are told by two tags or in one. */
export function pagesOf(first: string, last = ''): string {
  const bare = last.replace(/^[+\s]*$/, '');
  const [from, to] = [first, bare].map((page) => oneLine(page.slice(0, 200))) as [string, string];
  if (to === '' || to === from || /[^\s-]\s*[–—-]+\s*[^\s-]/.test(from)) return from;
  return from === '' ? to : `${from}–${to}`;
}

/** Each on its own, or several in one value. */
export function tagsIn(values: readonly string[], separator: RegExp): string[] {
  const tags = values.flatMap((value) => value.slice(0, LONGEST_NOTE).split(separator)).map(oneLine);
  return [...new Set(tags.map((tag) => tag.slice(0, LONGEST_TAG).trim()).filter(Boolean))].slice(
    0,
    MOST_TAGS,
  );
}

/** What its owner wrote, and, in HTML, what hangs on it. */
export function notesIn(values: readonly string[]): Pick<FileEntry, 'note' | 'childNotes'> {
  const all = values.map((value) => value.slice(0, LONGEST_NOTE)).filter((value) => !NO_REMARK.test(value));
  const [own, hanging] = [all.filter((one) => !HTML.test(one)), all.filter((one) => HTML.test(one))];
  const note = [...new Set(own)].join('\n\n').slice(0, LONGEST_NOTE);
  const childNotes = hanging.map(markupText).filter(Boolean);
  return { ...(note && { note }), ...(childNotes.length > 0 && { childNotes }) };
}
