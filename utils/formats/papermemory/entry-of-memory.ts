/** A paper of PaperMemory's memory. */

import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersOfAddress } from '@/utils/reading/addresses';
import { record } from '@/utils/reading/loose-json';
import { cut, oneLine } from '@/utils/text/clean';
import { readBibtex } from '../bibtex/read-bibtex';
import { readNames } from '../bibtex/reading/read-names';
import type { FileEntry } from '../parts/file-entry';
import { readMoment } from '../parts/read-moment';
import type { Found } from './found';
import { identifiersOfId } from './identifiers-of-id';
import { tagsIn, textIn } from './values';

const LONGEST = 20_000;
/** Fields that are read, or say what another one says. */
const KNOWN = new Set(
  `id addDate author bibtex bibtext code codeLink conf doi extra favorite key md note pdfLink source tags title url venue
  year`.split(/\s+/),
);
const USUAL = ['bibtex', 'pdfLink', 'addDate', 'author', 'codeLink', 'md', 'source', 'key', 'id', 'title'];

/** Whether it has what papers there have. */
export function isMemory(value: unknown): boolean {
  const fields = record(value);
  return !Array.isArray(value) && USUAL.filter((name) => Object.hasOwn(fields, name)).length >= 4;
}

/** What it says of a paper, and what its owner said; `id` is its name in the file. */
export function entryOfMemory(value: object, id: string): Found {
  const fields = record(value);
  const text = (name: string) => textIn(fields[name]).trim();
  const cited = readBibtex(textIn(fields.bibtex) || textIn(fields.bibtext))?.entries[0];
  const [tags, note, key] = [tagsIn(fields.tags), text('note'), text('key') || cited?.key];
  const savedAt = readMoment(text('addDate'));
  const entry: Omit<FileEntry, 'place'> = {
    card: cardOf(fields, id, cited?.card),
    ...(tags.length > 0 && { tags }),
    ...(note && { note }),
    ...(key && { key }),
    ...(fields.favorite === true && { starred: true as const }),
    ...(savedAt && { savedAt }),
  };
  return { entry, unkept: Object.keys(fields).filter((name) => !KNOWN.has(name) && says(fields[name])) };
}

function cardOf(fields: Record<string, unknown>, id: string, cited: PaperCard | undefined): PaperCard {
  const text = (name: string) => cut(oneLine(textIn(fields[name])), LONGEST);
  const [address, year] = [text('pdfLink'), /^\d{4}$/.exec(text('year'))?.[0]];
  const date = cited?.publishedAt;
  return present<PaperCard>({
    ...cited,
    site: 'papermemory',
    identifiers: identifiersOf(fields, id, address, cited),
    title: text('title') || cited?.title,
    ...authorsOf(textIn(fields.author), cited),
    publishedAt: date && (!year || date.startsWith(year)) ? date : year,
    url: cited?.url || address,
    venue: cited?.venue || venueOf(text('venue') || text('conf')),
    code: text('codeLink') || cut(oneLine(textIn(record(fields.code).url)), LONGEST),
  });
}

/** What several places say; the first that says something in a namespace counts. */
function identifiersOf(
  fields: Record<string, unknown>,
  id: string,
  address: string,
  cited: PaperCard | undefined,
): PaperCard['identifiers'] {
  const led = URL.canParse(address) ? identifiersOfAddress(new URL(address)) : {};
  const doi = Object.fromEntries(canonicalIdentifiers('doi', textIn(fields.doi).slice(0, LONGEST)));
  return { ...identifiersOfId(textIn(fields.id) || id), ...led, ...cited?.identifiers, ...doi };
}

/** The owner can correct the names there, but not in the entry, which knows their parts. */
function authorsOf(names: string, cited: PaperCard | undefined): Pick<PaperCard, 'authors' | 'nameParts'> {
  const read = readNames(names, (text) => text);
  const known = cited?.authors ?? [];
  if (read.names.length === 0 || read.names.length === known.length)
    return present<Pick<PaperCard, 'authors' | 'nameParts'>>({
      authors: cited?.authors,
      nameParts: cited?.nameParts,
    });
  const parts = Object.fromEntries(read.parts);
  return { authors: read.names, ...(read.parts.size > 0 && { nameParts: parts }) };
}

function venueOf(venue: string): string {
  return /^arxiv\b/i.test(venue) ? '' : venue;
}

/** Whether a value says anything. */
function says(value: unknown): boolean {
  return typeof value === 'object' ? Object.keys(value ?? {}).length > 0 : Boolean(value);
}
