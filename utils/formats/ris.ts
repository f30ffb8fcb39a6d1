/**
 * RIS: a tag, two spaces, a hyphen and a space before each value, and CRLF behind it.
 * The specification of 2011: https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
 */
import { valuesIn } from '@/utils/paper/identifiers';
import { namePartsOf } from '@/utils/paper/name-parts';
import type { ExportedPaper } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';
import { bestAddress, bestDoi } from './parts/best-address';
import type { Entry, FormatModule } from './parts/format';
import { pageRange } from './parts/page-range';
import { type PublicationType, publicationTypeOf } from './parts/publication-type';
import { abstractText, titleText } from './parts/shown-text';

export const ris = {
  async *write(batches) {
    for await (const batch of batches) yield batch.map(record).join('');
  },
} satisfies FormatModule;

/** RIS has no preprints. */
const TYPES: Record<PublicationType, string> = {
  preprint: 'GEN',
  article: 'JOUR',
  conference: 'CONF',
  thesis: 'THES',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  dataset: 'DATA',
  software: 'COMP',
  other: 'GEN',
};

type Line = [tag: string, value: string | undefined];

function record({ paper, key }: Entry): string {
  const type = publicationTypeOf(paper);
  const [arxiv] = valuesIn(paper.identifiers, 'arxiv');
  const [first, last] = pageRange(paper.pages ?? '');
  const lines: Line[] = [
    ['ID', key],
    ['TI', titleText(paper.title ?? '')],
    ...paper.authors.map((name): Line => ['AU', familyFirst(name, paper.nameParts)]),
    ...(paper.editors ?? []).map((name): Line => ['ED', familyFirst(name, paper.nameParts)]),
    ['T2', paper.venue],
    ['VL', paper.volume],
    ['IS', paper.issue],
    ['SP', first],
    ['EP', last],
    ['PB', paper.publisher ?? paper.organization],
    ...[...(paper.isbn ?? []), ...(paper.issn ?? [])].map((code): Line => ['SN', code]),
    ...dateLines(paper.publishedAt),
    ['DO', bestDoi(paper, type === 'preprint')],
    ['AN', arxiv && `arXiv:${arxiv}`],
    ['UR', bestAddress(paper)],
    // Readers part keywords at semicolons.
    ...paper.tags.map((tag): Line => ['KW', tag.replaceAll(';', ' ')]),
    ['AB', abstractText(paper.abstract ?? '')],
    // Readers disagree about values of several lines, and may take one for a tag.
    ['N1', paper.note],
  ];
  const written = lines
    .map(([tag, value = '']): Line => [tag, oneLine(value)])
    .filter(([, value]) => value)
    .map((line) => line.join('  - '));
  return [`TY  - ${TYPES[type]}`, ...written, 'ER  - ', '', ''].join('\r\n');
}

/** `2023`, `2023/01//`: the year alone, and what is known of the day. */
function dateLines(publishedAt: string | undefined): Line[] {
  if (!publishedAt) return [];
  const [year = '', month = '', day = ''] = publishedAt.split('-');
  return [
    ['PY', year],
    ['DA', `${year}/${month}/${day}/`],
  ];
}

/** `King, Martin Luther, Jr.`; a group without commas, which would make a person of it. */
function familyFirst(name: string, told: ExportedPaper['nameParts']): string {
  const parts = namePartsOf(name, told);
  if ('literal' in parts) return parts.literal.replaceAll(',', ' ');
  const { particle = '', family, given = '', suffix } = parts;
  const all = [`${particle} ${family}`, given, ...(suffix ? [suffix] : [])].map((part) =>
    oneLine(part.replaceAll(',', ' ')),
  );
  return given || suffix ? all.join(', ') : (all[0] ?? '');
}
