/** Pairs each place with names with the texts near it that may be the title. Pure. */
import type { Row } from './rows';
import type { Spot } from './spots';
import { bareTitle, titleScore, titlesAtStart, wordsIn } from './title-score';

/** A place with names and a text that may be the title of what they wrote. */
export interface Pair {
  spot: Spot;
  title: string;
  words: number;
  /** Where the title stands. */
  row: number;
  start: number;
  end: number;
  /** How the two lie to each other. Pairs of one list have it in common. */
  relation: string;
  /** The same without what may differ within a list. */
  family: string;
  score: number;
  titleScore: number;
  record: object | undefined;
}

/** How many rows away a title may be, and how much each of them counts. */
const NEAR = [1, 0.85, 0.65, 0.5];

/** A row of a page, or a line of a text. */
export type PageRow = Omit<Row, 'block' | 'links'> & { block: object };

export interface Page {
  rows: readonly PageRow[];
  /** The entry that two rows stand in together, if they do. */
  shared(a: number, b: number): object | undefined;
  /** Whether a row's block follows another's at once. */
  isBeside(a: number, b: number): boolean;
  /** How often a text stands on the page. */
  times: ReadonlyMap<string, number>;
  /** What texts are as titles: each is asked for by all names near it. */
  judged: Map<string, Judged>;
}

interface Judged {
  title: string;
  words: number;
  score: number;
}

function judged(text: string, { times, judged: known }: Page): Judged {
  const found = known.get(text);
  if (found) return found;
  const title = bareTitle(text);
  const often = times.get(title) ?? 0;
  const made = { title, words: wordsIn(title), score: titleScore(title) * (often >= 3 ? 0.1 : 1) };
  known.set(text, made);
  return made;
}

export function pairsOf(spot: Spot, page: Page): Pair[] {
  const row = page.rows[spot.row] as PageRow;
  const pairs: Pair[] = [...besides(spot, row, page)];
  if (spot.kind === 'inner') return pairs;
  const aheadIsFree = row.text.slice(0, spot.start).replace(/[^\p{L}]/gu, '').length <= 12;
  for (const [distance, near] of NEAR.entries()) {
    if (aheadIsFree) pairs.push(...inRow(spot, row, spot.row - 1 - distance, near, page));
    pairs.push(...inRow(spot, row, spot.row + 1 + distance, 0.95 * near, page));
  }
  return pairs;
}

/** How much the names alone count. */
function nameScore({ names, sure, cut }: Spot): number {
  return sure * (names.length === 1 && !cut ? 0.5 : Math.min(1, 0.7 + 0.1 * names.length));
}

function pair(
  spot: Spot,
  page: Page,
  found: {
    row: number;
    start: number;
    end: number;
    text: string;
    how: string;
    like: string;
    place: number;
    record: object | undefined;
  },
): Pair[] {
  const { title, words, score: likely } = judged(found.text, page);
  if (likely < 0.2 || isTalk(found.row, page) || LED.test(page.rows[spot.row]?.text.slice(0, 120) ?? ''))
    return [];
  const { row, start, end, record } = found;
  return [
    {
      ...{ spot, title, row, start, end, record },
      words,
      relation: `${page.rows[spot.row]?.shape} ${spot.kind} ${found.how}`,
      family: `${page.rows[spot.row]?.shape.replace(/\|.*/s, '')} ${found.like}`,
      titleScore: likely,
      score: nameScore(spot) * likely * found.place,
    },
  ];
}

/** Talks that are no papers say so in the title, before it, or in the row before. */
const TALK =
  /\b(?:keynotes?|invited|plenary|panel(?:ists?)?|tutorials?|chairs?|chaired|moderators?|organi[sz]ers?)\b/iu;

const INVITED = /\b(?:keynotes?|invited|plenary|panel|tutorials?)\b/iu;
/** Names of those who lead a session. */
const LED = /\((?:session )?(?:chairs?|moderators?|organi[sz]ers?|hosts?)\)/iu;
const WELCOME = /^\W*(?:[\d:.–\s-]*)(?:welcome|opening|closing|registration|coffee|lunch|dinner|break)\b/iu;

/** Whether a row is about a talk without a paper. */
export function isTalk(index: number, { rows }: Page): boolean {
  const [before, row] = [rows[index - 1], rows[index]];
  if (row && row.text.length < 60 && WELCOME.test(row.text)) return true;
  if (row && TALK.test(row.text.slice(0, 60))) return row.text.length < 400;
  // `Session 2 (Chair: Ada Berg)` is about the papers below.
  return (
    before !== undefined &&
    before.text.length < 60 &&
    TALK.test(before.text) &&
    !(/^\W*(?:session|sitzung|track|block|topic|theme)\b/iu.test(before.text) && !INVITED.test(before.text))
  );
}

/** Titles in the row of the names, behind them and before them. */
function* besides(spot: Spot, row: PageRow, page: Page): Generator<Pair> {
  const record = page.shared(spot.row, spot.row);
  const skipped =
    /^[\s.,;:*)\]]*(?:\(?(?:19|20)\d\d[a-z]?\)?[\s.,;:]+)?[\s–—-]*/u.exec(row.text.slice(spot.end))?.[0]
      .length ?? 0;
  const from = spot.end + skipped;
  const run = row.runs.find(({ start, end }) => start >= spot.end - 1 && start <= from + 2 && end > from + 8);
  const rest = row.text.slice(from);
  const cuts = titlesAtStart(rest);
  const found = (start: number, text: string, how: string) => ({
    ...{ row: spot.row, start, text, how, like: how, place: 1, record },
    end: start + text.length,
  });
  if (spot.kind !== 'inner')
    for (const { title, way } of cuts)
      yield* pair(spot, page, {
        ...found(from, title, `then ${way}`),
        place: way === 'cut' && cuts.length > 1 ? 0.8 : 1,
      });
  if (run?.shape && cuts[0]?.way !== 'quoted' && spot.kind !== 'inner')
    yield* pair(spot, page, found(run.start, row.text.slice(run.start, run.end), `then ${run.shape}`));
  const before = row.text
    .slice(0, spot.start)
    .replace(/[\s,;:.([–—-]*(?:\s(?:by|von|par|por|di)[\s:]*)?$/iu, '');
  if (before.length < 8) return;
  const ahead = row.runs.filter(({ start, end }) => start < before.length && end <= spot.start + 1).at(-1);
  const quoted = /["“„«「『《‘']([^"“”„«»「」『』《》]{8,400})["”»」』》’']?$/u.exec(before);
  if (quoted) yield* pair(spot, page, found(quoted.index, quoted[1] ?? '', 'quoted before'));
  yield* pair(spot, page, found(0, before, 'before'));
  if (ahead && ahead.start > 0 && ahead.end - ahead.start >= 8)
    yield* pair(
      spot,
      page,
      found(
        ahead.start,
        row.text.slice(ahead.start, Math.min(ahead.end, before.length)),
        `before ${ahead.shape}`,
      ),
    );
}

/** Titles in another row: all of it, or what is set off in it. */
function* inRow(spot: Spot, own: PageRow, index: number, near: number, page: Page): Generator<Pair> {
  const row = page.rows[index];
  if (!row || row.text.length > 600) return;
  if (row.runs.length < 2 && judged(row.text, page).score < 0.2) return;
  const record = page.shared(spot.row, index);
  const [first, last] = index < spot.row ? [row, own] : [own, row];
  const beside = record === undefined && page.isBeside(Math.min(index, spot.row), Math.max(index, spot.row));
  let place = near * (record ? 1 : beside ? 0.85 : 0.6);
  if (first.block === last.block && last.gap > 0) place *= 0.5;
  if (index > spot.row && row.heading > 0 && own.heading === 0) place *= 0.8;
  const side = index < spot.row ? 'over' : 'under';
  const aside = row.column - own.column;
  const how = `${side} ${row.shape} ${row.block === own.block ? '' : aside} ${record ? 'in' : 'out'}`;
  const found = (start: number, text: string, set: string) => ({
    ...{ row: index, start, text, record },
    place: set === 'mixed' ? 0.9 * place : place,
    end: start + text.length,
    how: `${how} ${set}`,
    like: `${side} ${row.shape.replace(/\|.*/s, '')} ${set.replace('mixed', '')}`,
  });
  const [cut] = titlesAtStart(row.text);
  yield* pair(spot, page, found(0, row.text, row.shape.endsWith('|*') ? 'mixed' : ''));
  if (cut?.way === 'quoted') yield* pair(spot, page, found(0, cut.title, 'quoted'));
  if (row.runs.length < 2) return;
  let taken = 0;
  for (const { start, end, shape } of row.runs) {
    if (shape === '' || end - start < 8 || taken++ > 3) continue;
    yield* pair(spot, page, found(start, row.text.slice(start, end), shape));
  }
}
