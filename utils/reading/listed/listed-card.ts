/** The card of a paper that the structure of a page shows. */
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersInText, identifiersOfAddress } from '../addresses';
import { clip } from '../dom';
import type { ListedPaper } from './listed';
import type { Row } from './rows';

/** Shortest abstract, in UTF-16 units; Chinese and Japanese need only a third of that. */
const SHORTEST_ABSTRACT = 200;
const ANNOUNCED =
  /^(?:abstract|summary|zusammenfassung|resumen|resumo|résumé|аннотация|摘要|概要|초록)\s*[:：.—-]?\s*/iu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const YEAR = /(?<![\d.:/–-])(?:19|20)\d\d(?![\d:/]|[–-]\d|\.\d)/g;

/** The card of a listed paper on the page at `url`; its identifiers are those that its rows name, if they agree. */
export function cardOfListed(paper: ListedPaper, listing: string, url: URL): PaperCard {
  const links = paper.rows.flatMap(({ links }) =>
    links.map(({ href }) => addressOf(href, url)).filter((one) => one !== undefined),
  );
  const own = linkOfTitle(paper, url);
  const pdf = links.find(isPdf);
  return present<PaperCard>({
    site: 'web',
    listing,
    identifiers: identifiersOf(paper, own, links),
    title: clip(paper.title),
    authors: paper.authors,
    abstract: abstractIn(paper),
    publishedAt: yearOf(paper),
    url: clip((own ?? pdf)?.href),
    unsure: paper.unsure || undefined,
  });
}

function isPdf(address: URL | undefined): boolean {
  return address !== undefined && /\.pdf$/i.test(address.pathname);
}

function addressOf(href: string, url: URL): URL | undefined {
  if (href.startsWith('#') || !URL.canParse(href, url.href)) return undefined;
  const address = new URL(href, url.href);
  return /^https?:$/.test(address.protocol) && !address.hostname.endsWith('.invalid') ? address : undefined;
}

function linkOfTitle({ pair, rows }: ListedPaper, url: URL): URL | undefined {
  const row = rows.find(({ text }) => text.includes(pair.title)) ?? rows[0];
  const link = row?.links.find(
    ({ start, end }) =>
      start < pair.end && end > pair.start && row.text.slice(start, end).includes(pair.title.slice(0, 20)),
  );
  return link && addressOf(link.href, url);
}

/** The first of each kind that the rows name; the title's own link comes first. */
function identifiersOf(
  { rows }: ListedPaper,
  own: URL | undefined,
  links: readonly URL[],
): Record<string, string> {
  const named = [...(own ? [own] : []), ...links].flatMap((link) =>
    Object.entries(identifiersOfAddress(link)),
  );
  for (const { text } of rows)
    if (text.length < 1500 && /\d{4}|\.\w+\//.test(text))
      for (const { namespace, value } of identifiersInText(text)) named.push([namespace, value]);
  return Object.fromEntries(named.reverse());
}

function abstractIn({ rows, pair }: ListedPaper): string | undefined {
  const start = rows.findIndex(({ text }) => ANNOUNCED.test(text) && text.length < 20_000);
  const long = ({ text }: Row) =>
    text.length + 2 * (text.match(DENSE)?.length ?? 0) >= SHORTEST_ABSTRACT && /[.?!。！？]/.test(text);
  const body =
    start < 0
      ? rows.filter((row) => long(row) && !row.text.includes(pair.title)).slice(0, 1)
      : afterLabel(rows.slice(start));
  const text = body
    .map(({ text }) => text.replace(ANNOUNCED, ''))
    .join('\n\n')
    .trim();
  return text.length >= 60 ? clip(text) : undefined;
}

/** The text behind the label, in its row or in those that follow. */
function afterLabel([label, ...rows]: readonly Row[]): Row[] {
  if (!label) return [];
  if (label.text.replace(ANNOUNCED, '').length > 60) return [label];
  const end = rows.findIndex(
    ({ text, links }) => text.length < 60 || (links.length > 0 && text.length < 120),
  );
  return rows.slice(0, end < 0 ? undefined : end);
}

/** The year behind the title or the names. */
function yearOf({ rows, pair }: ListedPaper): string | undefined {
  const years = rows
    .filter(({ text }) => text.includes(pair.title) || text.includes(pair.spot.names[0] ?? pair.title))
    .flatMap(({ text }) => text.replace(pair.title, ' ').match(YEAR) ?? []);
  return new Set(years).size === 1 ? years[0] : undefined;
}
