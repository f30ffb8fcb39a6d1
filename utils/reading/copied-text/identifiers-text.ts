/**
 * Lines that name papers by identifier or address: awesome lists, newsletters, references, bare lists. The title
 * is in the line itself, or in an adjacent line if the text always has it on the same side.
 */
import { identifiersInText } from '../addresses';
import { readReference } from '../collect/references';
import { scanNames } from '../people/scan-names';
import { isVenue, trimTitle } from '../phrases';
import { sentencesOf } from '../sentences';
import type { FoundPaper } from './found-paper';
import { bareTitle, mentionIn } from './items';
import { isProse, isTitle, type Line, weight } from './lines';
import { isNameList } from './names';

/** Longest line read, in UTF-16 units: a reference with all its authors. */
const LONGEST_LINE = 3000;
/** Link texts that are not titles. */
const LINK =
  /^(?:paper|pdf|html|arxiv|abs|abstract|doi|link|code|github|project|website|slides|video|blog|openreview|here|url|read|full text|preprint|published|talk|demo|page)\b/i;

/** A paper that a line names; `bare` if the line says nothing else. */
export type Mention = FoundPaper & { line: number; bare: boolean };

/** One paper for each line that names one. */
export function readMentions(lines: readonly Line[]): FoundPaper[] {
  return mentionsIn(lines).map(({ line: _, bare: __, ...paper }) => paper);
}

/** The same, with their lines. */
export function mentionsIn(lines: readonly Line[]): Mention[] {
  const mentions = lines.flatMap(({ text }, line): Mention[] => {
    if (text.length > LONGEST_LINE) return [];
    const { identifiers, bare } = mentionIn(text);
    if (Object.keys(identifiers).length === 0) return [];
    return [{ line, bare, identifiers, ...(!bare && statedIn(text)) }];
  });
  const named = new Set(mentions.map(({ line }) => line));
  const besides = (line: number) => {
    const text = lines[line]?.text ?? '';
    const title = bareTitle(text);
    return !named.has(line) && isTitle(title) && title.includes(' ') && !isProse(text) && !isNameList(title)
      ? title
      : undefined;
  };
  const bare = mentions.filter((mention) => mention.bare);
  const side = groupedSide(bare, lines) ?? sideOf(bare, besides);
  return mentions.map((mention) =>
    mention.bare && side ? { ...mention, title: besides(mention.line + side) } : mention,
  );
}

/** The side of the titles if blank lines separate the papers: -1 for the line before, 1 for the line after. */
function groupedSide(bare: readonly Mention[], lines: readonly Line[]): -1 | 1 | undefined {
  if (bare.length === 0) return undefined;
  if (bare.every(({ line }) => lines[line]?.gap === false && lines[line - 1]?.gap)) return -1;
  return bare.every(({ line }) => lines[line]?.gap && lines[line + 1]?.gap === false) ? 1 : undefined;
}

/** The side of bare identifiers on which the titles are (-1 or 1); undefined if it cannot be determined. */
function sideOf(bare: readonly Mention[], besides: (line: number) => string | undefined): -1 | 1 | undefined {
  const before = bare.every(({ line }) => besides(line - 1) !== undefined);
  const after = bare.every(({ line }) => besides(line + 1) !== undefined);
  if (bare.length === 0 || before === after) return undefined;
  if (before) return -1;
  return bare.length > 1 ? 1 : undefined; // the line below a single one may be anything
}

/** What PubMed names an article's place by: `Winter Med. 2025 Dec 1;7(2):1-9.` */
const SOURCE =
  /^\W*(?:\d{1,4}[.:]\s)?[^.]{2,100}\.\s(?:19|20)\d\d(?:\s\p{L}{3}[\p{L}\d\s/-]{0,12})?[;:]\s?\d/u;

/** The title in a line with an identifier, the linked, bold or quoted text or what remains of the line, and the names before it. */
function statedIn(line: string): Pick<FoundPaper, 'title' | 'authors'> {
  const marked = [
    ...[...line.matchAll(/\[(?<text>[^[\]]{4,300})\]\(https?:/g)].map((found) => found.groups?.text ?? ''),
    ...[...line.matchAll(/\*\*(?<text>[^*]{4,300})\*\*|[“"«](?<quoted>[^“”"«»]{10,300})[”"»]/g)].map(
      (found) => found.groups?.text ?? found.groups?.quoted ?? '',
    ),
  ].filter((text) => !LINK.test(text));
  const rest = withoutDate(withoutLinks(line));
  if (SOURCE.test(rest)) return {};
  const reference = readReference(rest);
  const plain = marked[0] ?? reference?.title ?? (isTitleAlone(rest) ? rest : '');
  const title = trimTitle(bareTitle(withoutDate(plain).replace(/^[\s*_:–—-]+|[\s*_:,–—([{|-]+$/g, '')));
  const isWhole = title.includes(' ') || weight(title) > 2 * title.length;
  if (!isTitle(title) || !isWhole || isNameList(title)) return {};
  return {
    title,
    authors: reference?.authors && reference.title?.includes(title) ? reference.authors : undefined,
  };
}

/** Whether a line is one sentence that is no venue, and no names with what stands behind them. */
function isTitleAlone(text: string): boolean {
  if (sentencesOf(text).length !== 1 || isVenue(text)) return false;
  const names = scanNames(text);
  return !names || (names.names.length === 1 && !names.cut);
}

/** Strips the date before a title in news lists, and the venue with its year after it. */
function withoutDate(text: string): string {
  return text
    .replace(/^\s*[*•-]?\s*[([]?\d{4}[/.-]\d{1,2}(?:[/.-]\d{1,2})?[)\]]?[\s:–—-]+/, '')
    .replace(/[\s,]*\([^()]{0,60}\b(?:19|20)\d{2}\)[\s.,]*$/, '');
}

/** The line without addresses, identifiers and their labels. */
function withoutLinks(line: string): string {
  const plain = line.replace(/\[{1,2}[^[\]]{0,300}\]{1,2}\(https?:[^\s()]{0,2048}\)?\]?/g, ' ');
  return identifiersInText(plain)
    .reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, plain)
    .replace(/\bhttps?:\/\/\S+/g, ' ')
    .replace(/[.,;]\s*(?:arxiv preprint|arxiv e-prints|corr)\b.*$/i, '')
    .replace(/[([]\s*(?:(?:arxiv|doi|paper|pdf|code|link)[\s:,|/]*){0,9}[)\]]/gi, ' ')
    .replace(
      /(?:[\s,;.([|–—-]*\b(?:arxiv preprint|arxiv|corr|doi|pdf|paper|available at|url)[\s:]*)+[\s.,;)\]|]*$/i,
      '',
    )
    .trim();
}
