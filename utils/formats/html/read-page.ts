/** Reads our own page back: it is written in one way, so that it needs no parser. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { gatherIdentifiers, type NamedIdentifier } from '@/utils/paper/identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersOfAddress } from '@/utils/reading/addresses';
import { list, record } from '@/utils/reading/loose-json';
import { cut, oneLine } from '@/utils/text/clean';
import type { FileEntry } from '../parts/file-entry';
import type { Reading } from '../parts/format';
import { entities } from '../parts/html-text';
import { type OnShare, sharesOf } from '../parts/progress';
import { readMoment } from '../parts/read-moment';

const OURS = '<meta name="generator" content="Offprint">';
const ITEM = '<li class="entry">\n';
const DATA = '<script type="application/json" id="data">';
/** The largest number that a card can have. */
const MOST = 1_000_000_000;
const LONGEST = 20_000;
const LONGEST_NOTE = 100_000;
/** Signs have been escaped in every text: an element ends where it seems to. */
const FIELD =
  /<(?:span|bdi|p)(?: class="[^"]*"| role="note"| aria-label="[^"]*"| dir="auto")* data-field="([a-z]+)">([^<]*)</g;

/** The papers of a page; undefined if it is none of ours. */
export function readPage(text: string, onShare?: OnShare): Reading | undefined {
  if (!/^\s*<!doctype html>/i.test(text.slice(0, 100)) || !text.slice(0, 5000).includes(OURS))
    return undefined;
  const reading: Reading & { entries: FileEntry[] } = { papers: [], entries: [], refused: [] };
  const data = dataIn(text);
  const tell = sharesOf(text.lastIndexOf('</li>'), onShare);
  let place = 0;
  for (let at = text.indexOf(ITEM); at >= 0; ) {
    tell(at);
    const next = text.indexOf(ITEM, at + ITEM.length);
    const end = text.indexOf('</li>', at);
    const item = text.slice(at + ITEM.length, end < 0 ? text.length : end);
    // What the end of the file cuts off is no paper.
    if (end >= 0) {
      const entry = entryOf(item, record(data?.[place]));
      place++;
      if (entry.card.title || entry.card.abstract || Object.keys(entry.card.identifiers).length > 0)
        reading.entries.push({ ...entry, place });
      else reading.refused.push({ place, reason: 'unnamed' });
    }
    at = next;
  }
  return data ? reading : { ...reading, problem: 'truncated' };
}

function entryOf(item: string, data: Record<string, unknown>): Omit<FileEntry, 'place'> {
  const fields = new Map<string, string[]>();
  for (const [, name = '', value = ''] of item.matchAll(FIELD))
    fields.set(name, [...(fields.get(name) ?? []), entities(value)]);
  const first = (name: string) => fields.get(name)?.[0] ?? '';
  const [tags, note] = [fields.get('tags') ?? [], first('note')];
  const address = entities(/^<h2 dir="auto"><a href="([^"]*)"/.exec(item)?.[1] ?? '');
  const savedAt = typeof data.saved === 'string' ? readMoment(data.saved) : undefined;
  const authors = (fields.get('authors') ?? []).map((name) => oneLine(name));
  const card = present<PaperCard>({
    site: 'html',
    identifiers: identifiersOf(address, data),
    title: cut(oneLine(first('title')), LONGEST),
    authors: authors.length > 0 ? authors : undefined,
    authorCount: authors.length > 0 ? undefined : countIn(item),
    publishedAt:
      typeof data.published === 'string' && /^\d{4}(-\d\d){0,2}$/.test(data.published)
        ? data.published
        : undefined,
    url: address,
    venue: cut(oneLine(entities(/<bdi>([^<]*)<\/bdi>/.exec(item)?.[1] ?? '')), LONGEST),
    abstract: cut(first('abstract'), LONGEST),
  });
  return {
    card,
    ...(tags.length > 0 && { tags: tags.slice(0, 200) }),
    ...(note && { note: note.slice(0, LONGEST_NOTE) }),
    ...(savedAt && { savedAt }),
  };
}

/** The page knows values only; those of arXiv and DOIs tell what they are, others by the address. */
function identifiersOf(address: string, data: Record<string, unknown>): PaperCard['identifiers'] {
  const values = typeof data.identifiers === 'string' ? data.identifiers.split('\n') : [];
  const named = values.flatMap((value): NamedIdentifier[] => {
    const arxiv = canonicalArxivId(value);
    if (arxiv) return [['arxiv', arxiv]];
    return /^10\.\d{4,9}\//.test(value) ? canonicalIdentifiers('doi', value) : [];
  });
  const found = gatherIdentifiers(named);
  const led = URL.canParse(address) ? identifiersOfAddress(new URL(address)) : {};
  for (const [namespace, value] of Object.entries(led)) found[namespace] ??= value;
  return found;
}

function countIn(item: string): number | undefined {
  const [, count] = /<span>([\d,]{1,13}) authors?<\/span>/.exec(item) ?? [];
  const number = Number(count?.replaceAll(',', ''));
  return number <= MOST ? number : undefined;
}

/** What the page knows of its papers beside what it shows, in their order; undefined if its end is missing. */
function dataIn(text: string): unknown[] | undefined {
  const begin = text.lastIndexOf(DATA);
  const end = text.indexOf('</script>', begin);
  if (begin < 0 || end < 0) return undefined;
  try {
    return list(JSON.parse(text.slice(begin + DATA.length, end)));
  } catch {
    return undefined;
  }
}
