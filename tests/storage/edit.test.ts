import { beforeEach, describe, expect, test } from 'vitest';
import { redo, removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { Failure, failureCode } from '@/storage/failure';
import { tellApart } from '@/storage/links';
import { statedClaims } from '@/utils/paper/claims';
import type { Patch } from '@/utils/paper/patch';
import type { Paper } from '@/utils/paper/schema';
import { at, card } from './cards';
import { everything, openDatabase } from './open-database';
import { withoutStamps } from './papers';
import { see } from './see';
import { faults } from './soundness';

const LANTERNS = card({ title: 'Lanterns over a quiet harbour', identifiers: { arxiv: '2609.00001' } });
const SALT = card({ title: 'Salt and silence in winter', identifiers: { doi: '10.1234/b' } });
const [LAMP, SALTY] = ['arxiv:2609.00001', 'doi:10.1234/b'] as const;

let db: OffprintDatabase;

beforeEach(async () => {
  db = openDatabase();
  await saveCards(db, [LANTERNS, SALT], at(0));
});

async function paper(id: string = LAMP): Promise<Paper> {
  return (await db.papers.get(id)) as Paper;
}

const edit = (patch: Patch, minutes = 1, ids: readonly string[] = [LAMP]) =>
  editPapers(db, ids, patch, at(minutes));

/** The code of a failure, and what it is about. */
async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught) => caught,
  );
  return error instanceof Failure ? [error.code, error.about].join(' ').trim() : String(error);
}

describe('one edit', () => {
  test.each<[Patch, Partial<Paper>]>([
    [{ set: { starred: true } }, { starred: true }],
    [{ set: { status: 'reading' } }, { status: 'reading' }],
    [{ add: { tags: ['to read', 'ml'] } }, { tags: ['to read', 'ml'] }],
    [{ set: { title: 'Lamps', venue: 'ICML', publishedAt: '2026-09' } }, { title: 'Lamps', venue: 'ICML' }],
    [
      { add: { identifiers: [{ kind: 'doi', value: '10.1234/new' }] } },
      { identifiers: { arxiv: '2609.00001', doi: '10.1234/new' } },
    ],
  ])('%j is written, undone and redone', async (patch, fields) => {
    const before = withoutStamps(await paper());
    const entry = await edit(patch);
    const after = await paper();
    expect(after).toMatchObject(fields);
    expect(await faults(db)).toEqual([]);
    await undo(db, Number(entry), at(2));
    expect(withoutStamps(await paper())).toEqual(before);
    await redo(db, at(3));
    expect(withoutStamps(await paper())).toEqual(withoutStamps(after));
    expect(await faults(db)).toEqual([]);
  });

  test('tells the history what it did', async () => {
    await edit({ set: { title: 'Lamps', starred: true, status: 'unread' }, add: { tags: ['ml'] } });
    expect(await db.journal.toCollection().last()).toMatchObject({
      ...{ intention: 'edit', papers: 1, paper: LAMP, title: 'Lamps' },
      what: [
        { field: 'title', how: 'set' },
        { field: 'starred', how: 'set', to: true },
        { field: 'tags', how: 'add', to: 'ml' },
      ],
    });
  });

  test('that changes nothing writes nothing', async () => {
    const before = await everything(db);
    expect(await edit({ set: { starred: false, title: LANTERNS.title as string } })).toBeUndefined();
    expect(await everything(db)).toEqual(before);
  });

  test.each<[string, Patch, string]>([
    ['an emptied title', { set: { title: ' ' } }, 'noTitle title'],
    ['a day that is none', { set: { starred: true, publishedAt: '2026-02-31' } }, 'badValue publishedAt'],
    ['too many tags', { add: { tags: Array.from({ length: 201 }, (_, i) => `t${i}`) } }, 'badValue tags'],
    [
      'an identifier of another',
      { add: { identifiers: [{ kind: 'doi', value: '10.1234/B' }] } },
      `held ${SALTY}`,
    ],
  ])('with %s is refused as a whole', async (_, patch, words) => {
    const before = await everything(db);
    expect(await failure(edit(patch))).toBe(words);
    expect(await everything(db)).toEqual(before);
  });

  test('of papers that are gone is refused', async () => {
    expect(await failure(edit({ set: { starred: true } }, 1, ['arxiv:2609.99999']))).toBe('refused');
  });

  test('200 tags are kept', async () => {
    await edit({ add: { tags: Array.from({ length: 200 }, (_, i) => `t${i}`) } });
    expect((await paper()).tags).toHaveLength(200);
  });
});

describe('pages and what was typed', () => {
  const RICHER = {
    ...LANTERNS,
    title: 'Lanterns over a quiet harbour (v2)',
    venue: 'ICML',
    embedded: ['title', 'venue'],
  };

  test('no page overwrites it, and its source can be heard again', async () => {
    await edit({ set: { title: 'Lamps' } });
    await see(db, [RICHER], at(2));
    await saveCards(db, [RICHER], at(3));
    expect(await paper()).toMatchObject({ title: 'Lamps', venue: 'ICML' });
    expect(statedClaims(await paper(), 'title')).toMatchObject([
      { site: 'huggingface', value: LANTERNS.title },
    ]);
    await edit({ restore: ['title'] }, 4);
    expect(await paper()).toMatchObject({ title: LANTERNS.title, edited: [] });
    await undo(db, {}, at(5));
    expect(await paper()).toMatchObject({ title: 'Lamps', edited: ['title'] });
  });

  test('an identifier that was taken away does not come back by a look, nor leads here', async () => {
    await edit({ add: { identifiers: [{ kind: 'doi', value: '10.1234/new' }] } });
    await edit({ remove: { identifiers: [{ kind: 'doi', value: '10.1234/new' }] } }, 2);
    expect(await db.aliases.where({ key: 'doi:10.1234/new' }).count()).toBe(0);
    await see(db, [{ ...LANTERNS, identifiers: { arxiv: '2609.00001', doi: '10.1234/new' } }], at(3));
    expect((await paper()).identifiers).toEqual({ arxiv: '2609.00001' });
    await undo(db, {}, at(4));
    expect((await paper()).identifiers).toEqual({ arxiv: '2609.00001', doi: '10.1234/new' });
    expect(await faults(db)).toEqual([]);
  });

  test('a typed title leads to the paper, and so does the former one', async () => {
    await edit({ set: { title: 'Lamps on moored boats in fog' } });
    for (const key of ['title:lampsonmooredboatsinfog', 'title:lanternsoveraquietharbour'])
      expect(await db.aliases.where({ key }).first()).toMatchObject({ paper: LAMP });
  });
});

describe('undo goes by stamps', () => {
  test('of an edit that was edited again since: the later one stays, and it is told', async () => {
    const first = await edit({ set: { title: 'Lamps', starred: true } });
    await edit({ set: { title: 'Lanterns, mended' } }, 2);
    await undo(db, Number(first), at(3));
    expect(await paper()).toMatchObject({ title: 'Lanterns, mended', starred: false });
    expect(await db.journal.get(Number(first))).toMatchObject({ kept: 1 });
    await edit({ restore: ['title'] }, 4);
    expect((await paper()).title).toBe(LANTERNS.title);
  });

  test('two identifiers by two edits are undone apart', async () => {
    const add = (value: string, minutes: number) =>
      edit({ add: { identifiers: [{ kind: 'doi', value }] } }, minutes);
    const first = await add('10.1234/x', 1);
    await add('10.1234/y', 2);
    await undo(db, Number(first), at(3));
    expect((await paper()).identifiers).toEqual({ arxiv: '2609.00001', doi: '10.1234/y' });
  });

  test('of a paper that lies in the trash by now', async () => {
    const entry = await edit({ set: { starred: true } });
    await removePapers(db, [LAMP], at(2));
    await undo(db, Number(entry), at(3));
    expect((await db.trash.get(LAMP))?.paper.starred).toBe(false);
  });
});

describe('papers in the trash', () => {
  beforeEach(async () => {
    await removePapers(db, [LAMP], at(1));
  });

  test('one that is edited comes back, and undo removes it again', async () => {
    const entry = await edit({ set: { starred: true } }, 2);
    expect(await paper()).toMatchObject({ starred: true });
    await undo(db, Number(entry), at(3));
    expect(await db.papers.get(LAMP)).toBeUndefined();
    expect((await db.trash.get(LAMP))?.paper.starred).toBe(false);
    expect(await faults(db)).toEqual([]);
  });

  test('of many, they are edited where they lie', async () => {
    const entry = await edit({ add: { tags: ['ml'] } }, 2, [LAMP, SALTY]);
    expect(await db.journal.get(Number(entry))).toMatchObject({ papers: 2 });
    expect((await db.trash.get(LAMP))?.paper).toMatchObject({
      tags: ['ml'],
      stamps: { 'tag:ml': expect.any(String) },
    });
    expect((await paper(SALTY)).tags).toEqual(['ml']);
    await undo(db, Number(entry), at(3));
    expect((await db.trash.get(LAMP))?.paper.tags).toEqual([]);
    expect((await paper(SALTY)).tags).toEqual([]);
    await redo(db, at(4));
    expect((await db.trash.get(LAMP))?.paper.tags).toEqual(['ml']);
    expect(await faults(db)).toEqual([]);
  });
});

test('what the person called two papers may share an identifier, and undo may bring it back', async () => {
  await tellApart(db, [LAMP, SALTY], at(1));
  const patch = { add: { identifiers: [{ kind: 'doi', value: '10.1234/b' }] } };
  const entry = await edit(patch, 2);
  expect((await paper()).identifiers.doi).toBe('10.1234/b');
  await undo(db, Number(entry), at(3));
  await redo(db, at(4));
  expect((await paper()).identifiers.doi).toBe('10.1234/b');
});

test.each(['papers', 'journal', 'changes', 'settings'] as const)(
  'an edit for which there is no room in “%s” says so, and leaves everything as it was',
  async (table) => {
    const before = await everything(db);
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    db.table(table).hook('creating', full);
    db.table(table).hook('updating', full);
    const error = await edit({ set: { title: 'Lamps', starred: true } }).catch((reason: unknown) => reason);
    expect(failureCode(error)).toBe('full');
    expect(await everything(db)).toEqual(before);
  },
);
