/**
 * Writes RIS: a tag, two spaces, a hyphen and a space before each value, and CRLF behind it.
 * The specification of 2011: https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
 */
import { valuesIn } from '@/utils/paper/identifiers';
import { namePartsOf } from '@/utils/paper/name-parts';
import type { ExportedPaper } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';
import { bestAddress, bestDoi } from '../parts/best-address';
import type { Entry, Write } from '../parts/format';
import { pageRange } from '../parts/page-range';
import { publicationTypeOf } from '../parts/publication-type';
import { abstractText, titleText } from '../parts/shown-text';
import { RIS_TYPES } from './kinds-of-ris';

export const writeRis: Write = async function* (batches) {
  for await (const batch of batches) yield batch.map(record).join('');
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
  return [`TY  - ${RIS_TYPES[type]}`, ...written, 'ER  - ', '', ''].join('\r\n');
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

/**
 * `King, Martin Luther, Jr.`; a group without commas, which would make a person of it. A name without a given one has a comma
 * behind it where it looks like more: EndNote and we know it by that.
 */
function familyFirst(name: string, told: ExportedPaper['nameParts']): string {
  const parts = namePartsOf(name, told);
  if ('literal' in parts) return alone(parts.literal);
  const { particle = '', family, given = '', suffix } = parts;
  if (!given && !suffix)
    return particle ? oneLine(`${particle} ${family}`.replaceAll(',', ' ')) : alone(family);
  const all = [`${particle} ${family}`, given, ...(suffix ? [suffix] : [])];
  return all.map((part) => oneLine(part.replaceAll(',', ' '))).join(', ');
}

function alone(name: string): string {
  const bare = oneLine(name.replaceAll(',', ' '));
  return bare && 'family' in namePartsOf(bare, undefined) ? `${bare},` : bare;
}
