/**
 * The papers of a copied list by its form, as on a page (`listed/`): titles and names that lie alike, again and again. One or two
 * need a year, an identifier or an abstract below. Pure.
 */
import { completed } from '../listed/complete';
import { TELLING } from '../listed/listed';
import { type Page, type Pair, pairsOf } from '../listed/pairs';
import { spotsIn } from '../listed/spots';
import { bareTitle } from '../listed/title-score';
import { type Signs, Taken, vote, voteFew } from '../listed/vote';
import { isNames, isVenue } from '../phrases';
import { sentencesOf } from '../sentences';
import { mentionIn } from './items';
import { isProse, type Line } from './lines';
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
/** How far below its names something may speak for a lone paper. */
const NEAR = 8;
const ABSTRACT = /^(?:abstract|summary|摘要)\s*[:：.—–-]?\s*/i;
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
  const few = voteFew(pairs, signs, taken).filter(({ unsure }) => !unsure);
  const found = [...groups, ...few]
    .flatMap(({ pairs }) => pairs)
    .sort((a, b) => a.row - b.row || a.start - b.start);
  return found.map((pair, index) => entryOf(pair, found[index + 1], rows, lines));
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
    authors: pair.spot.names,
    first: line(Math.min(pair.row, pair.spot.row)),
    ...{ last, end },
    ...(abstract && { abstract }),
  };
}

/** `Rows of lamps. LAMP 2024: 1-9` → `Rows of lamps` */
function withoutVenue(title: string): string {
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
  const from = rows[last]?.line ?? 0;
  return lines.slice(from, from + NEAR).some(({ text }) => {
    const label = ABSTRACT.exec(text);
    return (
      (label && (label[0] === text || isProse(text))) ||
      Object.keys(mentionIn(text.slice(0, 600)).identifiers).length > 0
    );
  });
}

/** What is labelled so, or a long paragraph that was not cut short. */
function abstractIn(lines: readonly Line[]): string | undefined {
  const start = lines.findIndex(({ text }) => ABSTRACT.test(text));
  const label = lines[start]?.text ?? '';
  const labelled = label.replace(ABSTRACT, '') || (lines[start + 1]?.text ?? '');
  if (start >= 0 && isProse(labelled)) return labelled;
  return lines.find(
    ({ text }) =>
      text.length >= SHORTEST_ABSTRACT && isProse(text) && !/^(?:…|\.\.\.)|(?:…|\.\.\.)$/.test(text),
  )?.text;
}
