import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paper, sighting, statement } from '@/tests/arbitraries';
import { MERGED_FIELDS } from '@/utils/paper/fields';
import { absorb, createPaper, mergeSightings, unite } from '@/utils/paper/merge';
import type { Statement } from '@/utils/paper/normalise';
import { Paper } from '@/utils/paper/schema';

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

/** What the paper says in the end, without where that came from. */
function content({ origins: _, ...rest }: Paper) {
  return rest;
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
      'the newer title',
      says(T1, { title: 'A much longer old title' }),
      says(T2, { title: 'New' }),
      { title: 'New' },
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
    expect(heard([b, a])).toMatchObject(expected);
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

  test('does not depend on which of two statements came first', () => {
    fc.assert(
      fc.property(moments(2), ([a, b]) => {
        expect(content(heard([a, b] as Statement[]))).toEqual(content(heard([b, a] as Statement[])));
      }),
    );
  });

  test('does not depend on the order in which many statements came', () => {
    const shuffled = moments(4).chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
    );
    fc.assert(
      fc.property(shuffled, ([said, other]) => {
        expect(content(heard(other))).toEqual(content(heard(said)));
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on when a repeated title was heard', () => {
    const said = [says(T1, { title: 'A' }), says(T3, { title: 'A' }), says(T2, { title: 'B' })];
    const [first, last, between] = said as [Statement, Statement, Statement];
    expect(heard([first, last, between]).title).toBe(heard([first, between, last]).title);
  });

  test('keeps the same one of two DOIs, whichever came first', () => {
    const [a, b] = ['10.1000/a', '10.1000/b'].map((doi) => says(T1, {}, 2, { identifiers: { doi } }));
    const both = { doi: ['10.1000/a', '10.1000/b'] };
    expect(heard([a, b] as Statement[]).identifiers).toEqual(both);
    expect(heard([b, a] as Statement[]).identifiers).toEqual(both);
  });
});

describe('unite', () => {
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
          const typed = [kept, other].find((one) => one.edited.includes(field));
          if (typed) expect(both[field]).toEqual(typed[field]);
        }
      }),
    );
  });

  test('puts the note of the first on top and says the same note once', () => {
    const [a, b] = ['mine', 'theirs'].map((note, index) => ({ ...heard([]), id: `arxiv:${index}`, note }));
    expect(unite(a as Paper, b as Paper).note).toBe('mine\n\ntheirs');
    expect(unite(a as Paper, { ...(b as Paper), note: 'mine' }).note).toBe('mine');
  });
});

test('the later of two sightings wins, with what only the earlier one knew', () => {
  fc.assert(
    fc.property(sighting, sighting, (a, b) => {
      fc.pre(a.seenAt !== b.seenAt);
      const [earlier, later] = a.seenAt < b.seenAt ? [a, b] : [b, a];
      expect(mergeSightings(a, b)).toEqual({ ...earlier, ...later });
      expect(mergeSightings(b, a)).toEqual(mergeSightings(a, b));
    }),
  );
});

/** Up to `count` statements about one paper, each of another moment. */
function moments(count: number): fc.Arbitrary<Statement[]> {
  return fc.uniqueArray(statement, {
    minLength: 2,
    maxLength: count,
    selector: (said) => said.at,
  });
}
