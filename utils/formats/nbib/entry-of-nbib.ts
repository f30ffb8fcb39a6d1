/** A record of PubMed as a paper. Its tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html */
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import type { PublicationType } from '@/utils/formats/parts/publication-type';
import { cardOf } from '@/utils/formats/parts/reading/described-card';
import { partsOfName } from '@/utils/formats/parts/reading/plain-name';
import { readDate } from '@/utils/formats/parts/reading/read-date';
import type { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';
import { tagsIn } from '@/utils/formats/parts/reading/tagged-texts';
import type { NameParts } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';

const SITE = 'nbib';
/** Tags that are read, or say again what another one says. Others are counted. */
const READ = new Set(
  `PMID PMC TI BTI VTI JT TA AB FAU AU CN FED ED DP DEP VI IP PG PB IS ISBN LID AID SO PT OT MH`.split(/\s+/),
);
/** Kinds of publications that tell more than that something is an article. */
const KINDS: readonly [pattern: RegExp, kind: PublicationType][] = [
  [/^preprint$/i, 'preprint'],
  [/^dataset$/i, 'dataset'],
  [/^(?:academic dissertation|dissertation)/i, 'thesis'],
  [/^(?:technical report|government publication)/i, 'report'],
];

export function unkeptOfNbib(record: TaggedRecord): string[] {
  return record.fields.filter(({ tag, value }) => !READ.has(tag) && value.trim()).map(({ tag }) => tag);
}

export function entryOfNbib(record: TaggedRecord): Omit<FileEntry, 'place' | 'line'> {
  const [title, book] = [record.first('TI'), record.first('BTI')];
  const journal = record.first('JT', 'TA', 'VTI');
  const card = cardOf({
    site: SITE,
    type: kindOf(record, title !== '' && book !== '', journal),
    title: withoutPeriod(title || book),
    abstract: record.all('AB').join('\n\n'),
    authors: peopleIn(record, 'FAU', 'AU'),
    editors: peopleIn(record, 'FED', 'ED'),
    publishedAt: dateOf(record),
    address: '',
    venue: journal || (title && withoutPeriod(book)),
    volume: record.first('VI'),
    issue: record.first('IP'),
    pages: record.first('PG'),
    publisher: record.first('PB'),
    numbers: record.all('IS', 'ISBN'),
    identifiers: {
      doi: record.all('LID', 'AID', 'SO').filter((text) => /\[doi\]\s*$|\bdoi:/i.test(text)),
      arxiv: [],
      venues: [journal],
      remarks: record.all('LID', 'AID'),
      pmid: record.first('PMID'),
      pmcid: record.first('PMC'),
    },
  });
  // Headings of subjects that are an article's main ones have an asterisk.
  const tags = tagsIn(
    [...record.all('OT'), ...record.all('MH')].map((tag) => tag.replaceAll('*', '')),
    /\n/,
  );
  return { card, ...(tags.length > 0 && { tags }) };
}

function kindOf(record: TaggedRecord, isChapter: boolean, journal: string): PublicationType | undefined {
  const told = record.all('PT').flatMap((type) => KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? []);
  if (told[0]) return told[0];
  if (journal !== '') return 'article';
  if (record.has('BTI')) return isChapter ? 'chapter' : 'book';
  return undefined;
}

/** In full where they are told so. Groups stand between people. */
function peopleIn(record: TaggedRecord, full: string, short: string): (NameParts | undefined)[] {
  const people = record.has(full) ? full : short;
  return record.fields.flatMap(({ tag, value }) => {
    if (tag === 'CN' && full === 'FAU') return { literal: oneLine(value) };
    return tag === people ? [partsOfName(value)] : [];
  });
}

/** `2019 May`, `2019 May-Jun`, `1998 Dec-1999 Jan`, `2019 Winter`; else the day it was online. */
function dateOf(record: TaggedRecord): string | undefined {
  const printed = readDate(
    '',
    record
      .first('DP')
      .replace(/-\s*\d{4}.*$/, '')
      .slice(0, 100),
  );
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(record.first('DEP')) ?? [];
  return printed ?? readDate('', year, month, day);
}

/** PubMed ends titles with a period. */
function withoutPeriod(title: string): string {
  return title.replace(/(?<![.\s])\.\s*$/, '');
}
