/**
 * The papers of a copied list by its form, as on a page (`listed/`): titles and names that lie alike, again and again. One or two
 * need a year, an identifier or an abstract below. Pure.
 */
import { completed } from '../listed/complete';
import { TELLING } from '../listed/listed';
import { type Page, type Pair, pairsOf } from '../listed/pairs';
import { spotsIn } from '../listed/spots';
import { bareTitle, titleScore } from '../listed/title-score';
import { type Signs, Taken, vote, voteFew } from '../listed/vote';
import { isNames, isVenue } from '../phrases';
import { sentencesOf } from '../sentences';
import { mentionIn } from './items';
import { isProse, type Line, unspaced } from './lines';
import { type TextRow, textRowsOf } from './text-rows';

/** A paper of a list, and the lines that are about it: from `first` up to, but not including, `end`. */
export interface Entry {
  title: string;
  authors: string[];
  first: number;
  /** The last line of its title and names. */
  last: number;
  end: number;
  abstract?: string;
}

/** Most lines about one paper behind its title and names. */
const MOST_LINES = 12;
/** How far above and below something may speak for a lone paper. */
const ABOVE = 3;
const NEAR = 12;
const ABSTRACT = /^(?:abstract|summary|摘要)\s*[:：.—–-]?\s*/i;
/** What stands over titles on first pages. */
const MASTHEAD =
  /\b(?:journal|transactions|letters|magazine|proceedings|conference|workshop|symposium|articles?|papers?|reviews?|available|access|published|preprint|manuscript|accepted|submitted|received|volume|vol|issue|issn|science\s?direct|elsevier|springer|ieee|acm|homepage|editors?)\b/i;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** Shortest abstract without a label, in UTF-16 units. */
const SHORTEST_ABSTRACT = 300;

/** The papers of a text. The lines with the numbers `told` tell of a paper by themselves. */
export function entriesIn(lines: readonly Line[], told: ReadonlySet<number> = new Set()): Entry[] {
  const rows = textRowsOf(lines).filter(({ line }) => !told.has(line));
  const times = new Map<string, number>();
  for (const { text } of rows)
    if (text.length < 400) times.set(bareTitle(text), (times.get(bareTitle(text)) ?? 0) + 1);
  const page: Page = {
    ...{ rows, times, judged: new Map() },
    shared: () => undefined,
    isBeside: (a, b) => rows[a]?.block === rows[b]?.block,
  };
  const pairs = rows.flatMap((row, index) =>
    isProse(row.text) ? [] : spotsIn(row, index).flatMap((spot) => pairsOf(spot, page)),
  );
  const signs: Signs = {
    telling: rows.some(({ text }) => text.length < 120 && TELLING.test(text)),
    isAnchored: (pair) => isAnchored(pair, rows, lines),
  };
  const taken = new Taken();
  const groups = completed(vote(pairs, signs, taken), page, taken);
  const lone = voteFew(pairs, signs, taken).flatMap(({ pairs, unsure }) => (unsure ? [] : pairs));
  const end = lines.length - 1;
  const found = [
    ...groups.flatMap(({ pairs }) =>
      pairs.filter((pair) => pair.row !== pair.spot.row || !isLast(pair, rows, end)),
    ),
    ...lone.filter((pair) => !isLast(pair, rows, end)).map((pair) => withLineAbove(pair, rows)),
  ].sort((a, b) => a.row - b.row || a.start - b.start);
  return withoutNumbers(found.map((pair, index) => entryOf(pair, found[index + 1], rows, lines)));
}

/** Whether a title reaches to the end of the text, which may have cut it off. */
function isLast({ row, end }: Pair, rows: readonly TextRow[], last: number): boolean {
  return rows[row]?.line === last && /^[\s"”»]*$/.test(rows[row]?.text.slice(end) ?? '');
}

/** On a first page, a title may have two lines; the first is the longer one. */
function withLineAbove(pair: Pair, rows: readonly TextRow[]): Pair {
  const [own, above] = [rows[pair.row], rows[pair.row - 1]];
  if (!own || !above || pair.row > pair.spot.row || own.block !== above.block || pair.row > MOST_LINES)
    return pair;
  const { text } = above;
  const isTitle = titleScore(text) >= 0.65 && /[\p{L},:–-]$/u.test(text) && !/\d{3}/.test(text);
  if (!isTitle || text.length < own.text.length || MASTHEAD.test(text) || isNames(text)) return pair;
  return { ...pair, title: bareTitle(`${text} ${pair.title}`) };
}

/** Numbers before most titles that only rise are those of the list. */
function withoutNumbers(entries: readonly Entry[]): Entry[] {
  const numbers = entries.flatMap(({ title }) => /^(\d{1,4})\s+\p{L}/u.exec(title)?.[1] ?? []).map(Number);
  const rising = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  if (numbers.length < 3 || numbers.length < 0.8 * entries.length || !rising) return [...entries];
  return entries.map((entry) => ({ ...entry, title: entry.title.replace(/^\d{1,4}\s+(?=\p{L})/u, '') }));
}

function entryOf(
  pair: Pair,
  next: Pair | undefined,
  rows: readonly TextRow[],
  lines: readonly Line[],
): Entry {
  const line = (index: number) => rows[index]?.line ?? 0;
  const last = line(Math.max(pair.row, pair.spot.row));
  const limit = next ? Math.max(last + 1, line(Math.min(next.row, next.spot.row))) : last + 1 + MOST_LINES;
  const end = Math.min(limit, last + 1 + MOST_LINES, lines.length);
  const abstract = abstractIn(lines.slice(last + 1, end));
  return {
    title: withoutVenue(pair.title),
    // `Berg A.` at the end of a line: the full stop is the line's.
    authors: pair.spot.names.map((name) =>
      name.replace(/(?<=\s\p{Lu}{1,3})\.$/u, (stop) => (/\.\s?\S+$/.test(name.slice(0, -1)) ? stop : '')),
    ),
    first: line(Math.min(pair.row, pair.spot.row)),
    ...{ last, end },
    ...(abstract && { abstract }),
  };
}

/** `Rows of lamps. LAMP 2024: 1-9` → `Rows of lamps` */
function withoutVenue(whole: string): string {
  const title = whole.replace(/\s*\[Article in [^\]]{3,40}\]$/, '');
  const [first = title, second] = sentencesOf(title);
  return second !== undefined && (isVenue(second) || YEAR.test(second) || isNames(second))
    ? bareTitle(first)
    : title;
}

/** Whether a year, an identifier or an abstract stands with a title and its names. */
function isAnchored({ row, spot }: Pair, rows: readonly TextRow[], lines: readonly Line[]): boolean {
  const last = Math.max(row, spot.row);
  const next = rows[last + 1];
  const behind = `${rows[spot.row]?.text.slice(spot.end) ?? ''} ${next && next.text.length < 200 ? next.text : ''}`;
  if (YEAR.test(behind) || isVenue(next?.text ?? '')) return true;
  const [from, to] = [rows[Math.min(row, spot.row)]?.line ?? 0, rows[last]?.line ?? 0];
  return lines.slice(Math.max(0, from - ABOVE), to + NEAR).some(({ text }) => {
    const label = ABSTRACT.exec(unspaced(text));
    return (
      (label && (label[0] === unspaced(text) || isProse(text))) ||
      Object.keys(mentionIn(text.slice(0, 600)).identifiers).length > 0
    );
  });
}

/** What is labelled so, or a long paragraph that was not cut short. */
function abstractIn(lines: readonly Line[]): string | undefined {
  const start = lines.findIndex(({ text }) => ABSTRACT.test(unspaced(text)));
  const label = unspaced(lines[start]?.text ?? '');
  const labelled = label.replace(ABSTRACT, '') || (lines[start + 1]?.text ?? '');
  if (start >= 0 && isProse(labelled)) return labelled;
  return lines.find(
    ({ text }) =>
      text.length >= SHORTEST_ABSTRACT && isProse(text) && !/^(?:…|\.\.\.)|(?:…|\.\.\.)$/.test(text),
  )?.text;
}
