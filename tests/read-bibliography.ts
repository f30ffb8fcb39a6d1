/**
 * Reads bibliography files for tests: BibTeX and BibLaTeX by a library, and of RIS, PubMed's format and CSL-JSON what is
 * plainly there. The product reads none of these yet.
 */
import { readFileSync } from 'node:fs';
import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser';
import type { PUBLICATION_TYPES } from '@/utils/paper/fields';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';

type Type = (typeof PUBLICATION_TYPES)[number];

const TYPES: Record<string, Type> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  book: 'book',
  chapter: 'chapter',
  conference: 'conference',
  dataset: 'dataset',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'conference',
  mastersthesis: 'thesis',
  'paper-conference': 'conference',
  phdthesis: 'thesis',
  report: 'report',
  software: 'software',
  techreport: 'report',
  thesis: 'thesis',
  BOOK: 'book',
  CHAP: 'chapter',
  CONF: 'conference',
  CPAPER: 'conference',
  JOUR: 'article',
  RPRT: 'report',
  THES: 'thesis',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The papers of a file, by the ending of its name; `[]` for a format that is not read. */
export function readBibliography(path: string): PaperCard[] {
  const text = decode(readFileSync(path));
  if (/\.bib(la)?(tex)?$/.test(path)) return readBibtex(text);
  if (/\.(ris|nbib)$/.test(path)) return readTagged(text);
  if (path.endsWith('.csl.json') || path.endsWith('csl.json')) return readCsl(text);
  return [];
}

function decode(bytes: Uint8Array): string {
  if (bytes.slice(0, 100).filter((byte) => byte === 0).length > 20)
    return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = /% *encoding: *([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes))?.[1];
    return new TextDecoder(declared ?? 'gbk').decode(bytes);
  }
}

function readBibtex(text: string): PaperCard[] {
  const { entries } = parse(text, {
    sentenceCase: false,
    verbatimFields: ['doi', 'eprint', 'arxivid', 'url', 'file'],
  });
  return entries.map(cardOfEntry);
}

function cardOfEntry({ type, fields }: Entry): PaperCard {
  const text = (name: string) => {
    const value = fields[name];
    return value === undefined ? undefined : String(Array.isArray(value) ? value.join(', ') : value);
  };
  const title = [text('title'), text('subtitle')].filter(Boolean).join(': ');
  const eprint = text('arxivid') ?? text('eprint');
  const archive = (text('eprinttype') ?? text('archiveprefix') ?? 'arxiv').toLowerCase();
  const month = MONTHS.findIndex((name) => text('month')?.toLowerCase().startsWith(name)) + 1;
  return cardOf({
    title,
    authors: (fields.author ?? []).map(nameOf),
    editors: (fields.editor ?? []).map(nameOf),
    abstract: text('abstract'),
    publishedAt: dayOf(text('date')) ?? dayOf(text('year'), text('month') && (month || text('month'))),
    type: TYPES[type],
    venue: text('journal') ?? text('journaltitle') ?? text('booktitle'),
    volume: text('volume'),
    issue: text('number') ?? text('issue'),
    pages: text('pages'),
    publisher: text('publisher'),
    url: text('url')?.split(' ')[0],
    doi: text('doi'),
    arxiv:
      (archive === 'arxiv' ? eprint : undefined) ??
      /arxiv[: -]+(\d{4}\.\d{4,5})/i.exec(text('journal') ?? '')?.[1],
    pmid: text('pmid') ?? (archive === 'pubmed' ? eprint : undefined),
  });
}

function nameOf({ lastName, firstName, prefix, suffix, name }: Creator): string {
  if (!lastName) return name ?? firstName ?? '';
  return [[prefix, lastName].filter(Boolean).join(' '), firstName, suffix].filter(Boolean).join(', ');
}

/** RIS, and PubMed's format, which has four letters before the dash. */
function readTagged(text: string): PaperCard[] {
  const records: Map<string, string[]>[] = [];
  let last = '';
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9]{1,3}) *- ?(.*)$/.exec(line) ?? [];
    const record = records.at(-1);
    if (tag === 'TY' || tag === 'PMID') records.push(new Map([[tag, [value.trim()]]]));
    else if (tag && record) record.set(tag, [...(record.get(tag) ?? []), value.trim()]);
    else if (/^\s+\S/.test(line) && record) {
      const values = record.get(last) ?? [];
      record.set(last, [...values.slice(0, -1), `${values.at(-1) ?? ''} ${line.trim()}`]);
    }
    if (tag) last = tag;
  }
  return records.map(cardOfTags);
}

function cardOfTags(tags: Map<string, string[]>): PaperCard {
  const first = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []).find(Boolean);
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []).filter(Boolean);
  const [start, end] = [first('SP'), first('EP')];
  return cardOf({
    title: first('TI', 'T1'),
    authors: all('FAU').length > 0 ? all('FAU') : all('AU', 'A1'),
    abstract: first('AB', 'N2'),
    publishedAt: dayOf(first('PY', 'DP', 'Y1', 'DA')),
    type: TYPES[first('TY') ?? (tags.has('PMID') ? 'JOUR' : '')],
    venue: first('T2', 'JT', 'JO', 'JF', 'JA'),
    volume: first('VL', 'VI'),
    issue: first('IS', 'IP'),
    pages: first('PG') ?? (start && (end && end !== start ? `${start}-${end}` : start)),
    url: first('UR'),
    doi: first('DO') ?? all('LID', 'AID').find((value) => value.endsWith('[doi]')),
    pmid: first('PMID'),
  });
}

interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  suffix?: string;
  'non-dropping-particle'?: string;
}

function readCsl(text: string): PaperCard[] {
  // biome-ignore lint/suspicious/noExplicitAny: a foreign format, read by hand
  return (JSON.parse(text) as any[]).map((item) =>
    cardOf({
      title: item.title,
      authors: ((item.author ?? []) as CslName[]).map((name) =>
        nameOf({
          name: name.literal,
          lastName: name.family,
          firstName: name.given,
          prefix: name['non-dropping-particle'],
          suffix: name.suffix,
        } as Creator),
      ),
      abstract: item.abstract,
      publishedAt: dayOf((item.issued?.['date-parts']?.[0] ?? []).join('-')),
      type: TYPES[item.type],
      venue: item['container-title'],
      volume: item.volume,
      issue: item.issue ?? item.number,
      pages: item.page,
      url: item.URL,
      doi: item.DOI,
    }),
  );
}

/** `2014/04/03/`, `2019 May` or `2014-2`; undefined without a year of four digits. */
function dayOf(text = '', month: string | number = ''): string | undefined {
  const found = /^(\d{4})(?:[-/ ]+(\d{1,2}|[A-Za-z]{3}))?(?:[-/ ]+(\d{1,2}))?(?!\d)/.exec(`${text} ${month}`);
  if (!found) return undefined;
  const [, year, named = '', day = ''] = found;
  const number = /\d/.test(named) ? Number(named) : MONTHS.indexOf(named.toLowerCase()) + 1;
  if (number < 1 || number > 12) return year;
  const two = (value: number) => String(value).padStart(2, '0');
  return [year, two(number), ...(Number(day) >= 1 && Number(day) <= 31 ? [two(Number(day))] : [])].join('-');
}

type Read = Omit<Partial<Record<keyof PaperCard | 'doi' | 'arxiv' | 'pmid', unknown>>, 'identifiers'>;

function cardOf({ doi, arxiv, pmid, ...fields }: Read): PaperCard {
  const identifiers = present<Record<string, string>>({ doi, arxiv, pmid } as Record<string, string>);
  return present<PaperCard>({ ...(fields as Partial<PaperCard>), site: 'import', identifiers });
}
