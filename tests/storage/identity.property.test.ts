/** One paper, one record; and never two papers in one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importStaged, saveCards, undo } from '@/storage/commands';
import { backUpLibrary } from '@/storage/export/back-up';
import { planImport } from '@/storage/import/reader';
import { PAIRS } from '@/tests/fixtures/identity-pairs';
import { histories } from '@/tests/long';
import { namedIdentifiers, valuesIn } from '@/utils/paper/identifiers';
import { keysOf } from '@/utils/paper/identity';
import { normalise, saidBy } from '@/utils/paper/normalise';
import type { Paper, PaperCard } from '@/utils/paper/schema';
import { at, card } from './cards';
import { allStaged, BATCH, openDatabase, withDatabase } from './open-database';
import { see } from './see';

/** Cards about papers that are nearly, or really, the same. */
const told = PAIRS.map(({ a, b }) => [a, b].map((thing) => card(thing as Partial<PaperCard>)));
/** Not so a title of punctuation alone. */
function canBeKept(one: PaperCard): boolean {
  const statement = normalise(one, at(0));
  return statement !== undefined && keysOf(saidBy(statement)).length > 0;
}

const anyCard = fc
  .oneof(
    fc.constantFrom(...told.flat()),
    fc
      .record(
        {
          title: fc.oneof(
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
            fc.constantFrom('A', '🦊', '雪', 'Editorial', 'x'.repeat(1900), 'ความรัก', 'Введение'),
          ),
          authors: fc.array(fc.constantFrom('Ada Berg', 'Berg, C.', '王小明', 'LAMP Collaboration'), {
            maxLength: 2,
          }),
          publishedAt: fc.constantFrom('2025', '2026-02-03'),
          url: fc.constantFrom('https://a.example/1', 'https://a.example/2'),
          abstract: fc.constantFrom(
            'Short.',
            'We count small lamps on moored boats for three winters. '.repeat(4),
          ),
        },
        { requiredKeys: ['title'] },
      )
      .map((fields) => card(fields)),
  )
  .filter(canBeKept);

test('saving any card twice gives one record, and it is told as saved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCard, { maxLength: 3 }), anyCard, (before, one) =>
      withDatabase(async (db) => {
        for (const other of before) await saveCards(db, [other], at(0));
        await saveCards(db, [one], at(1));
        const count = await db.papers.count();
        expect(await see(db, [one], at(2))).toEqual([true]);
        await saveCards(db, [one], at(3));
        expect(await db.papers.count()).toBe(count);
      }),
    ),
    { numRuns: histories(20) },
  );
});

test('whatever else was saved since, a saved card is told as saved, and saved again it is no second record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCard, { minLength: 2, maxLength: 5 }), (cards) =>
      withDatabase(async (db) => {
        for (const [index, one] of cards.entries())
          await saveCards(db, [{ ...one, site: `s${index}` }], at(index));
        const count = await db.papers.count();
        expect(await see(db, cards, at(10))).toEqual(cards.map(() => true));
        for (const [index, one] of cards.entries())
          await saveCards(db, [{ ...one, site: `s${index}` }], at(11));
        expect(await db.papers.count()).toBeLessThanOrEqual(count);
      }),
    ),
    { numRuns: histories(20) },
  );
});

/** Cards of one paper that has two identifiers of a kind, as a preprint and its article have two DOIs. */
const twice = PAIRS.filter(
  ({ a, b, right }) =>
    right === 'same' &&
    Object.entries(a.identifiers).some(([name, value]) => (b.identifiers[name] ?? value) !== value),
).map(({ a, b }) => [a, b].map((thing) => card(thing as Partial<PaperCard>)));

const manyCards = fc
  .tuple(fc.array(anyCard, { minLength: 1, maxLength: 4 }), fc.constantFrom(...twice))
  .chain(([some, two]) => fc.shuffledSubarray([...some, ...two], { minLength: some.length + two.length }));

test('every identifier that went in is kept and found, after merges, an undo and a backup, too', async () => {
  await fc.assert(
    fc.asyncProperty(manyCards, fc.nat(5), (cards, pick) =>
      withDatabase(async (db) => {
        const entries: (number | undefined)[] = [];
        for (const one of cards) entries.push(await saveCards(db, [one], at(1)));
        const entry = entries[pick % entries.length];
        if (entry !== undefined) {
          const undone = await undo(db, entry, at(2)).catch(() => undefined); // refused where it cannot be parted
          if (undone !== undefined) await undo(db, undone, at(3));
        }
        const other = openDatabase();
        const text = await (await backUpLibrary(db, at(4))).text();
        await planImport(other, BATCH, { files: [new Blob([text])] }, () => {});
        await importStaged(other, await allStaged(other), at(5));
        for (const library of [db, other])
          for (const one of cards) {
            const statement = normalise(one, at(0));
            const named = statement ? namedIdentifiers(saidBy(statement).identifiers) : [];
            for (const [namespace, value] of named) {
              const [found] = await see(library, [card({ identifiers: { [namespace]: value } })], at(6));
              expect(found, `${namespace}:${value}`).toBe(true);
              const holds = ({ identifiers }: Paper) => valuesIn(identifiers, namespace).includes(value);
              expect((await library.papers.toArray()).some(holds), `${namespace}:${value}`).toBe(true);
            }
          }
      }),
    ),
    { numRuns: histories(10) },
  );
});

test('among hundreds of papers of one title the right one is found, by looking at few', async () => {
  const db = openDatabase();
  const introductions = Array.from({ length: 300 }, (_, index) =>
    card({
      title: 'Introduction',
      authors: [`${String.fromCharCode(65 + (index % 26))}. Berg${index}`],
      publishedAt: '2020',
    }),
  );
  for (let from = 0; from < 300; from += 100)
    await saveCards(db, introductions.slice(from, from + 100), at(1));
  expect(await db.papers.count()).toBe(300);
  const read = new Set<string>();
  const watch = (paper: { id: string }) => {
    read.add(paper.id);
    return paper as never;
  };
  db.papers.hook('reading', watch);
  expect(await see(db, [introductions[222] as PaperCard], at(2))).toEqual([true]);
  expect(read.size).toBeLessThanOrEqual(50);
  db.papers.hook('reading').unsubscribe(watch);
  await saveCards(db, [introductions[222] as PaperCard], at(3));
  expect(await db.papers.count()).toBe(300);
});

test('two chapters with their book’s DOI stay two, though a card says nothing but that DOI', async () => {
  const db = openDatabase();
  const identifiers = { doi: '10.1234/book' };
  const chapters = [
    card({ identifiers, title: 'Management of lamps in fog', authors: ['Ada Berg'] }),
    card({ identifiers, title: 'The future of ferries', authors: ['Bo Cai'] }),
  ];
  for (const chapter of chapters) await saveCards(db, [chapter], at(1));
  await saveCards(db, [card({ identifiers })], at(2));
  expect((await db.papers.toArray()).map(({ title }) => title).sort()).toEqual(
    chapters.map(({ title }) => title),
  );
  expect(await see(db, [...chapters, card({ identifiers })], at(3))).toEqual([true, true, true]);
});
