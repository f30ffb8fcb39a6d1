/** An item of CSL as a paper and what its owner added. */
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import { cardOf } from '@/utils/formats/parts/reading/described-card';
import { readDate } from '@/utils/formats/parts/reading/read-date';
import { personOf } from '@/utils/formats/parts/reading/stated-names';
import { tagsIn } from '@/utils/formats/parts/reading/tagged-texts';
import { isCitationKey } from '@/utils/paper/key-pattern';
import { isPreprintServer } from '@/utils/paper/preprints';
import type { NameParts } from '@/utils/paper/schema';
import { list, record } from '@/utils/reading/loose-json';
import { statedDay } from '@/utils/reading/metadata/stated-day';
import { oneLine } from '@/utils/text/clean';
import { type Fields, kindOfCsl, textOf, textsOf } from './csl-fields';

const SITE = 'csl-json';
const LONGEST_NOTE = 100_000;
const MOST_NAMES = 5000;
/** Fields that are read. Others are counted. */
const READ = new Set(
  `id citation-key type genre title author editor issued container-title collection-title volume issue page publisher number
  archive archive_location DOI URL ISBN ISSN PMID PMCID abstract keyword note`.split(/\s+/),
);

/** Fields of an item that are not kept. */
export function unkeptOfItem(fields: Fields): string[] {
  return Object.keys(fields).filter(
    (name) => !READ.has(name) && !/^(?:|\[\]|\{\}|null)$/.test(briefly(fields[name])),
  );
}

export function entryOfItem(fields: Fields): Omit<FileEntry, 'place' | 'line'> {
  const text = (name: string) => textOf(fields, name);
  const [kind, publisher] = [kindOfCsl(text('type')), text('publisher')];
  const onArxiv = /arxiv/i.test(`${text('archive')} ${publisher}`);
  const isPreprint = kind === undefined && (/preprint/i.test(text('genre')) || isPreprintServer(publisher));
  const inServer = isPreprint && isPreprintServer(publisher);
  const card = cardOf({
    site: SITE,
    type: isPreprint ? 'preprint' : kind,
    title: text('title'),
    abstract: text('abstract'),
    authors: namesIn(fields.author),
    editors: namesIn(fields.editor),
    publishedAt: dateIn(fields.issued),
    address: text('URL'),
    venue:
      text('container-title') || (kind === 'book' ? text('collection-title') : inServer ? publisher : ''),
    volume: text('volume'),
    issue: text('issue') || (kind === 'article' ? text('number') : ''),
    pages: text('page'),
    publisher: inServer ? '' : publisher,
    numbers: [...textsOf(fields, 'ISBN'), ...textsOf(fields, 'ISSN')],
    identifiers: {
      doi: [text('DOI')],
      arxiv: onArxiv ? [text('archive_location'), text('number')] : [],
      venues: [text('container-title'), text('volume')],
      remarks: [text('number'), text('archive_location'), text('note')],
      pmid: text('PMID'),
      pmcid: text('PMCID'),
    },
  });
  return { card, ...addedOf(fields) };
}

function addedOf(fields: Fields): Partial<FileEntry> {
  const [stated, id] = [textOf(fields, 'citation-key'), textOf(fields, 'id')];
  // Zotero and databases have numbers and addresses as ids.
  const key = stated || (isCitationKey(id) && !/^\d+$|\/|:\/\//.test(id) ? id : '');
  const tags = tagsIn(textsOf(fields, 'keyword'), /,/);
  const note = textOf(fields, 'note').slice(0, LONGEST_NOTE);
  return { ...(tags.length > 0 && { tags }), ...(note.trim() && { note }), ...(key && { key }) };
}

function namesIn(value: unknown): (NameParts | undefined)[] {
  return list(value).slice(0, MOST_NAMES).map(nameOf);
}

function nameOf(value: unknown): NameParts | undefined {
  const name = record(value);
  const part = (key: string) => oneLine(textOf(name, key).slice(0, 1000));
  const literal = part('literal') || part('name');
  if (literal !== '') return { literal };
  const particle = [part('dropping-particle'), part('non-dropping-particle')].filter(Boolean).join(' ');
  const parts = personOf({ family: part('family'), given: part('given'), particle, suffix: part('suffix') });
  return 'literal' in parts && parts.literal === '' ? undefined : parts;
}

/** `{"date-parts": [["2017", 6, 12]]}`, of a span its beginning; a text, as some programs have it. */
function dateIn(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number')
    return statedDay(String(value)) ?? readDate(String(value));
  const issued = record(value);
  const [year = '', month = '', day = ''] = list(list(issued['date-parts'])[0]).map((part) =>
    String(part).slice(0, 20),
  );
  const told = textOf(issued, 'raw') || textOf(issued, 'literal');
  return readDate('', year, month, day) ?? (told ? (statedDay(told) ?? readDate(told, told)) : undefined);
}

/** Whether there is anything, without writing out what may be nested deeply. */
function briefly(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : 'some';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : 'some';
  return String(value ?? 'null')
    .trim()
    .slice(0, 10);
}
