/**
 * How often identity decides right: over pairs of our own in many languages, and over a library of 3,204 papers that comes
 * twice, once disturbed. `OFFPRINT_REPORT=1 npx vitest run identity-judge` writes tests/bench/identity.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importStaged } from '@/storage/commands';
import { stage } from '@/storage/import/staging';
import { PAIRS, type Pair } from '@/tests/fixtures/identity-pairs';
import { BATCH, openDatabase, runTasks } from '@/tests/storage/open-database';
import { filePaper } from '@/tests/storage/papers';
import { type Identifiable, weigh } from '@/utils/paper/evidence';
import { gatherIdentifiers, namedIdentifiers } from '@/utils/paper/identifiers';
import { canonicalIdentifiers, keysOf } from '@/utils/paper/identity';
import { recordOf } from '@/utils/paper/record';
import { fold } from '@/utils/text/fold';

const CACM = '../shared/eval/cacm.json';
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
  if (process.env.OFFPRINT_REPORT) console.log(report.join('\n\n'));
  const falseJoins = wrong.filter(({ right }) => right === 'apart');
  expect(falseJoins.map(({ kind, note }) => `${kind}: ${note}`)).toEqual([]);
  expect(wrong.length / PAIRS.length).toBeLessThan(0.1);
});

interface CacmPaper {
  n: number;
  title: string;
  abstract: string;
  authors: string[];
}

/** A small generator of numbers (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function otherwise(name: string, random: () => number): string {
  const [last = '', given = ''] = name.split(/,\s*/);
  const initials = given.replace(/[^A-Z]/g, '');
  if (!given) return name;
  const forms = [
    `${given} ${last}`,
    `${last} ${initials}`,
    `${last}, ${initials}`,
    `${initials} ${last}`.toUpperCase(),
    `${last}, ${given}, Jr.`,
  ];
  return forms[Math.floor(random() * forms.length)] ?? name;
}

/** As another source would write it. */
function disturbed({ n, title, abstract, authors }: CacmPaper, random: () => number) {
  const titles = [
    title.toUpperCase(),
    title.toLowerCase(),
    title.replace(/[^\p{L}\p{N} ]/gu, ' '),
    title.normalize('NFD'),
    `${title}.`,
  ];
  return filePaper({
    id: `b${n}`,
    identifiers: {},
    title: titles[Math.floor(random() * titles.length)] ?? title,
    authors: authors.map((name) => otherwise(name, random)),
    ...(abstract && random() < 0.8 && { abstract: abstract.slice(0, 150 + Math.floor(random() * 800)) }),
  });
}

test.skipIf(!existsSync(CACM))(
  'a library that comes twice, once disturbed, stays one',
  async () => {
    const { papers } = JSON.parse(readFileSync(CACM, 'utf8')) as { papers: CacmPaper[] };
    const random = seeded(14);
    // Nothing tells these apart: one title, the same family names, and no two abstracts.
    const told = new Map<string, CacmPaper>();
    const plain = (paper: CacmPaper) =>
      `${fold(paper.title)} ${paper.authors.map((name) => fold(name.split(',')[0] ?? '')).join()}`;
    for (const paper of papers) told.set(plain(paper), paper);
    const distinct = papers.filter((paper) => told.get(plain(paper)) === paper);
    const first = distinct.map(({ n, title, abstract, authors }) =>
      filePaper({
        id: `a${n}`,
        identifiers: {},
        title,
        authors,
        ...(abstract && { abstract }),
      }),
    );
    const db = openDatabase();
    const counts: number[] = [];
    for (const file of [first, distinct.map((paper) => disturbed(paper, random))]) {
      const parts = await stage(db, BATCH, file.map(recordOf), 'cards', () => {});
      await importStaged(db, { batch: BATCH, parts }, '2026-09-28T06:00:00.000Z');
      await runTasks(db, '2026-09-28T06:00:00.000Z');
      counts.push(await db.papers.count());
    }
    const [once = 0, twice = 0] = counts;
    const [joined, missed] = [distinct.length - once, twice - once];
    console.log({ papers: papers.length, distinct: distinct.length, once, twice, joined, missed });
    report.push(
      `## CACM twice\n\n${distinct.length} papers (of ${papers.length}; the others say the same as one of these). Once: ${joined} records are one and should not be. Twice, the second time disturbed (authors, case, punctuation, Unicode form, cut abstracts; seed 14): ${missed} records should be one and are not, ${((100 * missed) / distinct.length).toFixed(2)} %.`,
    );
    if (process.env.OFFPRINT_REPORT)
      writeFileSync('tests/bench/identity.md', `# Identity\n\n${report.join('\n\n')}\n`);
    expect(joined).toBe(0);
    expect(missed / distinct.length).toBeLessThanOrEqual(0.005);
  },
  120_000,
);
