/** What importing staged papers does to a library. */

import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { PART } from '@/storage/import/staging';
import { exportedText } from '@/tests/storage/export/exported-text';
import { type LibraryRecord, recordOf } from '@/utils/paper/record';
import { type ExportedPaper, Paper, Sighting } from '@/utils/paper/schema';
import { at, card, daysAfter, MONDAY, TUESDAY } from './cards';
import { allStaged, BATCH, everything, openDatabase, revisionOf, stageFile } from './open-database';
import { filePaper } from './papers';

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

const LANTERNS = filePaper({ id: 'arxiv:2609.00001', title: 'Lanterns over a quiet harbour' });
const SALT = filePaper({ id: 'arxiv:2609.00002', title: 'Salt and silence in winter' });
const CARD = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });

/** The papers of a file as they come into the library; the journal entry. */
async function take(papers: readonly ExportedPaper[], now = at(10)): Promise<number | undefined> {
  await stageFile(db, papers);
  return importStaged(db, await allStaged(db), now);
}

async function ids(): Promise<string[]> {
  return db.papers.toCollection().primaryKeys();
}

async function paper(id: string): Promise<Paper> {
  const found = await db.papers.get(id);
  if (!found) throw new Error(`${id} is not in the library`);
  return found;
}

async function exported(): Promise<string> {
  return exportedText(db, at(0));
}

async function undone(entry: number | undefined): Promise<void> {
  if (entry === undefined) throw new Error('nothing was journalled');
  await undo(db, entry, at(20));
}

/** What the user added by hand. */
async function annotate(id: string, fields: Partial<Paper>): Promise<void> {
  expect(await db.papers.update(id, fields)).toBe(1);
}

/** `count` papers that share nothing. */
function many(count: number): ExportedPaper[] {
  return Array.from({ length: count }, (_, index) =>
    filePaper({ id: `openreview:r${index}`, title: `Lanterns and salt, number ${index} of a long row` }),
  );
}

describe('a new paper', () => {
  test('is kept as the file says, with its sightings and keys', async () => {
    const source = { site: 'huggingface', url: MONDAY, seenAt: at(1), upvotes: 3 };
    await take([{ ...LANTERNS, note: 'Mine.', tags: ['light'], starred: true, sources: [source] }]);
    const kept = await paper('arxiv:2609.00001');
    expect(kept).toMatchObject({
      title: LANTERNS.title,
      note: 'Mine.',
      tags: ['light'],
      starred: true,
      revision: 1,
    });
    expect(Paper.safeParse(kept).error).toBeUndefined();
    expect(await db.sightings.toArray()).toEqual([{ ...source, paper: kept.id }]);
    await saveCards(db, [CARD], at(11));
    expect(await ids()).toEqual(['arxiv:2609.00001']);
  });

  test.each(['foo:bar', '__proto__', 'constructor', 'a/../b', 'title:状態', 'a b~2', 'x'.repeat(1200)])(
    'keeps its id, though it is odd: %s',
    async (id) => {
      await take([{ ...LANTERNS, id, identifiers: { doi: '10.1234/a' } }]);
      expect(await ids()).toEqual([id]);
      await take([{ ...LANTERNS, id, identifiers: { doi: '10.1234/a' } }]);
      expect(await ids()).toEqual([id]);
    },
  );

  test('whose id belongs to another paper gets one of its own', async () => {
    await saveCards(db, [CARD], at(0));
    await take([{ ...SALT, id: 'arxiv:2609.00001' }]);
    expect(await ids()).toEqual([
      'arxiv:2609.00001',
      expect.stringMatching(/^arxiv:2609\.00001~[\da-z]{22}$/),
    ]);
    await take([{ ...SALT, id: 'arxiv:2609.00001' }]);
    expect(await db.papers.count()).toBe(2);
  });

  test('whose id belongs to another paper does not make the two one', async () => {
    await saveCards(db, [CARD], at(0));
    await take([{ ...SALT, id: 'arxiv:2609.00001' }]);
    await saveCards(db, [{ ...CARD, listing: TUESDAY }], at(11));
    expect(await ids()).toEqual([
      'arxiv:2609.00001',
      expect.stringMatching(/^arxiv:2609\.00001~[\da-z]{22}$/),
    ]);
  });

  test('that joins one paper under the id of another does not make the three one', async () => {
    await saveCards(db, [CARD, card({ identifiers: { arxiv: '2609.00002' } })], at(0));
    await take([{ ...SALT, id: 'arxiv:2609.00001' }]);
    await saveCards(db, [{ ...CARD, listing: TUESDAY }], at(11));
    expect(await ids()).toEqual(['arxiv:2609.00001', 'arxiv:2609.00002']);
  });

  test('whose id an absorbed record had gets one of its own, and does not find that record', async () => {
    await saveCards(db, [card({ identifiers: { doi: '10.1234/a' } }), CARD], at(0));
    const bridge = { ...CARD, identifiers: { arxiv: '2609.00001', doi: '10.1234/a' } };
    await saveCards(db, [bridge], at(1));
    const [kept = ''] = await ids();
    const absorbed = kept.startsWith('arxiv') ? 'doi:10.1234/a' : 'arxiv:2609.00001';
    await take([{ ...SALT, id: absorbed }]);
    expect((await ids()).filter((id) => id !== kept)).toEqual([expect.stringContaining(`${absorbed}~`)]);
    expect(await ids()).toContain(kept);
  });
});

describe('a paper that is there already', () => {
  const mine: Partial<Paper> = { note: 'seen at home', tags: ['light'], status: 'reading', starred: false };
  const theirs: Partial<ExportedPaper> = {
    note: 'seen at work',
    tags: ['water', 'light'],
    status: 'read',
    starred: true,
    savedAt: daysAfter(-3),
  };

  beforeEach(async () => {
    await saveCards(db, [CARD], at(0));
    await annotate('arxiv:2609.00001', mine);
  });

  test('keeps what both wrote, the furthest status and the earliest day', async () => {
    await take([{ ...LANTERNS, ...theirs }]);
    expect(await db.papers.toArray()).toMatchObject([
      {
        id: 'arxiv:2609.00001',
        note: 'seen at home\n\nseen at work',
        tags: ['light', 'water'],
        status: 'read',
        starred: true,
        savedAt: daysAfter(-3),
      },
    ]);
  });

  test('is not set back by a file that knows less', async () => {
    await annotate('arxiv:2609.00001', { status: 'read', starred: true });
    const before = await exported();
    expect(await take([{ ...LANTERNS, savedAt: daysAfter(3) }])).toBeUndefined();
    expect(await exported()).toBe(before);
  });

  test('does not repeat a note that a later file carries on', async () => {
    await take([{ ...LANTERNS, note: 'seen at home\n\nand read again' }]);
    expect((await paper('arxiv:2609.00001')).note).toBe('seen at home\n\nand read again');
  });

  test('keeps what its user edited, though the file says otherwise', async () => {
    await annotate('arxiv:2609.00001', { title: 'My title', edited: ['title'] });
    await take([{ ...LANTERNS, title: 'Zzz, another title', abstract: 'Light.' }]);
    expect(await paper('arxiv:2609.00001')).toMatchObject({ title: 'My title', abstract: 'Light.' });
  });

  test('takes what the user of the file edited, and no page overwrites it', async () => {
    await take([{ ...LANTERNS, title: 'A title of theirs', edited: ['title'] }]);
    await saveCards(db, [{ ...CARD, embedded: ['title'], listing: TUESDAY }], at(11));
    expect(await paper('arxiv:2609.00001')).toMatchObject({ title: 'A title of theirs', edited: ['title'] });
  });

  test('keeps its own edit where both edited', async () => {
    await annotate('arxiv:2609.00001', { title: 'A title of mine', edited: ['title'] });
    await take([{ ...LANTERNS, title: 'Z title of theirs', edited: ['abstract', 'title'] }]);
    expect(await paper('arxiv:2609.00001')).toMatchObject({
      title: 'A title of mine',
      edited: ['abstract', 'title'],
    });
  });

  test('gets the sightings of the file beside its own; of one listing the later stays', async () => {
    const [own] = await db.sightings.toArray();
    await db.sightings.update([own?.paper ?? '', own?.site ?? '', MONDAY], { upvotes: 5, comments: 1 });
    await take([
      {
        ...LANTERNS,
        sources: [
          { site: 'huggingface', url: MONDAY, seenAt: at(5), upvotes: 9 },
          { site: 'huggingface', url: TUESDAY, seenAt: at(6) },
        ],
      },
    ]);
    const seen = { paper: 'arxiv:2609.00001', site: 'huggingface' };
    expect(await db.sightings.toArray()).toEqual([
      { ...seen, url: MONDAY, seenAt: at(5), upvotes: 9, comments: 1, commentsAt: at(0) },
      { ...seen, url: TUESDAY, seenAt: at(6) },
    ]);
  });

  test('comes back from the trash, with what it had and what the file says', async () => {
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    const before = await everything(db);
    const entry = await take([{ ...LANTERNS, ...theirs }]);
    expect(await db.trash.count()).toBe(0);
    expect(await paper('arxiv:2609.00001')).toMatchObject({ note: 'seen at home\n\nseen at work' });
    expect(await db.sightings.count()).toBe(1);
    await undone(entry);
    expect(await db.papers.count()).toBe(0);
    const [trashed] = await db.trash.toArray();
    expect(trashed?.paper).toMatchObject({ ...mine, tags: ['light'] });
    expect(await db.aliases.toArray()).toEqual(before.aliases);
  });

  test('becomes one with another that the file knows to be the same', async () => {
    await saveCards(db, [card({ identifiers: { doi: '10.1234/a' }, title: 'Lanterns, published' })], at(1));
    const before = await exported();
    const entry = await take([{ ...LANTERNS, identifiers: { arxiv: '2609.00001', doi: '10.1234/a' } }]);
    expect(await ids()).toEqual(['arxiv:2609.00001']);
    expect((await paper('arxiv:2609.00001')).identifiers).toEqual({ arxiv: '2609.00001', doi: '10.1234/a' });
    await undone(entry);
    expect(await exported()).toBe(before);
  });

  test('is found by the id that the file gave it', async () => {
    await take([{ ...LANTERNS, id: 'doi:10.1234/a' }]);
    expect(await ids()).toEqual(['arxiv:2609.00001']);
    await saveCards(db, [card({ identifiers: { doi: '10.1234/a' } })], at(11));
    expect(await ids()).toEqual(['arxiv:2609.00001']);
  });
});

describe('a file that holds', () => {
  test('the same paper five times brings it once, with everything', async () => {
    const copies = ['a', 'b', 'c', 'd', 'e'].map((tag) => ({
      ...LANTERNS,
      tags: [tag],
      note: `Note ${tag}.`,
    }));
    await take(copies);
    expect(await db.papers.toArray()).toMatchObject([
      {
        id: 'arxiv:2609.00001',
        tags: ['a', 'b', 'c', 'd', 'e'],
        note: 'Note a.\n\nNote b.\n\nNote c.\n\nNote d.\n\nNote e.',
      },
    ]);
  });

  test('the same paper far apart brings it once', async () => {
    await take([LANTERNS, ...many(PART), { ...LANTERNS, tags: ['late'] }]);
    expect(await db.papers.count()).toBe(PART + 1);
    expect((await paper('arxiv:2609.00001')).tags).toEqual(['late']);
  });

  test('two papers of one id brings both', async () => {
    await take([LANTERNS, { ...SALT, id: LANTERNS.id }]);
    expect(await ids()).toEqual([
      'arxiv:2609.00001',
      expect.stringMatching(/^arxiv:2609\.00001~[\da-z]{22}$/),
    ]);
  });

  test('two papers and then a third that is both brings one', async () => {
    const doi = filePaper({ id: 'doi:10.1234/a' });
    await take([LANTERNS, doi, { ...SALT, identifiers: { ...LANTERNS.identifiers, ...doi.identifiers } }]);
    expect(await ids()).toEqual(['arxiv:2609.00001']);
  });

  test('two papers of one title that contradict each other brings both', async () => {
    const title = 'Lanterns over a quiet harbour';
    await take([
      { ...filePaper({ id: `title:a`, identifiers: {}, title }), authors: ['Ada Byron'] },
      { ...filePaper({ id: `title:b`, identifiers: {}, title }), authors: ['Grace Hopper'] },
    ]);
    expect(await ids()).toEqual(['title:a', 'title:b']);
  });

  test('a paper with no more than a common title brings it once, however often it is imported', async () => {
    const editorial = filePaper({ id: 'title:editorial', identifiers: {}, title: 'Editorial' });
    for (const _ of [1, 2, 3]) await take([editorial]);
    expect(await ids()).toEqual(['title:editorial']);
  });

  test('a source twice keeps the later sighting', async () => {
    const source = { site: 'huggingface', url: MONDAY };
    await take([
      {
        ...LANTERNS,
        sources: [
          { ...source, seenAt: at(5), upvotes: 9 },
          { ...source, seenAt: at(1), upvotes: 2, comments: 1 },
        ],
      },
    ]);
    expect(await db.sightings.toArray()).toMatchObject([{ seenAt: at(5), upvotes: 9, comments: 1 }]);
  });

  test('more papers than fit one part brings all', async () => {
    const papers = many(2 * PART + 7);
    await take(papers, at(10));
    expect(await db.papers.count()).toBe(papers.length);
    expect(await db.journal.toArray()).toMatchObject([{ intention: 'import', papers: papers.length }]);
    expect(new Set((await db.papers.toArray()).map(({ revision }) => revision))).toEqual(new Set([1]));
    expect(await db.staged.count()).toBe(0);
  });

  test('nothing changes nothing', async () => {
    expect(await take([])).toBeUndefined();
    expect(await db.journal.count()).toBe(0);
    expect(await revisionOf(db)).toBe(0);
  });
});

describe('an import', () => {
  /** One of every kind: new, merged, unchanged, from the trash, a bridge. */
  const FILE = [
    { ...LANTERNS, note: 'theirs', tags: ['water'] },
    SALT,
    filePaper({ id: 'arxiv:2609.00003', title: 'Herons at the edge of ice' }),
    filePaper({ id: 'doi:10.1234/x', identifiers: { doi: '10.1234/x', openreview: 'abcDEF123' } }),
    filePaper({ id: 'arxiv:2609.00009', title: 'A new one, of which nobody knew' }),
  ];

  beforeEach(async () => {
    await saveCards(db, [CARD, card({ identifiers: { arxiv: '2609.00002' }, title: SALT.title })], at(0));
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00003' } })], at(1));
    await saveCards(db, [card({ identifiers: { doi: '10.1234/x' } })], at(2));
    await saveCards(db, [card({ identifiers: { openreview: 'abcDEF123' } })], at(3));
    await annotate('arxiv:2609.00001', { note: 'mine', tags: ['light'] });
    await removePapers(db, ['arxiv:2609.00003'], at(4));
  });

  test('is one entry of the history', async () => {
    const entry = await take(FILE);
    expect((await db.journal.toArray()).filter((row) => row.intention === 'import')).toMatchObject([
      { entry, at: at(10) },
    ]);
  });

  test('keeps every row to its schema', async () => {
    await take(FILE);
    for (const row of await db.papers.toArray()) expect(Paper.safeParse(row).error).toBeUndefined();
    for (const row of await db.sightings.toArray()) expect(Sighting.safeParse(row).error).toBeUndefined();
  });

  test('that is undone leaves the library as it was, and its new papers in the trash', async () => {
    const before = await exported();
    const entry = await take(FILE);
    expect(await exported()).not.toBe(before);
    await undone(entry);
    expect(await exported()).toBe(before);
    expect(await db.trash.toCollection().primaryKeys()).toEqual(['arxiv:2609.00003', 'arxiv:2609.00009']);
  });

  test('takes back only what it brought, though another import came since', async () => {
    const { id } = LANTERNS;
    const first = await take([{ ...LANTERNS, tags: ['first'], note: 'first', starred: true }]);
    await take([{ ...LANTERNS, tags: ['second'], note: 'second' }]);
    await undone(first);
    expect(await paper(id)).toMatchObject({
      tags: ['light', 'second'],
      starred: false,
      note: 'mine\n\nfirst\n\nsecond',
    });
    expect(await db.journal.get(first ?? 0), 'the note was changed since').toMatchObject({ kept: 1 });
    await undo(db, (await db.journal.toCollection().last())?.entry ?? 0, at(21));
    expect(await db.journal.get(first ?? 0)).not.toHaveProperty('kept');
    expect(await paper(id)).toMatchObject({ tags: ['light', 'second', 'first'], starred: true });
  });

  test('can be undone after the undo of a later one', async () => {
    const before = await exported();
    const first = await take([{ ...LANTERNS, tags: ['first'], note: 'first' }]);
    const second = await take([{ ...LANTERNS, tags: ['second'], note: 'second' }]);
    await undone(second);
    await undone(first);
    expect(await exported()).toBe(before);
  });

  test('that is undone and done again is as it was', async () => {
    const entry = await take(FILE);
    const after = await exported();
    await undone(entry);
    await undo(db, (await db.journal.toCollection().last())?.entry ?? 0, at(21));
    expect(await exported()).toBe(after);
  });

  test('of many papers is undone whole', async () => {
    const before = await exported();
    const entry = await take([...many(2 * PART + 7), ...FILE]);
    await undone(entry);
    expect(await exported()).toBe(before);
  });

  test('that fails at a row leaves nothing', async () => {
    const row = (part: number, records: LibraryRecord[]) => ({
      batch: BATCH,
      part,
      records,
      source: 'library' as const,
    });
    const broken = { ...SALT, id: 7 as unknown as string, identifiers: { doi: '1' } };
    await db.staged.add(row(0, FILE.map(recordOf)));
    await db.staged.add(row(1, [recordOf(broken)]));
    await db.staged.add(row(2, [{} as LibraryRecord]));
    const before = await everything(db);
    await expect(importStaged(db, await allStaged(db), at(10))).rejects.toThrow();
    expect(await everything(db)).toEqual(before);
  });

  test('and saves at the same time lose nothing of each other', async () => {
    await stageFile(db, [...FILE, ...many(PART)]);
    const saves = [0, 1, 2].map((index) =>
      saveCards(
        db,
        [
          card({ identifiers: { openreview: `r${index}` }, abstract: 'Saved meanwhile.', listing: TUESDAY }),
          card({ identifiers: { openreview: `s${index}` }, listing: TUESDAY }),
        ],
        at(10),
      ),
    );
    await Promise.all([
      ...saves.slice(0, 1),
      importStaged(db, await allStaged(db), at(10)),
      ...saves.slice(1),
    ]);
    expect((await paper('openreview:r1')).abstract).toBe('Saved meanwhile.');
    expect((await paper('openreview:r2')).title).toBe('Lanterns and salt, number 2 of a long row');
    expect(await db.papers.count()).toBe(2 + 1 + 1 + 1 + PART + 3); // two saved, one back, one bridged, one new
    expect(await revisionOf(db)).toBe(5 + 4);
  });
});
