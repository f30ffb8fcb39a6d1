import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statement } from '@/tests/arbitraries';
import { histories } from '@/tests/long';
import { absorb, createPaper } from '@/utils/paper/merge';
import { noteOf, writeNote } from '@/utils/paper/note';
import { reconcile } from '@/utils/paper/reconcile';
import {
  identifierOf,
  keyRegisters,
  registerValue,
  stampChanges,
  stampsOf,
  withWord,
} from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';
import { nextStamp, type Stamp } from '@/utils/paper/stamp';

const RUNS = { numRuns: histories(100) };

/** One device or profile with its copy of a record. */
interface Copy {
  paper: Paper;
  clock: Stamp | undefined;
}

/** What a register was given, and by which stamp; a note also which heads it replaced. */
interface Written {
  register: string;
  stamp: Stamp;
  value: string;
}
interface History {
  copies: Copy[];
  written: Written[];
  /** Every text of the note by its stamp, and the stamps of those that somebody who saw them replaced. */
  notes: Map<Stamp, string>;
  replaced: Set<Stamp>;
}

type Edit = (paper: Paper) => Paper;

const TAGS = ['ml', 'to read', 'ödön'];
const tag = fc.constantFrom(...TAGS);
const without = (paper: Paper, name: string): Paper => ({
  ...paper,
  tags: paper.tags.filter((t) => t !== name),
});
const lock = (paper: Paper, field: string) => [...new Set([...paper.edited, field])].sort();

const edit: fc.Arbitrary<Edit> = fc.oneof(
  tag.map(
    (name): Edit =>
      (paper) => ({ ...without(paper, name), tags: [...without(paper, name).tags, name] }),
  ),
  tag.map(
    (name): Edit =>
      (paper) =>
        without(paper, name),
  ),
  fc.boolean().map(
    (starred): Edit =>
      (paper) => ({ ...paper, starred }),
  ),
  fc.constantFrom('unread' as const, 'reading' as const, 'read' as const).map(
    (status): Edit =>
      (paper) => ({ ...paper, status }),
  ),
  fc.constantFrom('', 'mine', 'yours', 'ours').map(
    (text): Edit =>
      (paper) =>
        writeNote(paper, text, Object.keys(noteOf(paper, stampsOf(paper).note).heads), stampsOf(paper).note),
  ),
  fc.constantFrom('Typed', 'Typed again').map(
    (title): Edit =>
      (paper) => ({
        ...paper,
        title,
        edited: lock(paper, 'title'),
        origins: { ...paper.origins, title: { site: 'user', trust: 3, at: paper.savedAt } },
      }),
  ),
  fc
    .tuple(
      fc.constantFrom('doi:10.1/a', 'doi:10.1/b'),
      fc.constantFrom('apart' as const, 'same' as const, undefined),
    )
    .map(
      ([id, word]): Edit =>
        (paper) =>
          withWord(paper, id, word),
    ),
  statement.map(
    (said): Edit =>
      (paper) =>
        absorb(paper, said),
  ),
  fc.nat(3).map(
    (which): Edit =>
      (paper) => {
        const gone = keyRegisters(paper)[which];
        const kept = Object.entries(paper.identifiers).filter(
          ([name]) => gone === undefined || identifierOf(gone)?.[0] !== name,
        );
        return { ...paper, identifiers: Object.fromEntries(kept) };
      },
  ),
);

/** Which copy does what at which time of its wall clock, which may go back. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ on: fc.nat(2), edit, wall: fc.integer({ min: 0, max: 4e12 }) }) },
  { weight: 1, arbitrary: fc.record({ on: fc.nat(2), from: fc.nat(2) }) },
);

/** Three copies of one record that part, are changed and meet now and then. */
const history: fc.Arbitrary<History> = fc
  .record({ first: statement, steps: fc.array(step, { maxLength: 30, size: 'max' }) })
  .map(({ first, steps }) => {
    const paper = createPaper(first, 'arxiv:2401.00001', '2026-01-01T00:00:00.000Z');
    const found: History = {
      copies: [0, 1, 2].map(() => ({ paper, clock: undefined })),
      written: [],
      notes: new Map(),
      replaced: new Set(),
    };
    for (const one of steps) {
      const copy = found.copies[one.on] as Copy;
      if ('from' in one) meet(copy, found.copies[one.from] as Copy);
      else change(found, copy, one.edit, one.wall, `${one.on}`);
    }
    return found;
  });

function change(found: History, copy: Copy, make: Edit, wall: number, session: string): void {
  const before = copy.paper;
  const stamp = nextStamp(copy.clock, wall, session);
  copy.clock = stamp;
  copy.paper = stampChanges(before, make(before), stamp);
  for (const [register, by] of Object.entries(copy.paper.stamps ?? {})) {
    if (by !== stamp) continue;
    if (register !== 'note') {
      found.written.push({ register, stamp, value: told(copy.paper, register) });
      continue;
    }
    found.notes.set(stamp, copy.paper.heads?.[stamp] ?? copy.paper.note ?? '');
    for (const seen of Object.keys(noteOf(before, stampsOf(before).note).heads)) found.replaced.add(seen);
  }
}

/** The clock of a copy that learns of later stamps goes on from them. */
function meet(copy: Copy, other: Copy): void {
  copy.paper = reconcile(copy.paper, other.paper);
  if (other.clock && (!copy.clock || other.clock > copy.clock)) copy.clock = other.clock;
}

const told = (paper: Paper, register: string) => JSON.stringify(registerValue(paper, register)) ?? '';

/** A record in one way of writing it: its order of keys has no meaning. */
function inOrder(paper: Paper): unknown {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, one]) => [name, sorted(one)]),
        )
      : value;
  return sorted(paper);
}

describe('copies of a record', () => {
  test('become the same, in whatever order and how often they meet', () => {
    fc.assert(
      fc.property(history, ({ copies }) => {
        const [a, b, c] = copies.map(({ paper }) => paper) as [Paper, Paper, Paper];
        const ab = reconcile(a, b);
        expect(inOrder(ab)).toEqual(inOrder(reconcile(b, a)));
        expect(inOrder(reconcile(ab, c))).toEqual(inOrder(reconcile(a, reconcile(b, c))));
        expect(inOrder(reconcile(ab, ab))).toEqual(inOrder(ab));
        expect(inOrder(reconcile(ab, b))).toEqual(inOrder(ab));
      }),
      RUNS,
    );
  });

  test('keep of each register what was written last', () => {
    fc.assert(
      fc.property(history, ({ copies, written }) => {
        const all = copies.map(({ paper }) => paper).reduce(reconcile);
        const last = new Map<string, Written>();
        for (const one of written)
          if (one.stamp > (last.get(one.register)?.stamp ?? '')) last.set(one.register, one);
        for (const [register, { value }] of last) expect(told(all, register), register).toBe(value);
      }),
      RUNS,
    );
  });

  test('keep every text of a note that nobody replaced who saw it, and no other', () => {
    fc.assert(
      fc.property(history, ({ copies, notes, replaced }) => {
        const all = copies.map(({ paper }) => paper).reduce(reconcile);
        const standing = [...notes].filter(([stamp]) => !replaced.has(stamp)).map(([, text]) => text);
        const shown = new Set((all.note ?? '').split('\n\n').filter(Boolean));
        expect(shown).toEqual(new Set(standing.flatMap((text) => text.split('\n\n')).filter(Boolean)));
      }),
      RUNS,
    );
  });
});

test('copies that older versions parted keep both notes and agree on the rest', () => {
  const base = {
    ...createPaper(
      { site: 'a', at: '2026-01-01T00:00:00.000Z', values: {}, identifiers: {}, trust: {} } as never,
      'arxiv:2401.00001',
      '2026-01-01T00:00:00.000Z',
    ),
  };
  const [mine, yours]: Paper[] = [
    { ...base, note: 'mine', starred: true },
    { ...base, note: 'yours', tags: ['ml'] },
  ];
  const both = reconcile(mine as Paper, yours as Paper);
  expect(both).toMatchObject({ starred: true, tags: ['ml'] });
  expect(both.note?.split('\n\n').sort()).toEqual(['mine', 'yours']);
});

test('two records are not taken for copies of one', () => {
  const one = { id: 'arxiv:2401.00001' } as Paper;
  expect(() => reconcile(one, { ...one, id: 'arxiv:2401.00002' })).toThrow('two records');
});
