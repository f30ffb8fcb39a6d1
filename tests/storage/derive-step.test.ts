import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import { removePapers, saveCards, undo } from '@/storage/commands';
import { OffprintDatabase } from '@/storage/database';
import { deriveStep } from '@/storage/derive-step';
import { editPapers } from '@/storage/edit';
import { emptyTrash } from '@/storage/forget';
import { historyOfPaper } from '@/storage/history';
import { at, card, MONDAY } from './cards';
import { freshName, openDatabase } from './open-database';
import { storedPaper } from './papers';
import { miscounted } from './recount';
import { looseEnds } from './soundness';

const PAPERS = 402;
const id = (n: number) => `arxiv:2609.${String(n).padStart(5, '0')}`;
const cards = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    card({ identifiers: { arxiv: id(from + index).slice(6) }, title: `Paper ${from + index}` }),
  );

/** A library as version 3 left it: without derived rows. */
async function oldLibrary(): Promise<OffprintDatabase> {
  const made = openDatabase();
  const ids = Array.from({ length: PAPERS }, (_, n) => id(n));
  await made.papers.bulkAdd(
    ids.map((paper, n) =>
      storedPaper({ id: paper, identifiers: { arxiv: paper.slice(6) }, title: `Paper ${n}` }),
    ),
  );
  await made.aliases.bulkAdd(
    ids.flatMap((paper, n) => [`title:paper${n}`, paper].map((key) => ({ key, paper }))),
  );
  await made.sightings.bulkAdd(
    ids.map((paper, upvotes) => ({ paper, site: 'huggingface', url: MONDAY, seenAt: at(0), upvotes })),
  );
  await made.settings.put({ name: 'papers', value: PAPERS });
  await editPapers(made, [id(5), id(301)], { set: { status: 'read' }, add: { tags: ['ml'] } }, at(900));
  await removePapers(made, [id(7), id(400)], at(901));
  const old = new Dexie(freshName());
  old
    .version(3)
    .stores(Object.fromEntries(made.tables.filter(({ name }) => !NEW.includes(name)).map(declared)));
  await old.open();
  for (const { name } of old.tables) await old.table(name).bulkAdd(await made.table(name).toArray());
  old.close();
  const db = new OffprintDatabase(old.name);
  onTestFinished(() => db.delete());
  await db.open();
  expect(await db.counts.count()).toBe(0);
  return db;
}

const NEW = ['counts', 'queue', 'touched', 'searches', 'alike'];

function declared({ name, schema }: Dexie['tables'][number]): [string, string] {
  return [name, [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', ')];
}

test('a library of before is counted in parts, while it is used and the worker is stopped', async () => {
  const db = await oldLibrary();
  const steps = async (most: number) => {
    for (let step = 0; step < most; step++) if (!(await deriveStep(db))) return;
  };
  expect(await historyOfPaper(db, id(5), 9)).toHaveLength(1);
  await steps(1);
  await saveCards(db, cards(402, 405), at(1000));
  await editPapers(db, [id(3), id(399)], { set: { starred: true }, add: { tags: ['ML'] } }, at(1001));
  await removePapers(db, [id(4), id(401)], at(1002));
  await saveCards(db, cards(7, 8), at(1003)); // it comes back from the trash
  db.close();
  await db.open();
  await steps(1);
  const entry = await removePapers(db, [id(2), id(402)], at(1004));
  await undo(db, entry ?? 0, at(1005));
  await steps(2); // all papers, and the newest of the history
  expect((await historyOfPaper(db, id(5), 9)).map(({ entry }) => entry.intention)).toEqual(['edit']);
  await emptyTrash(db, at(1006));
  await steps(99);
  expect(await looseEnds(db)).toEqual([]);
  expect((await db.settings.bulkGet(['counting', 'touching'])).some(Boolean)).toBe(false);
  expect(await historyOfPaper(db, id(5), 9)).toHaveLength(1);
});

test('what changes between the reading and the writing of a step is counted by the next', async () => {
  const db = await oldLibrary();
  const write = db.transaction.bind(db) as (...args: unknown[]) => unknown;
  const held = vi.spyOn(db, 'transaction').mockImplementation((async (...args: unknown[]) => {
    if (args[0] === 'rw') {
      held.mockRestore();
      await editPapers(db, [id(1)], { set: { starred: true } }, at(1000));
    }
    return write(...args);
  }) as never);
  await deriveStep(db);
  while (await deriveStep(db));
  expect(await miscounted(db)).toEqual([]);
  expect((await db.counts.get(['starred', '']))?.papers).toBe(1);
});

test('a new library has nothing to count', async () => {
  expect(await deriveStep(openDatabase())).toBe(false);
});
