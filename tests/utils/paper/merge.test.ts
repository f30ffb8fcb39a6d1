import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paper, statement } from '@/tests/arbitraries';
import { runs } from '@/tests/long';
import { order } from '@/utils/order';
import { lengthens } from '@/utils/paper/claims';
import { MERGED_FIELDS } from '@/utils/paper/fields';
import { absorb, createPaper, mergeSightings, unite } from '@/utils/paper/merge';
import type { Statement } from '@/utils/paper/normalise';
import { stampsOf } from '@/utils/paper/registers';
import { Paper, Sighting } from '@/utils/paper/schema';
import { nextStamp } from '@/utils/paper/stamp';

const T1 = '2026-09-01T00:00:00.000Z';
const T2 = '2026-09-02T00:00:00.000Z';
const T3 = '2026-09-03T00:00:00.000Z';

/** A statement of one site at `at`; every field with the same trust. */
function says(
  at: string,
  values: Statement['values'],
  trust: 1 | 2 | 3 = 2,
  rest: Partial<Statement> = {},
): Statement {
  return {
    site: 'site',
    at,
    values,
    identifiers: {},
    trust: Object.fromEntries(Object.keys(values).map((name) => [name, trust])),
    sighting: { site: 'site', url: 'https://a.example/list', seenAt: at },
    ...rest,
  };
}

function heard(statements: readonly Statement[]): Paper {
  const silence = says(T1, {});
  return statements.reduce(absorb, createPaper(silence, 'arxiv:2609.12345', T1));
}

describe('absorb', () => {
  test.each([
    [
      'the more trusted source',
      says(T1, { title: 'Embedded' }, 3),
      says(T2, { title: 'Shown' }, 2),
      { title: 'Embedded' },
    ],
    [
      'the first title',
      says(T1, { title: 'Old' }),
      says(T2, { title: 'A much longer new title' }),
      { title: 'Old' },
    ],
    [
      'the longer abstract',
      says(T1, { abstract: 'Whole text.' }),
      says(T2, { abstract: 'Whole…' }),
      { abstract: 'Whole text.' },
    ],
    [
      'more authors',
      says(T1, { authors: ['A', 'B'] }),
      says(T2, { authors: ['A'] }),
      { authors: ['A', 'B'] },
    ],
    [
      'the more exact day',
      says(T1, { publishedAt: '2026-09-28' }),
      says(T2, { publishedAt: '2026' }),
      { publishedAt: '2026-09-28' },
    ],
  ])('keeps %s', (_, a, b, expected) => {
    expect(heard([a, b])).toMatchObject(expected);
    expect(unite(heard([b]), heard([a]))).toMatchObject(expected);
  });

  test('never replaces a value by another of equal rank, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 2, maxLength: 6 }), (said) => {
        const [last, ...earlier] = said.toReversed() as [Statement, ...Statement[]];
        const before = heard(earlier.toReversed());
        const after = absorb(before, last);
        for (const field of MERGED_FIELDS) {
          const [was, is] = [before.origins[field], after.origins[field]];
          if (!was || !is || is.trust > was.trust) continue;
          if (field === 'publishedAt' && before.publishedAtInferred && !after.publishedAtInferred) continue;
          if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
          expect(lengthens(field, before[field], after[field]), field).toBe(true);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  test('keeps a lengthened value, though another text comes after it', () => {
    const said = ['Salt…', 'Salt and silence', 'Light on the water of a harbour', 'Salt…'];
    const moments = [T1, T2, T3, T3];
    const shown = heard(said.map((abstract, index) => says(moments[index] ?? T3, { abstract })));
    expect(shown.abstract).toBe('Salt and silence');
  });

  test('keeps what is not shown beside it, a value once', () => {
    const paper = heard([
      says(T1, { title: 'A', venue: 'ICML' }),
      says(T2, { title: 'B' }),
      says(T3, { title: 'A' }, 2, { site: 'other' }),
      says(T3, { title: 'B' }),
    ]);
    expect(paper.claims).toEqual({
      title: { site: [{ value: 'B', trust: 2, at: T2 }], other: [{ trust: 2, at: T3 }] },
    });
    expect(Paper.safeParse(paper).error).toBeUndefined();
  });

  test('takes names for more than their number', () => {
    const [named, counted] = [says(T1, { authors: ['A'] }, 1), says(T2, { authorCount: 3 }, 3)];
    for (const order of [
      [named, counted],
      [counted, named],
    ]) {
      expect(heard(order).authors).toEqual(['A']);
      expect(heard(order)).not.toHaveProperty('authorCount');
      expect(heard(order).origins).not.toHaveProperty('authorCount');
    }
  });

  test('prefers a printed year to an inferred one, and drops the mark with it', () => {
    const inferred = says(T2, { publishedAt: '2026-09-28' }, 2, { publishedAtInferred: true });
    const printed = says(T1, { publishedAt: '2025-09-28' });
    expect(heard([inferred])).toMatchObject({ publishedAt: '2026-09-28', publishedAtInferred: true });
    for (const order of [
      [inferred, printed],
      [printed, inferred],
    ]) {
      expect(heard(order).publishedAt).toBe('2025-09-28');
      expect(heard(order)).not.toHaveProperty('publishedAtInferred');
    }
  });

  test('answers with the very same record where a statement says nothing new', () => {
    fc.assert(
      fc.property(paper, statement, (before, said) => {
        const once = absorb(before, said);
        expect(absorb(once, said)).toBe(once);
      }),
    );
  });

  test('answers with the very same record where only known identifiers are repeated', () => {
    const known = createPaper(says(T1, {}, 2, { identifiers: { arxiv: '1', doi: '2' } }), 'arxiv:1', T1);
    expect(absorb(known, says(T2, {}, 2, { identifiers: { doi: '2' } }))).toBe(known);
  });

  test('does not change the record it is given', () => {
    fc.assert(
      fc.property(paper, statement, (before, said) => {
        const copy = structuredClone(before);
        absorb(before, said);
        expect(before).toEqual(copy);
      }),
    );
  });

  test('never touches what the user edited', () => {
    fc.assert(
      fc.property(paper, fc.array(statement, { maxLength: 3 }), (before, said) => {
        const after = said.reduce(absorb, before);
        const locked = before.edited.filter((field) => field !== 'authorCount') as (keyof Paper)[];
        expect(locked.map((field) => after[field])).toEqual(locked.map((field) => before[field]));
        const { tags, note, status, starred, savedAt, edited, id } = before;
        expect(after).toMatchObject({ tags, status, starred, savedAt, edited, id });
        expect(after.note).toBe(note);
      }),
    );
  });

  test('keeps the same one of two DOIs, whichever came first', () => {
    const [a, b] = ['10.1000/a', '10.1000/b'].map((doi) => says(T1, {}, 2, { identifiers: { doi } }));
    const both = { doi: ['10.1000/a', '10.1000/b'] };
    expect(heard([a, b] as Statement[]).identifiers).toEqual(both);
    expect(heard([b, a] as Statement[]).identifiers).toEqual(both);
  });
});

describe('unite', () => {
  /** What sources claimed of the paper, and what is shown of it. */
  const told = ({ claims, origins, ...paper }: Paper) => ({
    claims,
    origins,
    fields: MERGED_FIELDS.map((field) => paper[field]),
  });
  const records = fc.array(statement, { minLength: 1, maxLength: 4 }).map(heard);

  test('does not depend on which record is the first, where the user typed nothing', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        expect(told(unite(a, b))).toEqual(told(unite(b, a)));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('does not depend on which records meet first', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(told(unite(unite(a, b), c))).toEqual(told(unite(a, unite(b, c))));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('keeps the id of one, the date of the first, both notes, all tags and the furthest progress', () => {
    fc.assert(
      fc.property(paper, paper, (kept, other) => {
        const both = unite(kept, other);
        const first = kept.savedAt < other.savedAt ? kept : other;
        expect([both.id, both.savedAt]).toEqual([kept.id, first.savedAt]);
        for (const { note } of [kept, other]) expect(both.note ?? '').toContain(note ?? '');
        expect(new Set(both.tags)).toEqual(new Set([...kept.tags, ...other.tags]));
        expect(both.tags).toHaveLength(new Set(both.tags).size);
        expect(both.starred).toBe(kept.starred || other.starred);
        expect([kept.status, other.status]).toContain(both.status);
        expect(both.status === 'unread').toBe(kept.status === 'unread' && other.status === 'unread');
        expect(new Set(both.edited)).toEqual(new Set([...kept.edited, ...other.edited]));
      }),
    );
  });

  test('never loses a field, an identifier or where they came from', () => {
    fc.assert(
      fc.property(paper, paper, (kept, other) => {
        const both = unite(kept, other);
        expect(Object.keys(both.identifiers).sort()).toEqual(
          Object.keys({ ...kept.identifiers, ...other.identifiers }).sort(),
        );
        for (const field of MERGED_FIELDS) {
          if (field === 'authorCount' && both.authors.length > 0) continue; // the names tell their number
          const said = [kept, other].filter((one) => field in one.origins).map((one) => one[field]);
          if (said.length === 0) continue;
          expect(said).toContainEqual(both[field]);
          expect(both.origins).toHaveProperty(field);
        }
        expect(Paper.safeParse(both).error?.issues ?? []).toEqual([]);
      }),
    );
  });

  test('prefers what the user typed into either of them', () => {
    fc.assert(
      fc.property(paper, paper, (kept, other) => {
        const both = unite(kept, other);
        for (const field of MERGED_FIELDS.filter((name) => name !== 'authorCount')) {
          const stamp = (one: Paper) => stampsOf(one)[field] ?? '';
          const [typed] = [kept, other]
            .filter((one) => one.edited.includes(field))
            .sort((a, b) => order(stamp(b), stamp(a)));
          if (typed) expect(both[field]).toEqual(typed[field]);
        }
      }),
    );
  });

  test('of two typed values takes the one that was typed later', () => {
    const [T_EARLY, T_LATE] = [nextStamp(undefined, 1e12, 'a'), nextStamp(undefined, 2e12, 'b')];
    const typed = (title: string, stamp: string): Paper => ({
      ...heard([]),
      ...{ title, edited: ['title'], stamps: { title: stamp } },
      origins: { title: { site: 'user', trust: 3, at: T1 } },
    });
    const [early, late] = [typed('Early', T_EARLY), typed('Late', T_LATE)];
    expect(unite(early, late).title).toBe('Late');
    expect(unite(late, early).title).toBe('Late');
  });

  test('puts the note of the first on top and says the same note once', () => {
    const [a, b] = ['mine', 'theirs'].map((note, index) => ({ ...heard([]), id: `arxiv:${index}`, note }));
    expect(unite(a as Paper, b as Paper).note).toBe('mine\n\ntheirs');
    expect(unite(a as Paper, { ...(b as Paper), note: 'mine' }).note).toBe('mine');
  });
});

describe('two sightings on one listing', () => {
  const moment = fc.constantFrom(T1, T2, T3);
  const few = fc
    .record(
      {
        seenAt: moment,
        upvotesAt: moment,
        upvotes: fc.nat(3),
        comments: fc.nat(3),
        listedAt: fc.constantFrom('2026-09-01', '2026-09-02'),
        submitter: fc.constantFrom('ada', 'grace'),
      },
      { requiredKeys: ['seenAt'] },
    )
    .map(
      ({ upvotesAt, ...rest }): Sighting => ({
        paper: 'arxiv:1',
        site: 'site',
        url: 'https://a.example/list',
        ...rest,
        ...(upvotesAt && rest.upvotes !== undefined && upvotesAt < rest.seenAt && { upvotesAt }),
      }),
    );
  const RUNS = { numRuns: runs(20_000) };

  test('are joined in whatever order', () => {
    fc.assert(
      fc.property(few, few, few, (a, b, c) => {
        expect(mergeSightings(a, b)).toEqual(mergeSightings(b, a));
        expect(mergeSightings(mergeSightings(a, b), c)).toEqual(mergeSightings(a, mergeSightings(b, c)));
        expect(mergeSightings(a, a)).toEqual(a);
      }),
      RUNS,
    );
  });

  test('have the later of two numbers, and what only the earlier one knew', () => {
    const place = { paper: 'arxiv:1', site: 'site', url: 'https://a.example/list' };
    const earlier = { ...place, seenAt: T1, upvotes: 9, comments: 4, submitter: 'ada' };
    const later = { ...place, seenAt: T2, upvotes: 3 };
    const both = { ...earlier, ...later, commentsAt: T1 };
    expect(mergeSightings(earlier, later)).toEqual(both);
    expect(Sighting.safeParse(both).error).toBeUndefined();
  });
});
