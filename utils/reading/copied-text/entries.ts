/**
 * The papers of a copied list by its form, as on a page (`listed/`): titles and names that lie alike, again and again. One or two
 * need a year, an identifier or an abstract below. Pure.
 */
import { KIND } from '../collect/references';
import { TELLING } from '../listed/listed';
import { type Page, type Pair, pairsOf } from '../listed/pairs';
import { type Spot, spotsIn } from '../listed/spots';
import { bareTitle, titleScore } from '../listed/title-score';
import { type Signs, Taken, vote, voteFew } from '../listed/vote';
import { isNames, isVenue } from '../phrases';
import { sentencesOf } from '../sentences';
import { mentionIn, withoutButtons } from './items';
import { isProse, isSentence, type Line, unspaced } from './lines';
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
/** Texts that are less like titles than this are none in a text, where nothing else tells. */
const LEAST_SCORE = 0.45;
const ABSTRACT = /^(?:abstract|summary|摘要)\s*[:：.—–-]?\s*/i;
/** What stands over titles on first pages. */
const MASTHEAD =
  /\b(?:journal|transactions|letters|magazine|proceedings|conference|workshop|symposium|articles?|papers?|reviews?|available|access|published|preprint|manuscript|accepted|submitted|received|volume|vol|issue|issn|science\s?direct|elsevier|springer|ieee|acm|homepage|editors?)\b/i;
/** A year, but not that of a day: `3 May 2026`. */
const YEAR = /(?<!\d|\d{1,2} \p{L}{3,10}\.?,? |\p{L}{3,10}\.? \d{1,2}, )(?:19|20)\d\d(?!\d)/u;
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
  const spots = rows.flatMap((row, index) => (isProse(row.text) ? [] : spotsIn(row, index)));
  const names = new Set(spots.filter(isAllNames).map(({ row }) => row));
  const taken = new Set(names);
  for (const index of rows.keys()) if (isSummary(index, rows, names)) taken.add(index);
  const pairs = spots
    .flatMap((spot) => pairsOf(spot, page))
    .filter((pair) => pair.titleScore >= LEAST_SCORE && isNear(pair, taken, names));
  const signs: Signs = {
    telling: rows.some(({ text }) => text.length < 120 && TELLING.test(text)),
    isAnchored: (pair) => isAnchored(pair, rows, lines),
  };
  const places = new Taken();
  const groups = vote(pairs, signs, places);
  const lone = voteFew(pairs, signs, places).flatMap(({ pairs, unsure }) => (unsure ? [] : pairs));
  const isCut = (pair: Pair) => rows[pair.row]?.line === lines.length - 1 && fillsRow(pair, rows);
  const found = [
    ...groups.flatMap(({ pairs }) => {
      const filled = pairs.filter((pair) => fillsRow(pair, rows)).length;
      return 2 * filled > pairs.length ? pairs : pairs.filter((pair) => !isCut(pair));
    }),
    ...lone.filter((pair) => !isCut(pair)).map((pair) => withLineAbove(pair, rows)),
  ].sort((a, b) => a.row - b.row || a.start - b.start);
  return withoutNumbers(found.map((pair, index) => entryOf(pair, found[index + 1], rows, lines)));
}

/** Whether a row is names, certainly enough to be no title. */
function isAllNames({ kind, names, sure, start, end }: Spot): boolean {
  const isMore = end - start > (names[0]?.length ?? 0); // `Ada Berg (Nowhere)`
  return (kind === 'whole' || kind === 'label') && (isMore || sure > 0.9);
}

/** Whether at most one row stands between a title and its names, and no other names. */
function isNear({ row, spot }: Pair, taken: ReadonlySet<number>, names: ReadonlySet<number>): boolean {
  if (row === spot.row) return true;
  if (taken.has(row) || Math.abs(row - spot.row) > 2) return false;
  return Math.abs(row - spot.row) === 1 || !names.has((row + spot.row) / 2);
}

/** A sentence right below a title tells what it is about. */
function isSummary(index: number, rows: readonly TextRow[], names: ReadonlySet<number>): boolean {
  const [above, row] = [rows[index - 1], rows[index]];
  if (!above || !row || names.has(index - 1) || above.block !== row.block || !/\p{Ll}\.$/u.test(row.text))
    return false;
  return (
    isSentence(row.text) &&
    /[\p{L}?]$/u.test(above.text) &&
    titleScore(above.text) >= 0.65 &&
    !isNames(above.text)
  );
}

/** Whether a title reaches to the end of its row. In the last row of a text, it may have been cut off there. */
function fillsRow({ row, end }: Pair, rows: readonly TextRow[]): boolean {
  return /^[\s"”»]*$/.test(rows[row]?.text.slice(end) ?? '');
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
    title: withoutVenue(withoutButtons(pair.title), pair.row === pair.spot.row),
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
function withoutVenue(whole: string, isInReference: boolean): string {
  const kind = KIND.exec(whole);
  if (kind) return bareTitle(whole.slice(0, kind.index));
  const title = whole.replace(/\s*\[Article in [^\]]{3,40}\]$/, '');
  const [first = title, second] = sentencesOf(title);
  const isQuestion = isInReference && /[?!]$/.test(first);
  const isBehind = second && (isQuestion || isVenue(second) || YEAR.test(second) || isNames(second));
  return isBehind ? bareTitle(first) : title;
}

/** Whether a year, an identifier or an abstract stands with a title and its names. */
function isAnchored({ row, spot }: Pair, rows: readonly TextRow[], lines: readonly Line[]): boolean {
  const last = Math.max(row, spot.row);
  const next = rows[last + 1];
  const rest = rows[spot.row]?.text.slice(spot.end) ?? '';
  // `Ada Berg, Bo Cai - Walls, 2024`, `Ada Berg, Bo Cai; Moss Study Group.`, but not `Ada Berg, Bo Cai: the timetable`
  const isAtEnd = /^[\s*.,;:)]*(?:$|[-–—•·(]|(?:19|20)\d\d)|^;\s[^.;:]{3,80}\.?$/.test(rest);
  if (row !== spot.row && !isAtEnd) return false;
  const behind = `${rest} ${next && next.text.length < 200 ? next.text : ''}`;
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
