/**
 * Two whole libraries that are changed apart and exchange all that they keep, in any order and any number of times: in the
 * end they are the same, and nothing is lost.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importStaged, removePapers, restorePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { backUpLibrary } from '@/storage/export/back-up';
import { failureCode } from '@/storage/failure';
import { emptyTrash } from '@/storage/forget';
import { planImport } from '@/storage/import/reader';
import { joinPapers, takeApart, tellApart } from '@/storage/links';
import { mergesOf } from '@/storage/merges';
import { saveNote } from '@/storage/save-note';
import { renameTag } from '@/storage/tags';
import { identifierTexts } from '@/utils/paper/identifiers';
import type { Patch } from '@/utils/paper/patch';
import type { PaperCard } from '@/utils/paper/schema';
import { seenHeads } from '@/utils/paper/seen-heads';
import { histories } from '../long';
import { at, card, MONDAY, TUESDAY } from './cards';
import { allStaged, BATCH, withDatabase } from './open-database';
import { looseEnds } from './soundness';

/** Rounds after which two libraries have told each other all. */
const ROUNDS = 4;

const anyCard: fc.Arbitrary<PaperCard> = fc
  .record({
    which: fc.constantFrom(
      { arxiv: '2609.00001' },
      { arxiv: '2609.00002' },
      { doi: '10.1234/a' },
      { arxiv: '2609.00001', doi: '10.1234/a' },
    ),
    upvotes: fc.nat(3),
    listing: fc.constantFrom(MONDAY, TUESDAY),
    venue: fc.constantFrom(undefined, 'ICML'),
  })
  .map(({ which, venue, ...said }) =>
    card({ ...said, identifiers: which, title: 'Lanterns over a quiet harbour', ...(venue && { venue }) }),
  );

const patch: fc.Arbitrary<Patch> = fc.oneof(
  fc.constantFrom<Patch>(
    { set: { status: 'read' } },
    { set: { status: 'reading' } },
    { set: { starred: true } },
    { set: { starred: false } },
    { add: { tags: ['ml'] } },
    { add: { tags: ['to read'] } },
    { remove: { tags: ['ml'] } },
    { set: { title: 'Typed' } },
    { set: { venue: 'Typed, too' } },
    { restore: ['title'] },
  ),
);

const on = fc.nat(1);
const pick = fc.nat(3);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ on, do: fc.constant('save' as const), card: anyCard }) },
  { weight: 3, arbitrary: fc.record({ on, do: fc.constant('edit' as const), pick, patch }) },
  fc.record({ on, do: fc.constant('note' as const), pick, text: fc.constantFrom('', 'Mine.', 'Yours.') }),
  fc.record({
    on,
    do: fc.constantFrom('remove' as const, 'restore' as const, 'forget' as const, 'rename' as const),
    pick,
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      on,
      do: fc.constantFrom('join' as const, 'apart' as const, 'take' as const),
      pick,
    }),
  },
  { weight: 3, arbitrary: fc.record({ on, do: fc.constant('meet' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(dbs: readonly OffprintDatabase[], one: Step, now: string): Promise<void> {
  const [db, other] = [dbs[one.on], dbs[1 - one.on]] as [OffprintDatabase, OffprintDatabase];
  if (one.do === 'meet') return void (await meet(db, other, now));
  if (one.do === 'save') return void (await saveCards(db, [one.card], now));
  const ids = await db.papers.toCollection().primaryKeys();
  const id = ids[one.pick % Math.max(1, ids.length)];
  const next = ids[(one.pick + 1) % Math.max(1, ids.length)];
  if (one.do === 'forget') return void (await emptyTrash(db, now));
  if (one.do === 'restore')
    return void (await restorePapers(
      db,
      (await db.trash.toCollection().primaryKeys()).slice(one.pick % 2),
      now,
    ));
  if (id === undefined || next === undefined) return;
  if (one.do === 'edit') await editPapers(db, [id], one.patch, now);
  if (one.do === 'note') {
    const paper = await db.papers.get(id);
    if (paper) await saveNote(db, { paper: id, text: one.text, seen: seenHeads(paper), run: now }, now);
  }
  if (one.do === 'remove') await removePapers(db, [id], now);
  if (one.do === 'rename') await renameTag(db, 'ml', 'to read', now);
  if (one.do === 'take') {
    const [merge] = await mergesOf(db, id);
    if (merge) await tried(() => takeApart(db, id, merge.entry.entry, now));
  }
  if (id === next) return;
  if (one.do === 'join') await tried(() => joinPapers(db, [id, next], now));
  if (one.do === 'apart') await tried(() => tellApart(db, [id, next], now));
}

async function tried(act: () => Promise<unknown>): Promise<void> {
  await act().catch((error) => {
    if (failureCode(error) !== 'refused') throw error;
  });
}

/** One library hears all that the other keeps. */
async function meet(db: OffprintDatabase, other: OffprintDatabase, now: string): Promise<void> {
  await planImport(db, BATCH, { files: [new Blob([await everythingOf(other)])] }, () => {});
  await importStaged(db, await allStaged(db), now);
}

async function everythingOf(db: OffprintDatabase): Promise<string> {
  return (await backUpLibrary(db, at(0))).text();
}

/** All of it but for when records left: each library notes that for itself. */
async function stateOf(db: OffprintDatabase) {
  const { papers, gone, rows } = JSON.parse(await everythingOf(db));
  return { papers, gone: gone.map(({ id }: { id: string }) => id), rows };
}

/** Lets two libraries live through a history and exchange everything; `first` are papers that both have from the beginning. */
async function live(
  first: readonly PaperCard[],
  steps: readonly Step[],
  then: (dbs: readonly OffprintDatabase[]) => Promise<void>,
): Promise<void> {
  await withDatabase((a) =>
    withDatabase(async (b) => {
      const dbs = [a, b];
      for (const [index, db] of dbs.entries())
        await db.settings.put({ name: 'session', value: `session00${index}` });
      for (const one of first) await saveCards(a, [one], at(-9));
      await meet(b, a, at(-1));
      for (const [index, one] of steps.entries()) await take(dbs, one, at(index));
      for (let round = 0; round < ROUNDS; round++) {
        await meet(a, b, at(100 + 2 * round));
        await meet(b, a, at(101 + 2 * round));
      }
      expect(await stateOf(b)).toEqual(await stateOf(a));
      // What came to the trash by a backup never left this library.
      const loose = (await Promise.all(dbs.map(looseEnds))).flat();
      expect(loose.filter((one) => !one.endsWith('in the trash without a tombstone'))).toEqual([]);
      await then(dbs);
    }),
  );
}

const RUNS = { numRuns: histories(8) };
const steps = (arbitrary: fc.Arbitrary<Step>) => fc.array(arbitrary, { maxLength: 12, size: 'max' });

test('two libraries that exchange everything end as the same', async () => {
  const first = fc.array(anyCard, { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(first, steps(step), (cards, history) => live(cards, history, async () => {})),
    RUNS,
  );
});

/** Papers that nobody but the person takes for one. */
const UNLIKE = [
  'Lanterns over a quiet harbour',
  'Salt and silence in winter',
  'The ferry that came late',
].map((title, index) =>
  card({ title, identifiers: { arxiv: `2609.0000${index}` }, authors: [`Author ${index}`] }),
);

test('what is made one and parted again, here and there, is never mixed, and no identifier is lost', async () => {
  const some = step.filter((one) => one.do !== 'save' && one.do !== 'forget');
  await fc.assert(
    fc.asyncProperty(steps(some), (history) =>
      live(UNLIKE, history, async ([db]) => {
        const all = [
          ...((await db?.papers.toArray()) ?? []),
          ...((await db?.trash.toArray()) ?? []).map(({ paper }) => paper),
        ];
        const named = all.flatMap(({ identifiers }) => identifierTexts(identifiers));
        expect(named.toSorted()).toEqual(
          UNLIKE.flatMap(({ identifiers }) => identifierTexts(identifiers as never)),
        );
        // Whose word joins no other has its own identifier alone.
        for (const { identifiers, same } of all)
          if (!same) expect(identifierTexts(identifiers)).toHaveLength(1);
      }),
    ),
    RUNS,
  );
});
