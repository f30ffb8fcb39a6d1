/** A note in Markdown about a paper: ours, of Obsidian's Web Clipper, or of whoever has properties for papers. */

import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { PUBLICATION_TYPES } from '@/utils/paper/fields';
import { gatherIdentifiers, type NamedIdentifier } from '@/utils/paper/identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersOfAddress } from '@/utils/reading/addresses';
import { statedDay } from '@/utils/reading/metadata/stated-day';
import { cut, oneLine } from '@/utils/text/clean';
import type { FileEntry } from '../parts/file-entry';
import { plainText } from '../parts/markdown-plain';
import { readFrontMatter } from '../parts/read-front-matter';
import { readMoment } from '../parts/read-moment';

const LONGEST = 20_000;
const LONGEST_NOTE = 100_000;
const MOST = 5000;
const MOST_TAGS = 200;

/** Properties, by what they are called. */
const NAMES = {
  title: ['title'],
  authors: ['authors', 'author', 'creator', 'creators'],
  editors: ['editors', 'editor'],
  date: ['date', 'published', 'publicationdate', 'month', 'year', 'issued'],
  venue: ['venue', 'journal', 'publication', 'booktitle', 'containertitle', 'publicationtitle', 'conference'],
  doi: ['doi'],
  arxiv: ['arxiv', 'arxivid', 'eprint'],
  url: ['url', 'source', 'link', 'urls'],
  key: ['citekey', 'citationkey', 'bibkey', 'key'],
  tags: ['tags', 'tag', 'keywords'],
  abstract: ['abstract', 'description', 'summary'],
  saved: ['saved', 'created', 'dateadded', 'added', 'clipped'],
  starred: ['starred', 'favorite', 'favourite'],
} as const;
/** What only papers have; with one of these, or an address, a title is a paper. */
const TELLING = [...NAMES.authors, ...NAMES.venue, ...NAMES.doi, ...NAMES.arxiv, ...NAMES.url, ...NAMES.key];
const HEADING = /^# +(.+?)\s*$/m;
const ABSTRACT = /(?:^|\n)## Abstract\n+([\s\S]*?)(?=\n## |$)/;
const NOTE = /(?:^|\n)## Note\n\n?([\s\S]*)$/;

/** The paper of a note; `name` is that of its file, without an ending. Undefined if it is about none. */
export function readNote(text: string, name = ''): Omit<FileEntry, 'place'> | undefined {
  const front = readFrontMatter(text);
  if (!front || !TELLING.some((one) => says(front.properties.get(one)))) return undefined;
  const { properties } = front;
  const body = front.body.replace(/\r\n?/g, '\n');
  const all = (field: keyof typeof NAMES) => NAMES[field].flatMap((one) => textsIn(properties.get(one)));
  const first = (field: keyof typeof NAMES) => all(field)[0] ?? '';
  const isOurs = ['status', 'starred', 'saved'].every((one) => properties.has(one));
  const own = ownParts(body, isOurs, properties.has('source'));
  const card = cardOf(properties, all, first, body, own.abstract);
  if (!card.title && Object.keys(card.identifiers).length === 0) return undefined;
  const titled = card.title || !name ? card : { ...card, title: cut(oneLine(name), LONGEST) };
  const tags = [...new Set(all('tags').map((tag) => tag.replace(/^#/, '').slice(0, 100)))].filter(Boolean);
  const [key, savedAt] = [first('key').replace(/^@/, ''), all('saved').map(momentIn).find(Boolean)];
  const status = /^(?:read|reading)$/.exec(textsIn(properties.get('status'))[0] ?? '')?.[0];
  return {
    card: titled,
    ...(tags.length > 0 && { tags: tags.slice(0, MOST_TAGS) }),
    ...(own.note && { note: own.note.slice(0, LONGEST_NOTE) }),
    ...(own.page && { childNotes: [own.page.slice(0, LONGEST_NOTE)] }),
    ...(key && { key }),
    ...(status && { status: status as 'read' | 'reading' }),
    ...(all('starred')[0] === 'true' && { starred: true as const }),
    ...(savedAt && { savedAt }),
  };
}

/** Ours have sections. What was clipped is the page's own text; else the person wrote it. */
function ownParts(
  body: string,
  isOurs: boolean,
  isClip: boolean,
): { abstract: string; note: string; page: string } {
  if (isOurs) {
    const note = NOTE.exec(body);
    const before = note ? body.slice(0, note.index) : body;
    return { abstract: ABSTRACT.exec(before)?.[1] ?? '', note: note?.[1]?.trim() ?? '', page: '' };
  }
  const text = body.replace(/^\s*# .*\n*/, '').trim();
  return { abstract: '', note: isClip ? '' : text, page: isClip ? text : '' };
}

type AllOf = (field: keyof typeof NAMES) => string[];

function cardOf(
  properties: ReadonlyMap<string, unknown>,
  all: AllOf,
  first: (field: keyof typeof NAMES) => string,
  body: string,
  abstract: string,
): PaperCard {
  const line = (name: string) => cut(oneLine(textsIn(properties.get(name))[0] ?? ''), LONGEST);
  const list = (name: string) => some(textsIn(properties.get(name)));
  const stated = abstract ? paragraphsOf(abstract) : first('abstract');
  return present<PaperCard>({
    site: 'markdown',
    identifiers: identifiersOf(all, textsIn(properties.get('identifiers'))),
    title: cut(oneLine(first('title') || plainText(HEADING.exec(body)?.[1] ?? '')), LONGEST),
    authors: some(all('authors').slice(0, MOST)),
    editors: some(all('editors').slice(0, MOST)),
    publishedAt: dateOf(all('date')),
    type: PUBLICATION_TYPES.find((type) => type === line('type')),
    venue: cut(oneLine(first('venue')), LONGEST),
    volume: line('volume'),
    issue: line('issue'),
    pages: line('pages'),
    publisher: line('publisher'),
    isbn: list('isbn')?.slice(0, 20),
    issn: list('issn')?.slice(0, 20),
    url: all('url')
      .find((address) => /^https?:\/\//i.test(address))
      ?.slice(0, LONGEST),
    code: line('code'),
    project: line('project'),
    abstract: cut(stated.trim(), LONGEST),
  });
}

function identifiersOf(all: AllOf, others: readonly string[]): PaperCard['identifiers'] {
  const named: NamedIdentifier[] = [
    ...all('doi').flatMap((doi) => canonicalIdentifiers('doi', doi)),
    ...all('arxiv').flatMap((id): NamedIdentifier[] => {
      const arxiv = canonicalArxivId(id.replace(/^https?:\/\/arxiv\.org\/\w+\//i, ''));
      return arxiv ? [['arxiv', arxiv]] : [];
    }),
    ...others.flatMap((other) => {
      const [, namespace = '', value = ''] = /^([a-z]{2,20}):(.+)$/s.exec(other.slice(0, 400)) ?? [];
      return canonicalIdentifiers(namespace, value);
    }),
  ];
  const found = gatherIdentifiers(named);
  for (const address of all('url').filter((one) => URL.canParse(one)))
    for (const [namespace, value] of Object.entries(identifiersOfAddress(new URL(address))))
      found[namespace] ??= value;
  return found;
}

/** The most precise one. */
function dateOf(dates: readonly string[]): string | undefined {
  const days = dates.flatMap((date) => statedDay(date) ?? []);
  return days.reduce((a, b) => (b.length > a.length ? b : a), '') || undefined;
}

function paragraphsOf(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => plainText(paragraph))
    .join('\n\n');
}

function momentIn(text: string): string | undefined {
  return readMoment(text) ?? readMoment(statedDay(text) ?? '');
}

/** Texts, also within lists and lists of objects with names. Links of Obsidian are what they show. */
function textsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.slice(0, MOST).flatMap((one) => {
    if (typeof one === 'number' || typeof one === 'boolean') return [String(one)];
    if (typeof one !== 'string') return [];
    const text = one
      .slice(0, LONGEST_NOTE)
      .replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]$/, '$1')
      .trim();
    return text ? [text] : [];
  });
}

function says(value: unknown): boolean {
  return textsIn(value).length > 0;
}

function some(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}
