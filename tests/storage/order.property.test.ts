/** Three sources speak of papers: in whatever order they come, the records are the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '@/storage/change/draft';
import { searchedKeys } from '@/storage/change/matches';
import { saveStatement } from '@/storage/change/records';
import { histories } from '@/tests/long';
import { type Claim, lengthens, shownOf } from '@/utils/paper/claims';
import { contradict, type Identifiable, weigh } from '@/utils/paper/evidence';
import { MERGED_FIELDS, type MergedField } from '@/utils/paper/fields';
import { namedIdentifiers } from '@/utils/paper/identifiers';
import { keysOf } from '@/utils/paper/identity';
import { normalise, type Statement, saidBy } from '@/utils/paper/normalise';
import type { Paper, PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { at, card } from './cards';

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];
const SITES = ['arxiv', 'dblp', 'text'];
const LAMPS =
  'We count small lamps on moored boats for three winters and tell what fog does to their light. ';
const FERRIES = 'Ferries of all coasts will be electric, say owners and crews, if ports agree upon plugs. ';

const maybe = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
/** What sources say of two or three papers that look alike: in part, cut, in another spelling or script, and wrongly. */
const anyCard: fc.Arbitrary<PaperCard> = fc
  .record({
    title: fc.constantFrom(
      undefined,
      'Sediment memory of tidal flats after a storm',
      'SEDIMENT MEMORY of tidal flats after a Storm.',
      'Sediment memory of tidal flats…',
      'Память отмелей после большого шторма [Sediment memory of tidal flats after a storm]',
      'The future of ferries in cold seas',
      'Lamps',
      'Editorial',
    ),
    authors: maybe(
      ['Ada Berg', 'Bo Cai'],
      ['Berg A. L.', 'Cai, B.'],
      ['Ada Berg'],
      ['Eve Dahl'],
      ['Берг А.', 'Цай Б.'],
      ['Ada Berg', 'LAMP Collaboration'],
      ['Ada Berg', 'Bo Cai', 'Eve Dahl', 'Finn Ek'],
    ),
    publishedAt: maybe('2017', '2018-02-03', '2019'),
    abstract: maybe(LAMPS.repeat(4), LAMPS.repeat(3), FERRIES.repeat(4)),
    venue: maybe('Coastal Processes', 'J. Lamps'),
    volume: maybe('3', '4'),
    type: maybe('article' as const, 'preprint' as const),
    // Two DOIs of one paper: see below.
    doi: maybe('10.1234/a'),
    arxiv: fc.option(fc.constantFrom('1801.00001', '1801.00002'), { nil: undefined }),
    embedded: maybe(['title', 'authors', 'publishedAt']),
  })
  .map(({ doi, arxiv, ...said }) =>
    card({ ...present(said), identifiers: present({ doi, arxiv }) } as Partial<PaperCard>),
  );

/** Cards as three sites show them; undefined where one of them cannot be kept. */
function statementsOf(cards: readonly PaperCard[]): Statement[] | undefined {
  const said = cards.map((one, index) =>
    normalise({ ...one, site: SITES[index] ?? '', listing: `https://${index}.example/` }, at(0)),
  );
  const kept = said.filter((one) => one !== undefined && keysOf(saidBy(one)).length > 0);
  return kept.length === cards.length ? (kept as Statement[]) : undefined;
}

interface Found {
  paper: Paper;
  /** Which of the statements are in it. */
  of: string;
}

/** The records of a library to which the statements came in this order, a minute apart. */
function recordsOf(statements: readonly Statement[], order: readonly number[]): Found[] {
  const draft = new Draft();
  for (const [minute, index] of order.entries()) {
    const statement = saidAt(statements[index] as Statement, minute);
    saveStatement(draft, statement, at(minute), `${minute}`.padStart(22, '0'));
  }
  const rows = draft.changes().filter(({ table, after }) => table === 'papers' && after);
  return rows
    .map(({ after }) => {
      const paper = after as Paper;
      const sites = draft.sightingsOf(paper.id).map(({ site }) => String(SITES.indexOf(site)));
      return { paper, of: sites.sort().join('') };
    })
    .sort((a, b) => (a.of < b.of ? -1 : 1));
}

function saidAt(statement: Statement, minute: number): Statement {
  const sighting = statement.sighting && { ...statement.sighting, seenAt: at(minute) };
  return { ...statement, at: at(minute), ...(sighting && { sighting }) };
}

/** What all statements of a record claim of a field, in the order in which they came. */
function claimsIn(
  statements: readonly Statement[],
  of: string,
  order: readonly number[],
  field: MergedField,
): Claim[] {
  return order.flatMap((index, minute) => {
    const { site, values, trust } = statements[index] as Statement;
    const known = of.includes(String(index)) && values[field] !== undefined;
    return known ? [{ site, at: at(minute), trust: trust[field] ?? 1, value: values[field] }] : [];
  });
}

/** Whether all that is trusted most says the same, or one goes on where the other ends. */
function agree(field: MergedField, claims: readonly Claim[]): boolean {
  const highest = Math.max(...claims.map(({ trust }) => trust));
  const values = claims.filter(({ trust }) => trust === highest).map(({ value }) => value);
  const fits = (a: unknown, b: unknown) =>
    JSON.stringify(a) === JSON.stringify(b) || lengthens(field, a, b) || lengthens(field, b, a);
  return values.every((a) => values.every((b) => fits(a, b)));
}

function anyTwo(things: readonly Identifiable[], holds: (a: Identifiable, b: Identifiable) => boolean) {
  return things.some((a, index) => things.slice(index + 1).some((b) => holds(a, b)));
}

/** Found on 2026-11-28: once the first two are one record, both that and the third are preprints. */
const PREPRINT_AT_LAST: [PaperCard, PaperCard, PaperCard] = [
  card({ title: 'Sediment memory of tidal flats after a storm', abstract: LAMPS.repeat(3) }),
  card({
    title: 'Sediment memory of tidal flats after a storm',
    identifiers: { arxiv: '1801.00001' },
  }),
  card({
    title: 'Sediment memory of tidal flats after a storm',
    abstract: FERRIES.repeat(4),
    type: 'preprint',
  }),
];

test('three sources that do not contradict each other give the same records in whatever order they come', () => {
  fc.assert(
    fc.property(fc.tuple(anyCard, anyCard, anyCard), (cards) => {
      const statements = statementsOf(cards);
      fc.pre(statements !== undefined && !anyTwo(statements.map(saidBy), contradict));
      if (!statements) return;
      const found = ORDERS.map((order) => ({ order, records: recordsOf(statements, order) }));
      const identities = found.map(({ records }) =>
        records.map(({ of, paper }) => [of, namedIdentifiers(paper.identifiers).map(String).sort()]),
      );
      for (const one of identities) expect(one).toEqual(identities[0]);
      for (const field of MERGED_FIELDS) {
        const shown = found.map(({ records }) => records.map(({ paper }) => paper[field]));
        for (const [index, { order, records }] of found.entries())
          for (const [place, { of, paper }] of records.entries()) {
            const claims = claimsIn(statements, of, order, field);
            // Where names are known their number is not shown.
            if (claims.length === 0 || (field === 'authorCount' && paper.authors.length > 0)) continue;
            expect(paper[field]).toEqual(shownOf(field, claims).value);
            if (agree(field, claims)) expect(shown[index]?.[place]).toEqual(shown[0]?.[place]);
          }
      }
    }),
    { numRuns: histories(40), examples: [[PREPRINT_AT_LAST]] },
  );
});

test('two that contradict each other stay two records, whichever the third is joined with', () => {
  const title = 'Sediment memory of tidal flats after a storm';
  const paper = card({ title, authors: ['Ada Berg'], identifiers: { doi: '10.1234/a' } });
  const other = card({ title, authors: ['Eve Dahl'], identifiers: { doi: '10.1234/b' } });
  const statements = statementsOf([paper, other, card({ title })]);
  if (!statements) throw new Error('nothing said');
  const outcomes = ORDERS.map((order) => recordsOf(statements, order).map(({ of }) => of));
  expect(outcomes.map((one) => one.join(' '))).toEqual(['02 1', '02 1', '0 12', '0 12', '02 1', '0 12']);
});

/** A year apart is one paper, two are not. If that went on from record to record, a yearly series would become one. */
test('of three years in a row, two are one record', () => {
  const said = ['2017', '2018', '2019'].map((publishedAt) =>
    card({ title: 'Sediment memory of tidal flats after a storm', authors: ['Ada Berg'], publishedAt }),
  );
  const statements = statementsOf(said);
  if (!statements) throw new Error('nothing said');
  for (const order of ORDERS) expect(recordsOf(statements, order)).toHaveLength(2);
});

test('a source without a title is found again by the abstract, whichever comes first', () => {
  const abstract = LAMPS.repeat(3);
  const statements = statementsOf([card({ title: 'Lamps', abstract }), card({ abstract })]);
  if (!statements) throw new Error('nothing said');
  expect(searchedKeys(saidBy(statements[1] as Statement))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^text:/)]),
  );
  expect(weigh(...(statements.map(saidBy) as [Identifiable, Identifiable]))).toBe('same');
  for (const order of [
    [0, 1],
    [1, 0],
  ])
    expect(recordsOf(statements, order)).toHaveLength(1);
});
