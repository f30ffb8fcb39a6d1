import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { giveCitationKeys } from '@/storage/citation-keys';
import { removePapers, restorePapers, saveCards, undo, unsaveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { failureCode } from '@/storage/failure';
import { emptyTrash, forgetPapers } from '@/storage/forget';
import { countPapers } from '@/storage/library';
import { joinPapers, tellApart } from '@/storage/links';
import { papersIndex } from '@/storage/search/families/papers-index';
import * as forgotten from '@/storage/search/rows/forgotten';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { runs } from '@/tests/long';
import { KEY_PATTERN } from '@/utils/paper/key-pattern';
import type { PaperCard } from '@/utils/paper/schema';
import { at, card, TUESDAY, WEDNESDAY } from './cards';
import { BATCH, everything, openDatabase, revisionOf, stageFile, withDatabase } from './open-database';
import { filePaper } from './papers';
import { see } from './see';

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

/** Its words are in no other paper. Without an identifier, its id is made of its title. */
const RARE = card({ title: 'Quokkas over zyzzyva', abstract: 'Xylophones hum.' });
const RARE_WORDS = /quokka|zyzzyva|xylophone/i;
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence', listing: TUESDAY });

async function idsOf(title: string): Promise<string[]> {
  return (await db.papers.filter((paper) => paper.title === title).toArray()).map(({ id }) => id);
}

/** The trash with the rare paper in it; answers with its id. */
async function rareInTrash(...others: PaperCard[]): Promise<string> {
  await saveCards(db, [...others, RARE], at(0));
  const [id = ''] = await idsOf('Quokkas over zyzzyva');
  await giveCitationKeys(db, [id], KEY_PATTERN, at(0)); // it has words of the title
  await removePapers(db, [id], at(1));
  return id;
}

/** All tables as text; bytes as the characters that they stand for. */
async function allText(of = db): Promise<string> {
  const text = (_: string, value: unknown) =>
    value instanceof Uint8Array ? Array.from(value, (byte) => String.fromCharCode(byte)).join('') : value;
  return JSON.stringify(await everything(of), text);
}

describe('a paper that is deleted for good', () => {
  test('is in no table, neither its title nor its abstract', async () => {
    const id = await rareInTrash(SALT);
    expect(await allText()).toMatch(RARE_WORDS);
    expect(await forgetPapers(db, [id], at(2))).toBe(1);
    expect(await allText()).not.toMatch(RARE_WORDS);
    expect(await db.tombstones.toArray()).toEqual([
      { id: expect.stringMatching(/^gone:[0-9a-f]{64}$/), revision: 3, at: at(2) },
    ]);
    expect(await revisionOf(db)).toBe(3);
    expect(await countPapers(db)).toBe(await db.papers.count());
    expect(await db.trash.count()).toBe(0);
  });

  test('is not in the library: what is saved stays, whoever asks', async () => {
    await saveCards(db, [SALT], at(0));
    const before = await everything(db);
    expect(await forgetPapers(db, ['arxiv:2609.00002', 'arxiv:2609.00009'], at(1))).toBe(0);
    expect(await emptyTrash(db, at(1))).toBe(0);
    expect(await everything(db)).toEqual(before);
  });

  test('leaves entries about other papers, with their title and count', async () => {
    const id = await rareInTrash(SALT);
    await forgetPapers(db, [id], at(2));
    expect(await db.journal.toArray()).toMatchObject([
      { intention: 'save', papers: 1, title: 'Salt and silence' },
    ]);
    await undo(db, {}, at(3));
    expect(await db.trash.toCollection().primaryKeys()).toEqual(['arxiv:2609.00002']);
    expect(await allText()).not.toMatch(RARE_WORDS);
  });

  test('takes an undone entry with its undo', async () => {
    await saveCards(db, [RARE], at(0));
    await undo(db, {}, at(1));
    await emptyTrash(db, at(2));
    expect(await db.journal.count()).toBe(0);
    expect(await db.changes.count()).toBe(0);
  });

  test('lets what was undone stay undone', async () => {
    const entry = await saveCards(db, [RARE, SALT], at(0));
    await undo(db, entry ?? 0, at(1));
    await restorePapers(db, ['arxiv:2609.00002'], at(2));
    await emptyTrash(db, at(3));
    const [save, back] = await db.journal.toArray();
    expect(save).toMatchObject({ papers: 1, undoneBy: back?.entry });
    await undo(db, back?.entry ?? 0, at(4));
    expect(await db.papers.toCollection().primaryKeys()).toEqual(['arxiv:2609.00002']);
  });

  test('goes with what was merged into it', async () => {
    await saveCards(db, [{ ...RARE, identifiers: { doi: '10.1234/zyzzyva' } }], at(0));
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' }, abstract: 'Xylophones.' })], at(1));
    const both = { arxiv: '2609.00001', doi: '10.1234/zyzzyva' };
    await saveCards(db, [card({ identifiers: both, listing: WEDNESDAY })], at(2));
    expect(await db.papers.count()).toBe(1);
    await unsaveCards(db, [card({ identifiers: both })], at(3));
    await emptyTrash(db, at(4));
    expect(await allText()).not.toMatch(RARE_WORDS);
    const rows = await everything(db);
    expect([rows.journal, rows.changes, rows.aliases, rows.sightings]).toEqual([[], [], [], []]);
    expect((await db.tombstones.toArray()).every(({ id }) => id.startsWith('gone:'))).toBe(true);
  });

  test('takes from the history what another record got from it', async () => {
    const arxiv = card({ identifiers: { arxiv: '2609.00001' }, title: 'Salt' });
    const doi = card({ identifiers: { doi: '10.1234/q' }, title: 'Quokkas', abstract: 'Xylophones hum.' });
    await saveCards(db, [arxiv], at(0));
    await saveCards(db, [doi], at(1));
    const bridge = card({ identifiers: { arxiv: '2609.00001', doi: '10.1234/q' } });
    const entry = await saveCards(db, [bridge], at(2));
    await undo(db, entry ?? 0, at(3));
    await removePapers(db, ['doi:10.1234/q'], at(4));
    await emptyTrash(db, at(5));
    expect(await allText()).not.toMatch(RARE_WORDS);
    for (const { entry } of await db.journal.toArray()) await undo(db, entry, at(6)).catch(() => undefined);
    expect(await allText()).not.toMatch(RARE_WORDS);
  });

  test('that is saved again is a new paper', async () => {
    const known = { ...RARE, identifiers: { arxiv: '2609.00001' } };
    await saveCards(db, [known], at(0));
    await db.papers.update('arxiv:2609.00001', { note: 'Mine.', tags: ['old'] });
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    await emptyTrash(db, at(2));
    await saveCards(db, [known], at(3));
    const papers = await db.papers.toArray();
    expect(papers).toMatchObject([{ id: 'arxiv:2609.00001', savedAt: at(3), tags: [] }]);
    expect(papers[0]?.note).toBeUndefined();
    expect(await countPapers(db)).toBe(1);
  });

  test('is in no import under way; others go on', async () => {
    await stageFile(db, [filePaper({ id: 'arxiv:2609.00003', title: 'Quokkas over zyzzyva' })]);
    const other = { batch: `${BATCH} 2`, part: 0, records: [], source: 'cards' as const };
    await db.staged.add(other);
    await forgetPapers(db, [await rareInTrash()], at(2));
    expect(await db.staged.toArray()).toEqual([other]);
  });

  test('is gone wholly or not at all', async () => {
    const id = await rareInTrash(SALT);
    const before = await everything(db);
    const creating = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    db.tombstones.hook('creating', creating);
    await expect(forgetPapers(db, [id], at(2))).rejects.toThrow();
    db.tombstones.hook('creating').unsubscribe(creating);
    expect(await everything(db)).toEqual(before);
  });

  test('a run of saves goes on after it', async () => {
    const run = '0b9d3c1e-7f64-4a52-9c8e-2d1f5a6b7c80';
    await saveCards(db, [RARE], at(0), run);
    await saveCards(db, [SALT], at(0), run);
    const [id = ''] = await idsOf('Quokkas over zyzzyva');
    await removePapers(db, [id], at(1));
    await forgetPapers(db, [id], at(2));
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00004' }, listing: TUESDAY })], at(3), run);
    expect(await db.papers.count()).toBe(2);
  });
});

describe('the index', () => {
  /** Many papers with words in common, and the rare one among them, all of them indexed. */
  async function indexed(): Promise<string> {
    const many = Array.from({ length: 30 }, (_, index) =>
      card({ identifiers: { arxiv: `2609.${10000 + index}` }, title: `Lantern ${index}` }),
    );
    await saveCards(db, [...many, RARE], at(0));
    await tendIndex(papersIndex(db));
    const [id = ''] = await idsOf('Quokkas over zyzzyva');
    return id;
  }

  /** Terms share beginnings with those before, so only their ends are sure to stand in a dictionary. */
  async function indexText(): Promise<string> {
    const { segments, chunks, index, deletions } = await everything(db);
    const text = (_: string, value: unknown) =>
      value instanceof Uint8Array ? Array.from(value, (byte) => String.fromCharCode(byte)).join('') : value;
    return JSON.stringify([segments, chunks, index, deletions], text);
  }
  const ENDS = /uokka|yzzyva|ylophone/;

  test('keeps none of its words', async () => {
    const id = await indexed();
    await removePapers(db, [id], at(1));
    await tendIndex(papersIndex(db));
    expect(await indexText(), 'a removal alone waits for a merge').toMatch(ENDS);
    await forgetPapers(db, [id], at(2));
    await tendIndex(papersIndex(db));
    expect(await indexText()).not.toMatch(ENDS);
    expect(await allText()).not.toMatch(RARE_WORDS);
    expect(await db.deletions.count()).toBe(0);
    expect(await forgotten.readForgotten(db)).toBeUndefined();
  });

  test('keeps them as long as the mark is ignored', async () => {
    const id = await indexed();
    await removePapers(db, [id], at(1));
    await forgetPapers(db, [id], at(2));
    const ignored = vi.spyOn(forgotten, 'readForgotten').mockResolvedValue(undefined);
    await tendIndex(papersIndex(db));
    ignored.mockRestore();
    expect(await indexText()).toMatch(ENDS);
    await tendIndex(papersIndex(db));
    expect(await indexText()).not.toMatch(ENDS);
  });

  test('keeps none of its old words if it is saved again before the worker comes to it', async () => {
    await saveCards(db, [{ ...RARE, identifiers: { arxiv: '2609.00001' } }], at(0));
    const id = 'arxiv:2609.00001';
    await indexed();
    await removePapers(db, [id, ...(await idsOf('Quokkas over zyzzyva'))], at(1));
    await emptyTrash(db, at(2));
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' }, title: 'Lantern' })], at(3));
    await tendIndex(papersIndex(db));
    expect(await indexText()).not.toMatch(ENDS);
  });

  test('goes on where a worker was stopped, before every write', async () => {
    const id = await indexed();
    await removePapers(db, [id], at(1));
    await forgetPapers(db, [id], at(2));
    const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
    let stops = 0;
    for (let stopped = true; stopped; ) {
      stopped = false;
      let writes = 0;
      const spy = vi.spyOn(db, 'transaction').mockImplementation((async (
        mode: string,
        ...rest: unknown[]
      ) => {
        stopped ||= mode === 'rw' && ++writes > 1;
        if (stopped) throw new Error('stopped');
        return transaction(mode, ...rest);
      }) as never);
      await tendIndex(papersIndex(db)).catch((error) => expect(String(error)).toContain('stopped'));
      spy.mockRestore();
      if (stopped) stops++;
      if (stopped) expect(await forgotten.readForgotten(db)).toBeDefined();
    }
    expect(stops).toBeGreaterThan(2);
    expect(await indexText()).not.toMatch(ENDS);
    expect(await forgotten.readForgotten(db)).toBeUndefined();
  });
});

type Step = { do: 'save' | 'see'; which: number[] } | { do: 'remove' | 'undo' | 'forget'; pick: number };

/** Cards that share keys in every way. Those of the rare paper say one thing alone. */
const POOL = [
  RARE,
  { ...RARE, identifiers: { arxiv: '2609.00001' } },
  card({ identifiers: { arxiv: '2609.00001', doi: '10.1234/x' }, abstract: 'Xylophones hum.' }),
  card({ identifiers: { doi: '10.1234/x' }, title: 'Zyzzyva', listing: WEDNESDAY }),
  SALT,
  card({ identifiers: { arxiv: '2609.00003' }, title: 'Herons' }),
];
const RARE_KEYS = ['2609.00001', '10.1234/x'];

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('save' as const, 'see' as const),
    which: fc.array(fc.nat(POOL.length - 1), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constantFrom('remove' as const, 'undo' as const, 'forget' as const), pick: fc.nat(9) }),
);

async function take(of: OffprintDatabase, step: Step, now: string): Promise<void> {
  const cards = 'which' in step ? step.which.flatMap((index) => POOL[index] ?? []) : [];
  if (step.do === 'save') await saveCards(of, cards, now);
  if (step.do === 'see') await see(of, cards, now);
  if (!('pick' in step)) return;
  const table = { remove: of.papers, forget: of.trash, undo: of.journal }[step.do];
  const keys = (await table.toCollection().primaryKeys()) as (string | number)[];
  const key = keys[step.pick % Math.max(1, keys.length)];
  if (key === undefined) return;
  if (step.do === 'remove') await removePapers(of, [String(key)], now);
  if (step.do === 'forget') await forgetPapers(of, [String(key)], now);
  if (step.do === 'undo')
    await undo(of, Number(key), now).catch((error) => {
      if (failureCode(error) !== 'refused') throw error;
    });
}

test('whatever was done before: when all records of a paper are deleted for good, nothing tells it, and no undo does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.array(fc.nat(9)), async (steps, undone) => {
      await withDatabase(async (of) => {
        for (const [index, step] of steps.entries()) await take(of, step, at(index));
        const isRare = (text: string) => RARE_WORDS.test(text) || RARE_KEYS.some((key) => text.includes(key));
        const rare = (await of.papers.toArray()).filter((paper) => isRare(JSON.stringify(paper)));
        await removePapers(
          of,
          rare.map(({ id }) => id),
          at(20),
        );
        await emptyTrash(of, at(21));
        expect(await allText(of)).not.toMatch(RARE_WORDS);
        for (const pick of undone) await take(of, { do: 'undo', pick }, at(22));
        await tendIndex(papersIndex(of));
        expect(await allText(of)).not.toMatch(RARE_WORDS);
        expect(await countPapers(of)).toBe(await of.papers.count());
      });
    }),
    { numRuns: runs(60) },
  );
});

describe('what was said of a paper that is deleted for good', () => {
  async function pair(): Promise<[rare: string, salt: string]> {
    await saveCards(db, [SALT, RARE], at(0));
    const [rare = ''] = await idsOf('Quokkas over zyzzyva');
    return [rare, 'arxiv:2609.00002'];
  }

  test('is said of no other any more, nor told by the history', async () => {
    const [rare, salt] = await pair();
    await tellApart(db, [salt, rare], at(1));
    await editPapers(db, [salt], { set: { starred: true } }, at(2));
    await removePapers(db, [rare], at(3));
    await forgetPapers(db, [rare], at(4));
    const paper = await db.papers.get(salt);
    expect(paper).not.toHaveProperty('apart');
    expect(paper?.starred).toBe(true);
    expect(await allText()).not.toMatch(RARE_WORDS);
    await undo(db, {}, at(5));
    expect((await db.papers.get(salt))?.starred).toBe(false);
  });

  test('nor of one that lies in the trash', async () => {
    const [rare, salt] = await pair();
    await tellApart(db, [salt, rare], at(1));
    await removePapers(db, [rare, salt], at(3));
    await forgetPapers(db, [rare], at(4));
    expect((await db.trash.get(salt))?.paper).not.toHaveProperty('apart');
    expect(await allText()).not.toMatch(RARE_WORDS);
  });

  test('also of one that it was joined with, or that is a part of another since', async () => {
    const [rare, salt] = await pair();
    const third = card({ identifiers: { arxiv: '2609.00003' }, title: 'Boats', listing: WEDNESDAY });
    await saveCards(db, [third], at(1));
    await tellApart(db, [salt, rare], at(2));
    await joinPapers(db, ['arxiv:2609.00003', salt], at(3));
    await removePapers(db, [rare], at(4));
    await forgetPapers(db, [rare], at(5));
    expect(await allText()).not.toMatch(RARE_WORDS);
    expect((await db.papers.toArray()).some((paper) => 'apart' in paper)).toBe(false);
  });

  test('and no pair of possible duplicates names it', async () => {
    const [rare, salt] = await pair();
    await db.alike.bulkAdd([
      { one: salt, other: rare, found: 1 },
      { one: rare, other: 'z:1', found: 1 },
    ]);
    await removePapers(db, [rare], at(1));
    await forgetPapers(db, [rare], at(2));
    expect(await db.alike.count()).toBe(0);
  });
});
