/** A record of RIS as a paper and what its owner added. */
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import { cardOf } from '@/utils/formats/parts/reading/described-card';
import { partsOfName } from '@/utils/formats/parts/reading/plain-name';
import type { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';
import { joinedTitle, notesIn, pagesOf, tagsIn } from '@/utils/formats/parts/reading/tagged-texts';
import { dateOfRis } from './date-of-ris';
import { kindOfRis } from './kinds-of-ris';

const SITE = 'ris';
/** Tags that are read. Others are counted. */
const READ = new Set(
  `TY TI T1 CT BT AU A1 A2 A3 ED AB N2 PY DA Y1 T2 JF JO JA J1 J2 C3 T3 VL IS CP SP EP C7 PB SN DO M3 AN U1 U2 C2 UR L2 LK
  DB M1 KW K1 N1 RN ID ER`.split(/\s+/),
);
const BOOKS = new Set(['book', 'report', 'thesis']);
const DOI = /^\s*(?:doi\b\s*:?\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+\s*$/i;

/** Tags of a record that are not kept. */
export function unkeptOfRis(record: TaggedRecord): string[] {
  return record.fields.filter(({ tag, value }) => !READ.has(tag) && value.trim()).map(({ tag }) => tag);
}

export function entryOfRis(record: TaggedRecord): Omit<FileEntry, 'place' | 'line'> {
  const type = record
    .all('TY')
    .map(kindOfRis)
    .findLast((kind) => kind !== undefined);
  const namesOf = (...tags: string[]) => record.all(...tags).map(partsOfName);
  const titles = record.all('TI', 'T1');
  const title = joinedTitle(titles.length > 0 ? titles : record.all('CT', 'BT').slice(0, 1));
  const isBook = type !== undefined && BOOKS.has(type);
  const card = cardOf({
    site: SITE,
    type,
    title,
    abstract: (record.has('AB') ? record.all('AB') : record.all('N2')).join('\n\n'),
    authors: namesOf('AU', 'A1'),
    editors: namesOf('ED', 'A2', ...(type === 'book' ? ['A3'] : [])),
    publishedAt: dateOfRis(record),
    address: addressIn(record),
    venue: venueOf(record, type, title),
    volume: record.first('VL'),
    issue: record.first('IS') || /^\w{1,8}$/.exec(record.first('CP'))?.[0] || '',
    pages: pagesOf(record.first('SP') || (isBook ? '' : record.first('C7')), record.first('EP')),
    publisher: record.first('PB'),
    numbers: record.all('SN'),
    identifiers: identifiersIn(record),
  });
  return { card, ...addedOf(record) };
}

/** Journals first, in full before abbreviated; a conference has its proceedings. */
function venueOf(record: TaggedRecord, type: string | undefined, title: string): string {
  const book = record.first('BT') === title ? '' : record.first('BT');
  if (type === 'conference') return book || record.first('T2', 'C3', 'JF', 'JO', 'T3', 'JA');
  if (type === 'chapter') return book || record.first('T2', 'JF', 'JO', 'T3', 'JA');
  return record.first('JF', 'T2', 'JO') || book || record.first('T3', 'JA', 'J2', 'J1');
}

function addressIn(record: TaggedRecord): string {
  return record.all('UR').join(' ') || record.all('L2', 'LK').join(' ');
}

/** Where programs put what RIS has no tags for. */
function identifiersIn(record: TaggedRecord): Parameters<typeof cardOf>[0]['identifiers'] {
  const [accession, numbers] = [record.first('AN'), record.all('U1', 'U2', 'AN', 'C2')];
  const isPubmed = /pubmed|medline|^nlm$/i.test(record.first('DB')) && /^\d+$/.test(accession);
  const marked = (mark: RegExp) => numbers.find((text) => mark.test(text)) ?? '';
  return {
    doi: [...record.all('DO'), ...record.all('M3', 'N1', 'AN', 'L2').filter((text) => DOI.test(text))],
    arxiv: [accession, record.first('M1')].filter((text) => /arxiv|\//i.test(text)),
    venues: record.all('JF', 'JO', 'JA', 'T2', 'VL'),
    remarks: record.all('M1', 'N1', 'PB', 'SP', 'C7'),
    pmid: marked(/^\d+\s*\[pmid\]/i) || (isPubmed ? accession : ''),
    pmcid: marked(/^PMC\d+/i),
  };
}

function addedOf(record: TaggedRecord): Partial<FileEntry> {
  const key = record.first('ID').replace(/\s+/g, ' ');
  const tags = tagsIn(record.all('KW', 'K1'), /[;\n]/);
  return {
    ...(tags.length > 0 && { tags }),
    ...notesIn(record.all('N1', 'RN')),
    ...(key && { key }),
  };
}
