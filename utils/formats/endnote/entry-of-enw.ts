/** A record of EndNote's tagged text as a paper and what its owner added. Its tags: those of refer, and EndNote's own. */

import { kindOfEndnote } from '@/utils/formats/parts/endnote-kinds';
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import type { PublicationType } from '@/utils/formats/parts/publication-type';
import { cardOf } from '@/utils/formats/parts/reading/described-card';
import { partsOfName } from '@/utils/formats/parts/reading/plain-name';
import { readDate } from '@/utils/formats/parts/reading/read-date';
import type { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';
import { notesIn, pagesOf, tagsIn } from '@/utils/formats/parts/reading/tagged-texts';

const SITE = 'endnote';
/** Tags that are read. Others are counted. */
const READ = new Set([...'0ATEJBSVNPDI8@RUXKZ<FM92']);
const DOI = /^\s*(?:doi\b\s*:?\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+\s*$/i;

export function unkeptOfEnw(record: TaggedRecord): string[] {
  return record.fields.filter(({ tag, value }) => !READ.has(tag) && value.trim()).map(({ tag }) => `%${tag}`);
}

export function entryOfEnw(record: TaggedRecord): Omit<FileEntry, 'place' | 'line'> {
  const told = record.first('0');
  const journal = record.first('J');
  const card = cardOf({
    site: SITE,
    type: kindOfEndnote(told) ?? kindWithout(record),
    title: record.first('T'),
    abstract: record.all('X').join('\n\n'),
    authors: record.all('A').map(partsOfName),
    editors: record.all('E').map(partsOfName),
    publishedAt: dateOf(record),
    address: record.all('U').join(' '),
    venue: journal || record.first('B', 'S'),
    volume: record.first('V'),
    issue: record.first('N'),
    pages: pagesOf(record.first('P')),
    publisher: record.first('I'),
    numbers: record.all('@'),
    identifiers: {
      doi: record.all('R', 'M', 'U').filter((text, index) => index === 0 || DOI.test(text)),
      arxiv: record.all('M', 'R').filter((text) => /arxiv/i.test(text)),
      venues: [journal, record.first('B'), record.first('V')],
      remarks: record.all('M', 'N', 'Z', '9', 'I'),
      pmid: '',
      pmcid: record.all('2').find((text) => /^PMC\d+/i.test(text)) ?? '',
    },
  });
  const tags = tagsIn(record.all('K'), /[;\n]/);
  const key = record.first('F');
  return {
    card,
    ...(tags.length > 0 && { tags }),
    ...notesIn(record.all('Z', '<')),
    ...(key && { key }),
  };
}

/** refer has no types. */
function kindWithout(record: TaggedRecord): PublicationType | undefined {
  if (record.has('J')) return 'article';
  return record.has('B') ? 'chapter' : undefined;
}

/** `%D 2017`, `%8 June 12`; either may have all of it. */
function dateOf(record: TaggedRecord): string | undefined {
  const [year, day] = [record.first('D'), record.first('8')].map((text) => text.slice(0, 100)) as [
    string,
    string,
  ];
  const told = readDate(day, day);
  const known = readDate(year, year);
  if (known === undefined || (told?.startsWith(known) && told.length > known.length)) return told ?? known;
  return known.length > 4 || told ? known : (readDate('', known, day) ?? known);
}
