/** A record of the Web of Science as a paper. Its tags: https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html */
import type { FileEntry } from '@/utils/formats/parts/file-entry';
import type { PublicationType } from '@/utils/formats/parts/publication-type';
import { cardOf } from '@/utils/formats/parts/reading/described-card';
import { partsOfName } from '@/utils/formats/parts/reading/plain-name';
import { readDate } from '@/utils/formats/parts/reading/read-date';
import type { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';
import { pagesOf, tagsIn } from '@/utils/formats/parts/reading/tagged-texts';
import type { NameParts } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';

const SITE = 'web-of-science';
/** Tags that are read. Others are counted. */
const READ = new Set(
  'PT AU AF CA BA BF GP BE TI SO J9 JI DT DE ID AB SN EI BN PU PD PY EA VL IS BP EP AR DI D2 PM'.split(/\s+/),
);
const KINDS: readonly [pattern: RegExp, kind: PublicationType][] = [
  [/preprint/i, 'preprint'],
  [/chapter/i, 'chapter'],
  [/proceedings paper/i, 'conference'],
  [/data(?:set| set| study)/i, 'dataset'],
  [/dissertation|thesis/i, 'thesis'],
  [/^book$/i, 'book'],
];

export function unkeptOfWos(record: TaggedRecord): string[] {
  return record.fields.filter(({ tag, value }) => !READ.has(tag) && value.trim()).map(({ tag }) => tag);
}

export function entryOfWos(record: TaggedRecord): Omit<FileEntry, 'place' | 'line'> {
  const groups = lines(record, 'CA', 'GP').map((literal): NameParts => ({ literal }));
  const card = cardOf({
    site: SITE,
    type: kindOf(record),
    title: joined(record.first('TI')),
    abstract: joined(record.first('AB')),
    // In full where they are told so; of books, those of the chapter come first.
    authors: [...lines(record, record.has('AF') ? 'AF' : 'AU').map(partsOfName), ...groups],
    editors: lines(record, 'BE').map(partsOfName),
    publishedAt: dateOf(record),
    address: '',
    venue: joined(record.first('SO', 'JI', 'J9')),
    volume: record.first('VL'),
    issue: record.first('IS'),
    pages: pagesOf(record.first('BP') || record.first('AR'), record.first('EP')),
    publisher: joined(record.first('PU')),
    numbers: record.all('SN', 'EI', 'BN'),
    identifiers: {
      doi: record.all('DI', 'D2'),
      arxiv: [],
      venues: [record.first('SO'), record.first('AR')],
      remarks: [],
      pmid: record.first('PM'),
      pmcid: '',
    },
  });
  const tags = tagsIn([...record.all('DE'), ...record.all('ID')].map(joined), /;/);
  return { card, ...(tags.length > 0 && { tags }) };
}

function kindOf(record: TaggedRecord): PublicationType | undefined {
  const told = record.all('DT').join('; ').split(/;\s*/);
  for (const [pattern, kind] of KINDS) if (told.some((type) => pattern.test(type))) return kind;
  return { J: 'article', B: 'book', S: 'chapter', C: 'conference' }[record.first('PT').charAt(0)] as
    | PublicationType
    | undefined;
}

/** Each line of these tags is a name. */
function lines(record: TaggedRecord, ...tags: string[]): string[] {
  return record.all(...tags).flatMap((value) => value.split('\n').map(oneLine).filter(Boolean));
}

/** Lines are broken between words. */
function joined(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ');
}

/** `PD MAY 12`, `PD NOV-DEC`, `EA DEC 2020`. */
function dateOf(record: TaggedRecord): string | undefined {
  const year = record.first('PY');
  return (
    readDate('', year, record.first('PD').slice(0, 100)) ?? readDate('', record.first('EA').slice(0, 100))
  );
}
