/** Reads our own list in Markdown back. Other lists are texts that name papers. */
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersOfAddress } from '@/utils/reading/addresses';
import { cut, oneLine } from '@/utils/text/clean';
import type { FileEntry } from '../parts/file-entry';
import type { Reading } from '../parts/format';
import { linkAddress, plainText } from '../parts/markdown-plain';
import { type OnShare, sharesOf } from '../parts/progress';

const LONGEST = 20_000;
const LONGEST_NOTE = 100_000;
/** `[title](address)`, where the title has no bracket that is not escaped. */
const LINK = /^\[((?:\\.|[^\\\]])*)\]\(([^\s()]*)\)$/s;
/** The venue between stars, and the year. */
const WHERE = /(?:^|\. )(?:\*((?:\\.|[^\\*])+)\*(?:, (\d{4}))?|(\d{4}))$/s;

/** The papers of a list; undefined if it is not ours. */
export function readList(text: string, onShare?: OnShare): Reading | undefined {
  const lines = text.split(/\r\n?|\n/);
  if (!isOurs(lines)) return undefined;
  const reading: Reading & { entries: FileEntry[] } = { papers: [], entries: [], refused: [] };
  const tell = sharesOf(lines.length, onShare);
  let place = 0;
  for (let at = 0; at < lines.length; ) {
    const line = at + 1;
    const item = [lines[at] ?? ''];
    for (at++; at < lines.length && !lines[at]?.startsWith('- '); at++) item.push(lines[at] ?? '');
    tell(at);
    if (!item[0]?.startsWith('- ')) continue;
    place++;
    const entry = entryOf(item);
    if (entry.card.title || Object.keys(entry.card.identifiers).length > 0)
      reading.entries.push({ ...entry, place, line });
    else reading.refused.push({ place, line, ...titled(item[0]), reason: 'unnamed' });
  }
  return reading;
}

/** Points and what is indented below them; and one at least has a second line or a note as we write them. */
function isOurs(lines: readonly string[]): boolean {
  let marks = 0;
  for (const line of lines) {
    if (!/^(?:- \S| {2}\S|\s*$)/.test(line)) return false;
    if (/^- .*\S {2}$/.test(line) || /^ {2}>(?: |$)/.test(line)) marks++;
  }
  return marks > 0 && /^- \S/.test(lines.find((line) => line.trim() !== '') ?? '');
}

function entryOf(item: readonly string[]): Omit<FileEntry, 'place'> {
  const note = noteIn(item);
  const [head = '', ...rest] = item.filter((line) => line.trim() !== '' && !/^ {2}>/.test(line));
  const told = rest.map((line) => line.trim());
  const tags = told.at(-1)?.startsWith('Tags: ') ? tagsIn(told.pop() ?? '') : [];
  const link = LINK.exec(head.slice(2).trim());
  const address = link ? linkAddress(link[2] ?? '') : '';
  const title = oneLine(plainText(link?.[1] ?? head.slice(2)));
  const card = present<PaperCard>({
    site: 'markdown',
    identifiers: URL.canParse(address) ? identifiersOfAddress(new URL(address)) : {},
    title: title === address ? '' : cut(title, LONGEST),
    url: address,
    ...sourceOf(told[0] ?? ''),
  });
  return { card, ...(tags.length > 0 && { tags }), ...(note && { note }) };
}

/** “Authors. *Venue*, year” */
function sourceOf(line: string): Pick<PaperCard, 'authors' | 'venue' | 'publishedAt'> {
  const found = WHERE.exec(line);
  const [, venue = '', year, alone] = found ?? [];
  const people = plainText(found ? line.slice(0, found.index) : line).replace(/ et al\.?$/, '');
  const authors = people.split(', ').map(oneLine).filter(Boolean);
  return present<Pick<PaperCard, 'authors' | 'venue' | 'publishedAt'>>({
    authors: authors.length > 0 ? authors : undefined,
    venue: cut(plainText(venue), LONGEST),
    publishedAt: year ?? alone,
  });
}

function tagsIn(line: string): string[] {
  const tags = plainText(line.slice('Tags: '.length)).split(', ');
  return [...new Set(tags.map((tag) => oneLine(tag).slice(0, 100)))].filter(Boolean).slice(0, 200);
}

function noteIn(item: readonly string[]): string {
  const quoted = item.filter((line) => /^ {2}>/.test(line)).map((line) => line.slice(3).replace(/^ /, ''));
  return quoted.join('\n').slice(0, LONGEST_NOTE);
}

function titled(head: string): { title?: string } {
  const title = cut(oneLine(plainText(head.slice(2, 2000))), 200);
  return title ? { title } : {};
}
