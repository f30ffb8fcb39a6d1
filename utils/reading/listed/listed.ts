/** Finds the papers of a page by its structure: titles and names that lie alike, again and again. */
import { nextElementSibling, text } from '../dom';
import { completed } from './complete';
import { withJoinedNames } from './name-lists';
import { type Page, type Pair, pairsOf } from './pairs';
import { type Records, recordsOf } from './records';
import { type Row, rowsOf } from './rows';
import { spotsIn } from './spots';
import { bareTitle } from './title-score';
import { type Signs, Taken, vote, voteFew } from './vote';

/** A paper that the structure of a page shows. */
export interface ListedPaper {
  title: string;
  authors: string[];
  /** Where its title and its names stand. */
  pair: Pair;
  /** The rows that are about it alone: from the first to that before the next paper. */
  rows: Row[];
  /** Nothing but its form tells that it is one, and too few have that form. */
  unsure: boolean;
}

export interface Listed {
  rows: readonly Row[];
  papers: ListedPaper[];
}

/** Rows read between two pauses. */
const STRETCH = 50;
/** Most rows about one paper. */
const MOST_ROWS = 40;
/** What is said beside papers alone. */
const CITED = /(?<!\p{L})cited by:? \d/iu;
/** What says that a page is about papers. */
export const TELLING =
  /paper|publi[ck]|program|proceeding|accepted|conferenc|congress|workshop|abstracts?|posters?|sessions?|talks|authors|sympos|preprint|manuscript|reading (?:list|group)|bibliograph|thes[ie]s|article|veröffentlich|tagung|artikel|literatur|pubblicazion|论文|論文|發表|出版|논문|학술|работ|публикаци|статьи/iu;

export async function listedOn(document: Document, pause: () => Promise<void>): Promise<Listed> {
  const rows = withJoinedNames(await rowsOf(document, pause));
  const times = new Map<string, number>();
  for (const { text } of rows)
    if (text.length < 400) times.set(bareTitle(text), (times.get(bareTitle(text)) ?? 0) + 1);
  const records = recordsOf(rows);
  const at = (index: number) => rows[index] as Row;
  const page: Page = {
    ...{ rows, times, judged: new Map() },
    shared: (a, b) => records.shared(at(a), at(b)),
    isBeside: (a, b) => nextElementSibling(at(a).block) === at(b).block,
  };
  const pairs: Pair[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % STRETCH === 0) await pause();
    for (const spot of spotsIn(row, index)) pairs.push(...pairsOf(spot, page));
  }
  await pause();
  const signs: Signs = {
    telling: isTelling(document, rows),
    isAnchored: (pair) => isAnchored(pair, rows, records),
  };
  const taken = new Taken();
  const groups = completed(vote(pairs, signs, taken), page, taken);
  await pause();
  const shapes = new Set(groups.flatMap(({ pairs }) => pairs.map(({ row }) => rows[row]?.shape)));
  const few = voteFew(pairs, signs, taken).map(({ pairs, unsure }) => ({
    pairs,
    unsure: unsure && !pairs.every(({ row }) => shapes.has(rows[row]?.shape)),
  }));
  const found = [...groups, ...few]
    .flatMap(({ pairs, unsure }) => pairs.map((pair) => ({ pair, unsure })))
    .sort((a, b) => a.pair.row - b.pair.row || a.pair.start - b.pair.start);
  const papers = found.map(({ pair, unsure }, index): ListedPaper => {
    const [first, last] = [firstRow(pair), lastRow(pair)];
    const next = found[index + 1];
    const end = next ? Math.max(last + 1, firstRow(next.pair)) : last + MOST_ROWS;
    const before = found[index - 1];
    const start = before ? Math.max(lastRow(before.pair) + 1, first - 3) : first - 3;
    return {
      title: pair.title,
      authors: pair.spot.names,
      pair,
      unsure,
      rows: about(rows, records, pair, start, end),
    };
  });
  return { rows, papers };
}

/** Whether a label says which the names are, or a PDF is linked or citations are counted beside them. */
function isAnchored({ row, spot, record }: Pair, rows: readonly Row[], records: Records): boolean {
  if (spot.kind === 'label' && /^title\s*[:：]/i.test(rows[row]?.text ?? '')) return true;
  const last = Math.max(row, spot.row);
  return rows.slice(Math.min(row, spot.row), last + 4).some((one, index) => {
    const near =
      index <= last - Math.min(row, spot.row) ||
      (record !== undefined && records.shared(rows[row] as Row, one) === record);
    const isPdf = ({ href }: Row['links'][number]) => /\.pdf(?:$|[?#])/i.test(href);
    return near && (one.links.some(isPdf) || CITED.test(one.text));
  });
}

function firstRow({ row, spot }: Pair): number {
  return Math.min(row, spot.row);
}

function lastRow({ row, spot }: Pair): number {
  return Math.max(row, spot.row);
}

/** The rows of the pair, what stands in the same entry, and what follows up to a heading. */
function about(rows: readonly Row[], records: Records, pair: Pair, start: number, end: number): Row[] {
  const [first, last] = [firstRow(pair), lastRow(pair)];
  const title = rows[pair.row] as Row;
  const found: Row[] = [];
  for (
    let index = Math.max(0, Math.min(start, first));
    index < Math.min(end, last + MOST_ROWS, rows.length);
    index++
  ) {
    const row = rows[index] as Row;
    const shared = records.shared(title, row);
    if (index < first && (!shared || !pair.record || shared !== pair.record)) continue;
    if (index > last && pair.record && shared !== pair.record) break;
    if (index > last && row.heading > 0 && title.heading > 0 && row.heading <= title.heading) break;
    found.push(row);
  }
  return found;
}

/** Whether the page's name, or a heading, says that it is about papers. */
function isTelling(document: Document, rows: readonly Row[]): boolean {
  const name = text(document, 'head > title') ?? '';
  return (
    TELLING.test(name) ||
    rows.some(
      ({ heading, text, shape }) =>
        (heading > 0 || />th\b/.test(shape)) && text.length < 120 && TELLING.test(text),
    )
  );
}
