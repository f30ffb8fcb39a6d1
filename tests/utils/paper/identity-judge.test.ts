/**
 * How often identity decides right: over pairs of our own in many languages, and over a library of 3,204 papers and
 * real bibliography files that come twice, once disturbed. `OFFPRINT_REPORT=1 npx vitest run identity-judge` writes tests/bench/identity.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { importStaged, saveCards } from '@/storage/commands';
import { stage } from '@/storage/import/staging';
import { otherAbstract, otherName, otherTitle, seeded } from '@/tests/disturb';
import { EXCHANGE, exchangeFiles, judgeExchange } from '@/tests/exchange-judge';
import { PAIRS, type Pair } from '@/tests/fixtures/identity-pairs';
import { LATER_PAIRS } from '@/tests/fixtures/later-identity-pairs';
import { LONG } from '@/tests/long';
import { at, card } from '@/tests/storage/cards';
import { BATCH, openDatabase, runTasks, withDatabase } from '@/tests/storage/open-database';
import { filePaper } from '@/tests/storage/papers';
import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { type Identifiable, weigh } from '@/utils/paper/evidence';
import { gatherIdentifiers, namedIdentifiers } from '@/utils/paper/identifiers';
import { keysOf } from '@/utils/paper/identity';
import { normalise, saidBy } from '@/utils/paper/normalise';
import { recordOf } from '@/utils/paper/record';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { fold } from '@/utils/text/fold';

const CACM = '../shared/eval/cacm.json';
const REPORT = process.env.OFFPRINT_REPORT;
const HEAD = `# How often identity decides right

Written by \`OFFPRINT_REPORT=1 npx vitest run identity-judge\`. The pairs (tests/fixtures/identity-pairs.ts) were written without
knowing the rules. Of the first 223 that have one right answer, the rules as first written decided 210 right; of ${LATER_PAIRS.length}
that somebody else wrote later (tests/fixtures/later-identity-pairs.ts), the rules of then decided 53 right, and joined 4 that should
stay apart. Each time the rules were mended with the pairs in view, so the table below flatters them.`;
const report: string[] = [];

/** As normalising a card makes it. */
function canonical(thing: Identifiable): Identifiable {
  const named = namedIdentifiers(thing.identifiers).flatMap(([name, value]) =>
    canonicalIdentifiers(name, value),
  );
  return { ...thing, identifiers: gatherIdentifiers(named) };
}

function decide(pair: Pair): 'same' | 'apart' {
  const [a, b] = [canonical(pair.a), canonical(pair.b)];
  const keys = keysOf(a);
  return keysOf(b).some((key) => keys.includes(key)) && weigh(a, b) === 'same' ? 'same' : 'apart';
}

test('pairs in many languages and scripts are decided as people would', () => {
  const kinds = [...new Set(PAIRS.map(({ kind }) => kind))];
  const wrong = PAIRS.filter((pair) => pair.right !== 'either' && decide(pair) !== pair.right);
  const rows = kinds.map((kind) => {
    const ours = PAIRS.filter((pair) => pair.kind === kind);
    const bad = wrong.filter((pair) => pair.kind === kind);
    const right = ours[0]?.right;
    return `| ${kind} | ${right} | ${ours.length} | ${ours.length - bad.length} |`;
  });
  report.push(
    `## ${PAIRS.length} pairs\n\n| kind | right | pairs | decided right |\n| --- | --- | ---: | ---: |\n${rows.join('\n')}`,
    `Still wrong:\n\n${wrong.map((pair) => `- ${pair.kind} (${pair.right}): ${pair.note}`).join('\n')}`,
  );
  const falseJoins = wrong.filter(({ right }) => right === 'apart');
  expect(falseJoins.map(({ kind, note }) => `${kind}: ${note}`)).toEqual([]);
  expect(wrong.length / PAIRS.length).toBeLessThan(0.1);
});

const ORDERS = ['012', '021', '102', '120', '201', '210'].map((order) => [...order].map(Number));

/** Both records of a pair and a third that says little. */
const GROUPS = PAIRS.map(({ a, b }) => {
  const bare = { identifiers: {}, title: a.title ?? b.title, authors: b.authors?.slice(0, 1) };
  return [a, b, bare].map((thing) => card(thing as Partial<PaperCard>));
}).filter((cards) =>
  cards.every((one) => {
    const statement = normalise(one, at(0));
    return statement !== undefined && keysOf(saidBy(statement)).length > 0;
  }),
);

/** How many of these groups give more records in one order than in another; `sites` are those that speak. */
async function countUnequal(groups: readonly PaperCard[][], sites: readonly string[]): Promise<number> {
  let unequal = 0;
  for (const cards of groups) {
    const counts = new Set<number>();
    for (const order of ORDERS)
      await withDatabase(async (db) => {
        for (const [minute, index] of order.entries())
          await saveCards(db, [{ ...(cards[index] as PaperCard), site: sites[index] ?? '' }], at(minute));
        counts.add(await db.papers.count());
      });
    if (counts.size > 1) unequal++;
  }
  return unequal;
}

test('three sources give the same number of records in whatever order they come', async () => {
  const groups = GROUPS.filter((_, index) => LONG || REPORT || index % 8 === 1);
  const three = await countUnequal(groups, ['arxiv', 'dblp', 'text']);
  expect(three).toBe(0);
  if (!REPORT) return;
  const one = await countUnequal(groups, ['arxiv', 'arxiv', 'arxiv']);
  report.push(
    `## Three sources in six orders\n\nThe two records of each pair and a third with the title and the first author alone: ${groups.length} groups. How many give more records in one order than in another:`,
    `| sources | groups |\n| --- | ---: |\n| three sites | ${three} |\n| one site, three times | ${one} |`,
    'Before statements were weighed one by one it was 7 of each. A site that first names the authors and later does not says nothing new, so its second statement is not kept: where the third goes on from that one, it may come too early to be known. What else depends on the order: utils/paper/README.md.',
  );
});

interface CacmPaper {
  n: number;
  title: string;
  abstract: string;
  authors: string[];
}

/** As another source would write it. */
function disturbed({ n, title, abstract, authors }: CacmPaper, random: () => number) {
  return filePaper({
    id: `b${n}`,
    identifiers: {},
    title: otherTitle(title, random),
    authors: authors.map((name) => otherName(name, random)),
    ...(abstract && present({ abstract: otherAbstract(abstract, random) })),
  });
}

/** Nothing tells these apart: one title, the same family names, and no two abstracts. */
function distinctOnes(papers: readonly CacmPaper[]): CacmPaper[] {
  const plain = ({ title, authors }: CacmPaper) =>
    `${fold(title)} ${authors.map((name) => fold(name.split(',')[0] ?? '')).join()}`;
  return [...new Map(papers.map((paper) => [plain(paper), paper])).values()];
}

/** How many records there are once a library came, and once it came again. */
async function countsOf(papers: readonly CacmPaper[], seed: number): Promise<number[]> {
  const random = seeded(seed);
  const first = papers.map(({ n, title, abstract, authors }) =>
    filePaper({ id: `a${n}`, identifiers: {}, title, authors, ...(abstract && { abstract }) }),
  );
  const db = openDatabase();
  const counts: number[] = [];
  for (const file of [first, papers.map((paper) => disturbed(paper, random))]) {
    const parts = await stage(db, BATCH, file.map(recordOf), 'cards', () => {});
    await importStaged(db, { batch: BATCH, parts }, '2026-09-28T06:00:00.000Z');
    await runTasks(db, '2026-09-28T06:00:00.000Z');
    counts.push(await db.papers.count());
  }
  return counts;
}

test.skipIf(!existsSync(CACM))('a library that comes twice, once disturbed, stays one', async () => {
  const { papers } = JSON.parse(readFileSync(CACM, 'utf8')) as { papers: CacmPaper[] };
  const distinct = distinctOnes(LONG || REPORT ? papers : papers.slice(0, 1000));
  const lines: string[] = [];
  for (const seed of REPORT ? [14, 15, 16] : [14]) {
    const [once = 0, twice = 0] = await countsOf(distinct, seed);
    const [joined, missed] = [distinct.length - once, twice - once];
    lines.push(`| ${seed} | ${joined} | ${missed} |`);
    expect(joined).toBe(0);
    expect(missed / distinct.length).toBeLessThanOrEqual(0.005);
  }
  report.push(
    `## A library twice\n\n${distinct.length} papers of CACM (of ${papers.length}; the others say the same as one of these), then all again, disturbed: authors, case, punctuation, Unicode form, abstracts cut or left out.`,
    `| seed | one record, should be two | two records, should be one |\n| ---: | ---: | ---: |\n${lines.join('\n')}`,
  );
});

test.skipIf(!existsSync(EXCHANGE))(
  'real bibliography files that come twice, once disturbed, give each paper once',
  async () => {
    const files = exchangeFiles();
    const lines: string[] = [];
    const totals = { works: 0, missed: 0 };
    const seeds = REPORT || LONG ? [31, 32, 33, 34, 35] : [31];
    const ways = REPORT || LONG ? [false, true] : [true];
    for (const bare of ways)
      for (const seed of seeds) {
        const { works, joined, missed } = await judgeExchange(files, seed, bare);
        lines.push(`| ${seed} | ${bare ? 'none' : 'kept'} | ${joined} | ${missed} |`);
        expect(joined).toBe(0);
        totals.works += works;
        totals.missed += missed;
      }
    expect(totals.missed / totals.works).toBeLessThanOrEqual(0.005);
    const works = totals.works / seeds.length / ways.length;
    const cards = files.flat().length;
    const read = files.filter((file) => file.length > 0).length;
    report.push(
      `## Bibliography files twice\n\n${cards} titled records of ${read} real files (BibTeX, BibLaTeX, RIS, PubMed, CSL-JSON), which are ${works} works: several are in two files. First as they are, then again, disturbed: authors, case, punctuation, Unicode form, dates (cut, left out, a tenth a year later), abstracts; once with their identifiers, once with none and no address.`,
      `| seed | identifiers | one record, should be two | two records, should be one |\n| ---: | --- | ---: | ---: |\n${lines.join('\n')}`,
      'Records count as one work if they have a DOI, or a title and the first family name, in common. Two pairs are doubtful and count as one: two ranges of pages of one novel, and two made-up titles with one DOI. With other seeds (1 to 3, 20 to 27) the rules first missed 2 to 5 works a run: groups as the only authors, venues that one source abbreviates or lengthens, an editorial without a year, a short title without authors. These kinds were mended before the runs above. What is still missed has a short title, no author and no identifier, or dates two years apart.',
    );
  },
);

afterAll(() => {
  if (REPORT) writeFileSync('tests/bench/identity.md', `${HEAD}\n\n${report.join('\n\n')}\n`);
});
