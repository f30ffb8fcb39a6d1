/** EndNote's XML, which Mendeley and Zotero write as well. */

import { kindOfEndnote } from '../parts/endnote-kinds';
import type { FileEntry } from '../parts/file-entry';
import type { FormatModule } from '../parts/format';
import { cardOf } from '../parts/reading/described-card';
import { GatheredEntries } from '../parts/reading/gathered-entries';
import { partsOfName } from '../parts/reading/plain-name';
import { readDate } from '../parts/reading/read-date';
import type { TaggedRecord } from '../parts/reading/tagged-record';
import { notesIn, pagesOf, tagsIn } from '../parts/reading/tagged-texts';
import { scanRecords } from './scan-records';

/** How a file begins: EndNote writes `<xml>`, others an element of their own around the records. */
const FIRST =
  /^[\s\uFEFF]*(?:<\?xml[^<>]{0,200}>\s*)?(?:<xml[^<>]{0,200}>\s*)?<records[^<>]{0,200}>\s*(?:<record[\s>]|<\/records>)/;
/** Elements that are read, or that say again what another one says. */
const READ = new Set(
  `kind record/ref-type authors/author secondary-authors/author titles/title titles/secondary-title titles/alt-title
  titles/short-title periodical/full-title periodical/abbr-1 record/pages record/volume record/number keywords/keyword dates/year
  pub-dates/date record/publisher record/isbn record/label record/electronic-resource-num record/abstract record/notes
  record/research-notes related-urls/url web-urls/url urls/url record/accession-num record/custom2 record/rec-number
  record/database record/source-app foreign-keys/key`.split(/\s+/),
);

export const endnoteXml = {
  async read({ text }, { onShare }) {
    if (!FIRST.test(text.slice(0, 5000))) return undefined;
    const found = new GatheredEntries();
    for (const { record, isCut } of scanRecords(text, onShare))
      if (isCut) found.refuse(record.line, 'cutOff', record.first('titles/title'));
      else found.add(record.line, entryOf(record), unkeptOf(record));
    return { papers: [], ...found.reading };
  },
} satisfies FormatModule;

function entryOf(record: TaggedRecord): Omit<FileEntry, 'place' | 'line'> {
  const first = (...names: string[]) => record.first(...names);
  const journal = first('periodical/full-title', 'periodical/abbr-1');
  const addresses = record.all('related-urls/url', 'web-urls/url', 'urls/url');
  const accession = first('record/accession-num');
  const remarks = record.all('record/notes', 'record/accession-num', 'titles/alt-title');
  const card = cardOf({
    site: 'endnote',
    type: kindOfEndnote(first('kind')),
    title: first('titles/title'),
    abstract: record.all('record/abstract').join('\n\n'),
    authors: record.all('authors/author').map(partsOfName),
    editors: record.all('secondary-authors/author').map(partsOfName),
    publishedAt: dateOf(record),
    address: addresses.join(' '),
    venue: first('titles/secondary-title') || journal,
    volume: first('record/volume'),
    issue: first('record/number'),
    pages: pagesOf(first('record/pages')),
    publisher: first('record/publisher'),
    numbers: record.all('record/isbn'),
    identifiers: {
      doi: record.all('record/electronic-resource-num'),
      arxiv: [accession].filter((text) => /arxiv/i.test(text)),
      venues: [journal, first('titles/secondary-title'), first('record/volume')],
      remarks,
      pmid: /^\d{1,8}$/.test(accession) ? accession : '',
      pmcid: /^PMC\d+/i.test(first('record/custom2')) ? first('record/custom2') : '',
    },
  });
  const tags = tagsIn(record.all('keywords/keyword'), /[;\n\r]/);
  const key = first('record/label');
  return {
    card,
    ...(tags.length > 0 && { tags }),
    ...notesIn(record.all('record/notes', 'record/research-notes')),
    ...(key && { key }),
  };
}

/** The day or the month stands beside the year, or has all of it. */
function dateOf(record: TaggedRecord): string | undefined {
  const [year, day] = [record.first('dates/year'), record.first('pub-dates/date')].map((text) =>
    text.slice(0, 100),
  ) as [string, string];
  const told = readDate(day, day);
  if (told && (year === '' || told.startsWith(year))) return told;
  return readDate('', year, day) ?? told;
}

function unkeptOf(record: TaggedRecord): string[] {
  const others = record.fields.filter(({ tag, value }) => !READ.has(tag) && value.trim());
  return others.map(({ tag }) => (tag === 'pdf-urls/url' ? 'file' : tag.replace(/^record\//, '')));
}
