/** Random histories over a small pool of cards that share keys in every way: what must hold after each step. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { runs } from '@/tests/long';
import { type Paper, PaperCard } from '@/utils/paper/schema';
import { at, card, TUESDAY } from './cards';
import { everything, withDatabase } from './open-database';
import { withoutStamps } from './papers';
import { see } from './see';
import { anyCard, faults, follower } from './soundness';

type Step =
  | { do: 'save' | 'sight'; cards: PaperCard[] }
  | { do: 'remove'; pick: number }
  | { do: 'undo'; pick: number };

const cards = fc.array(anyCard, { minLength: 1, maxLength: 3 });
const save = fc.record({ do: fc.constant('save' as const), cards });
const sight = fc.record({ do: fc.constant('sight' as const), cards });
const remove = fc.record({ do: fc.constant('remove' as const), pick: fc.nat(20) });
const undoAny = fc.record({ do: fc.constant('undo' as const), pick: fc.nat(20) });
const undoLast = fc.record({ do: fc.constant('undo' as const), pick: fc.constant(0) });

/** Takes a step; an undo counts from the newest journal entry that can be undone. */
async function take(db: OffprintDatabase, step: Step, now: string): Promise<void> {
  if (step.do === 'save') await saveCards(db, step.cards, now);
  if (step.do === 'sight') await see(db, step.cards, now);
  if (step.do === 'remove') {
    const ids = await db.papers.toCollection().primaryKeys();
    await removePapers(db, ids.slice(step.pick % (ids.length + 1)).slice(0, 1), now);
  }
  if (step.do === 'undo') {
    const open = (await db.journal.toArray()).filter(({ undoneBy }) => !undoneBy).toReversed();
    const entry = open[step.pick % Math.max(1, open.length)];
    if (entry)
      await undo(db, entry.entry, now).catch((error) => {
        // Taking back what later changes stand on may be refused, and then changes nothing.
        if (failureCode(error) !== 'refused') throw error;
      });
  }
}

async function holds(steps: readonly Step[]): Promise<void> {
  await withDatabase(async (db) => {
    const follow = follower(db);
    for (const [index, step] of steps.entries()) {
      await take(db, step, at(index));
      expect(await faults(db)).toEqual([]);
      expect(await follow()).toEqual(await db.papers.orderBy('id').toArray());
    }
  });
}

const RUNS = { numRuns: runs(60) };

const TITLE = card({ title: 'Lanterns over a quiet harbour' });
const DOI = card({ identifiers: { doi: '10.1234/a' } });
const REVIEW = card({ identifiers: { openreview: 'abcDEF123' } });
const BOTH = card({ identifiers: { doi: '10.1234/a', openreview: 'abcDEF123' } });

// Found by the properties below.
test.each<[string, Step[]]>([
  [
    'a card that knows two records is merely seen',
    [
      { do: 'save', cards: [REVIEW, DOI] },
      { do: 'sight', cards: [BOTH] },
    ],
  ],
  [
    'the removal of a record that was since merged is done again',
    [
      { do: 'save', cards: [DOI] },
      { do: 'save', cards: [REVIEW] },
      { do: 'undo', pick: 0 },
      { do: 'save', cards: [BOTH] },
      { do: 'undo', pick: 1 },
    ],
  ],
  [
    'a sighting comes back after its paper went',
    [
      { do: 'save', cards: [REVIEW] },
      { do: 'save', cards: [{ ...REVIEW, listing: TUESDAY }] },
      { do: 'undo', pick: 0 },
      { do: 'undo', pick: 1 },
      { do: 'undo', pick: 1 },
    ],
  ],
  [
    'an identifier is taken back after another came',
    [
      { do: 'save', cards: [TITLE] },
      { do: 'save', cards: [{ ...TITLE, identifiers: REVIEW.identifiers }] },
      { do: 'save', cards: [BOTH] },
      { do: 'undo', pick: 1 },
    ],
  ],
])('a library stays sound when %s', (_, steps) => holds(steps));

test('a library stays sound while papers are saved, seen and removed', async () => {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: save }, sight, remove), { maxLength: 12 });
  await fc.assert(fc.asyncProperty(steps, holds), RUNS);
});

test('a library stays sound while the last change is undone and redone', async () => {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: save }, sight, remove, undoLast), {
    maxLength: 12,
  });
  await fc.assert(fc.asyncProperty(steps, holds), RUNS);
});

test('a library stays sound while any change is undone', async () => {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: save }, sight, remove, undoAny), { maxLength: 12 });
  await fc.assert(fc.asyncProperty(steps, holds), RUNS);
});

test('undoing everything, newest first, leaves no paper; all that were created are in the trash', async () => {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: save }, sight, remove), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(steps, (history) =>
      withDatabase(async (db) => {
        const created = new Set<string>();
        for (const [index, step] of history.entries()) {
          await take(db, step, at(index));
          for (const id of await db.papers.toCollection().primaryKeys()) created.add(id);
        }
        for (const { entry } of (await db.journal.toArray()).toReversed()) await undo(db, entry, at(100));
        expect(await db.papers.count()).toBe(0);
        expect(await db.sightings.count()).toBe(0);
        expect(await faults(db)).toEqual([]);
        expect(await db.trash.toCollection().primaryKeys()).toEqual(expect.arrayContaining([...created]));
      }),
    ),
    RUNS,
  );
});

test('undoing the newest change restores papers, aliases and sightings as they were', async () => {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: save }, sight, remove), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, fc.oneof(save, remove), (history, last) =>
      withDatabase(async (db) => {
        for (const [index, step] of history.entries()) await take(db, step, at(index));
        const before = await everything(db);
        await take(db, last, at(50));
        const entry = (await db.journal.toArray()).at(-1);
        if (!entry || entry.at !== at(50)) return;
        await undo(db, entry.entry, at(51));
        const after = await everything(db);
        expect((after.papers as Paper[]).map(withoutStamps)).toEqual(
          (before.papers as Paper[]).map(withoutStamps),
        );
        expect(after.sightings).toEqual(before.sightings);
        const old = new Set(before.papers?.map((paper) => (paper as Paper).id));
        const trashed = new Set(before.trash?.map((row) => (row as { id: string }).id));
        // A paper that was created goes to the trash and keeps its aliases.
        const kept = after.aliases?.filter((row) => {
          const { paper } = row as { paper: string };
          return old.has(paper) || trashed.has(paper);
        });
        for (const row of before.aliases ?? []) expect(kept).toContainEqual(row);
      }),
    ),
    RUNS,
  );
});

test('whatever a card says, what is kept fits the schema', async () => {
  const raw = fc.string({ unit: 'binary', maxLength: 40 });
  const wild = fc.record(
    {
      site: fc.constant('huggingface'),
      listing: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), raw),
      identifiers: fc.dictionary(
        fc.oneof(
          fc.constantFrom('arxiv', 'doi', 'openreview', 'title', '__proto__'),
          fc.string({ maxLength: 20 }),
        ),
        fc.oneof(
          fc.constantFrom('2609.00001v9', '10.18653/v1/2026.acl-long.1', '10.1101/2026.01.01.1v2', ' '),
          raw,
        ),
        { maxKeys: 3 },
      ),
      title: raw,
      abstract: raw,
      authors: fc.array(raw, { maxLength: 3 }),
      authorCount: fc.nat(),
      publishedAt: fc.constantFrom('2026-02-31', '2026-09', '2026', '2026-09-28'),
      publishedAtInferred: fc.constant(true as const),
      url: fc.oneof(fc.webUrl(), raw),
      code: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)')),
      project: raw,
      venue: raw,
      organization: raw,
      submitter: raw,
      upvotes: fc.nat(),
      embedded: fc.constantFrom(['title'], ['abstract', 'nonsense']),
    },
    { requiredKeys: ['site', 'listing', 'identifiers'] },
  );
  await fc.assert(
    fc.asyncProperty(wild, (raw) =>
      withDatabase(async (db) => {
        const parsed = PaperCard.safeParse(raw);
        fc.pre(parsed.success);
        const refused = await saveCards(db, [parsed.data as PaperCard], at(0)).then(
          () => false,
          (error: unknown) => failureCode(error) === 'unnamed' || Promise.reject(error),
        );
        expect(await db.papers.count()).toBe(refused ? 0 : 1);
        expect(await faults(db)).toEqual([]);
      }),
    ),
    { numRuns: runs(200) },
  );
});
