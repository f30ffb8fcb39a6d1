import { beforeEach, describe, expect, test } from 'vitest';
import { removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { Paper, type PaperCard, type Sighting } from '@/utils/paper/schema';
import { at, card, daysAfter, MONDAY, TUESDAY, WEDNESDAY } from './cards';
import { everything, openDatabase, revisionOf } from './open-database';
import { withoutStamps } from './papers';
import { see } from './see';

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

const ARXIV = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const DOI = card({
  identifiers: { doi: '10.1234/lantern' },
  title: 'Lanterns, published',
  listing: TUESDAY,
});
/** Knows both keys, so that ARXIV's record and DOI's turn out to be one paper. */
const BRIDGE = card({
  identifiers: { arxiv: '2609.00001', doi: '10.1234/lantern' },
  title: 'Lanterns over a quiet harbour',
  listing: WEDNESDAY,
});
const UNNAMED = card({ title: ' \u200b ' });

async function entryOf(work: Promise<number | undefined>): Promise<number> {
  const entry = await work;
  if (entry === undefined) throw new Error('nothing was journalled');
  return entry;
}

async function paper(id: string): Promise<Paper> {
  const found = await db.papers.get(id);
  if (!found) throw new Error(`${id} is not in the library`);
  return found;
}

async function ids(): Promise<string[]> {
  return db.papers.toCollection().primaryKeys();
}

async function aliasesOf(key: string): Promise<string[]> {
  return (await db.aliases.where({ key }).toArray()).map((alias) => alias.paper);
}

async function sightingsOn(url: string): Promise<Sighting[]> {
  return db.sightings.filter((sighting) => sighting.url === url).toArray();
}

/** What the user added by hand; there is no command for it yet. */
async function annotate(id: string, fields: Partial<Paper>): Promise<void> {
  expect(await db.papers.update(id, fields)).toBe(1);
}

describe('saving', () => {
  test('a new paper is kept with what the card said', async () => {
    await saveCards(
      db,
      [
        {
          ...ARXIV,
          abstract: 'Light.\nOn water.',
          authors: ['Ada Byron'],
          upvotes: 7,
          listedAt: '2026-09-28',
        },
      ],
      at(0),
    );
    const saved = await paper('arxiv:2609.00001');
    expect(saved).toMatchObject({
      title: 'Lanterns over a quiet harbour',
      abstract: 'Light. On water.',
      authors: ['Ada Byron'],
      url: 'https://arxiv.org/abs/2609.00001',
      savedAt: at(0),
      status: 'unread',
      revision: 1,
    });
    expect(() => Paper.parse(saved)).not.toThrow();
    expect(await db.sightings.toArray()).toEqual([
      {
        paper: 'arxiv:2609.00001',
        site: 'huggingface',
        url: MONDAY,
        seenAt: at(0),
        listedAt: '2026-09-28',
        upvotes: 7,
      },
    ]);
  });

  test('one paper from two listings is one record with two sightings', async () => {
    await saveCards(db, [ARXIV], at(0));
    await saveCards(db, [{ ...ARXIV, listing: TUESDAY }], at(1));
    expect(await ids()).toEqual(['arxiv:2609.00001']);
    expect((await db.sightings.toArray()).map((sighting) => sighting.url)).toEqual([MONDAY, TUESDAY]);
  });

  test.each<[string, PaperCard, PaperCard]>([
    [
      'another arXiv version',
      card({ identifiers: { arxiv: '2609.00001v1' }, title: 'A first title here' }),
      card({ identifiers: { arxiv: 'arXiv:2609.00001v3' }, title: 'Quite another title now' }),
    ],
    [
      "arXiv's DOI",
      card({ identifiers: { arxiv: '2609.00001' } }),
      card({ identifiers: { doi: 'https://doi.org/10.48550/arXiv.2609.00001' } }),
    ],
    [
      'the DOI in capitals',
      card({ identifiers: { doi: '10.1234/abc' } }),
      card({ identifiers: { doi: 'https://doi.org/10.1234/ABC' } }),
    ],
    [
      'the title in other type',
      card({ title: 'Über den Räumen: eine Studie' }),
      card({ title: 'UBER  DEN RAUMEN – EINE STUDIE' }),
    ],
    [
      'the title, one with an identifier',
      card({ title: 'Lanterns over a quiet harbour' }),
      card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' }),
    ],
  ])('the same paper is known by %s', async (_, first, second) => {
    await saveCards(db, [first], at(0));
    await saveCards(db, [second], at(1));
    expect(await ids()).toHaveLength(1);
  });

  test.each<[string, Partial<PaperCard>, Partial<PaperCard>]>([
    ['arXiv ids', { identifiers: { arxiv: '2609.00001' } }, { identifiers: { arxiv: '2609.00002' } }],
    ['first authors', { authors: ['Ada Byron'] }, { authors: ['Grace Hopper'] }],
  ])('the same title with contradicting %s makes two records', async (_, first, second) => {
    const title = 'Lanterns over a quiet harbour';
    await saveCards(db, [card({ title, ...first })], at(0));
    await saveCards(db, [card({ title, ...second })], at(1));
    expect(new Set(await ids()).size).toBe(2);
    // each is found again by the same card
    await saveCards(db, [card({ title, ...first }), card({ title, ...second })], at(2));
    expect(await ids()).toHaveLength(2);
  });

  test('a generic title needs more than itself', async () => {
    await saveCards(db, [card({ title: 'Editorial' })], at(0));
    await saveCards(db, [card({ title: 'Editorial', abstract: 'Another one.' })], at(1));
    const own = expect.stringMatching(/^title:editorial~[\da-z]{22}$/);
    expect(await ids()).toEqual([own, own]);
    expect(new Set(await ids()).size).toBe(2);
  });

  test('a card that speaks of two contradicting papers does not make them one', async () => {
    const title = 'Lanterns over a quiet harbour';
    await saveCards(db, [card({ title, identifiers: { arxiv: '2609.00001' } })], at(0));
    await saveCards(db, [card({ title, identifiers: { arxiv: '2609.00002' } })], at(1));
    await saveCards(db, [card({ title, listing: TUESDAY })], at(2));
    expect(await ids()).toEqual(expect.arrayContaining(['arxiv:2609.00001', 'arxiv:2609.00002']));
  });

  test('a card without authors does not join papers of two authors', async () => {
    const title = 'Lanterns over a quiet harbour';
    await saveCards(db, [card({ title, authors: ['Ada Byron'], identifiers: { doi: '10.1234/a' } })], at(0));
    await saveCards(db, [card({ title, authors: ['Grace Hopper'] })], at(1));
    await saveCards(db, [card({ title, identifiers: { doi: '10.1234/a' }, listing: TUESDAY })], at(2));
    expect((await db.papers.toArray()).map((kept) => kept.authors[0]).sort()).toEqual([
      'Ada Byron',
      'Grace Hopper',
    ]);
  });

  test('a card that cannot be named is refused, and with it none is saved', async () => {
    await expect(saveCards(db, [ARXIV, UNNAMED], at(0))).rejects.toMatchObject({ code: 'unnamed' });
    expect(await db.papers.count()).toBe(0);
    expect(await revisionOf(db)).toBe(0);
  });

  test.each([['about:blank'], ['']])(
    'a card of the listing %j is saved without a sighting',
    async (listing) => {
      await saveCards(db, [{ ...ARXIV, listing }], at(0));
      expect(await db.papers.count()).toBe(1);
      expect(await db.sightings.count()).toBe(0);
    },
  );

  test('a record of the longest title keeps to the schema', async () => {
    await saveCards(db, [card({ title: '한국어 논문 제목 '.repeat(200) })], at(0));
    const [kept] = await db.papers.toArray();
    expect(Paper.safeParse(kept).error).toBeUndefined();
  });

  test('a name that is no identifier namespace is not kept', async () => {
    await saveCards(db, [card({ ...ARXIV, identifiers: { arxiv: '2609.00001', 'Not one!': 'x' } })], at(0));
    expect(Paper.safeParse(await paper('arxiv:2609.00001')).error).toBeUndefined();
  });

  test('an identifier cannot pose as the title of another paper', async () => {
    await saveCards(db, [card({ title: 'Lanterns over a quiet harbour', authors: ['Ada Byron'] })], at(0));
    const posing = card({
      identifiers: { title: 'lanternsoveraquietharbour' },
      title: 'Another thing altogether, friends',
      authors: ['Grace Hopper'],
    });
    await saveCards(db, [posing], at(1));
    expect(await db.papers.count()).toBe(2);
  });
});

describe('merging', () => {
  beforeEach(async () => {
    await saveCards(db, [ARXIV], at(0));
    await saveCards(db, [DOI], at(1));
    await annotate('arxiv:2609.00001', { note: 'seen at home', tags: ['light'], starred: false });
    await annotate('doi:10.1234/lantern', { note: 'seen at work', tags: ['water', 'light'], starred: true });
  });

  test('a card that knows both keys makes one of two records; the one saved first keeps its id', async () => {
    await saveCards(db, [BRIDGE], at(2));
    expect(await ids()).toEqual(['arxiv:2609.00001']);
    expect(await aliasesOf('doi:10.1234/lantern')).toEqual(['arxiv:2609.00001']);
    const merged = await paper('arxiv:2609.00001');
    expect(merged).toMatchObject({
      note: 'seen at home\n\nseen at work',
      tags: ['light', 'water'],
      starred: true,
      savedAt: at(0),
      identifiers: { arxiv: '2609.00001', doi: '10.1234/lantern' },
    });
    expect(await db.sightings.toArray()).toMatchObject(
      [MONDAY, TUESDAY, WEDNESDAY].map((url) => ({ paper: 'arxiv:2609.00001', url })),
    );
    expect(await db.tombstones.toArray()).toMatchObject([{ id: 'doi:10.1234/lantern' }]);
  });

  test('both old cards lead to the merged record', async () => {
    await saveCards(db, [BRIDGE], at(2));
    await saveCards(db, [ARXIV, DOI], at(3));
    expect(await ids()).toEqual(['arxiv:2609.00001']);
  });

  test('undoing the merge restores both records', async () => {
    const before = await everything(db);
    const entry = await entryOf(saveCards(db, [BRIDGE], at(2)));
    await undo(db, entry, at(3));
    const after = await everything(db);
    const plain = (papers: unknown[] = []) => (papers as Paper[]).map(withoutStamps);
    expect(plain(after.papers)).toEqual(plain(before.papers));
    expect(after.sightings).toEqual(before.sightings);
    expect(after.aliases).toEqual(before.aliases);
    expect(after.tombstones).toEqual([]);
    expect(after.trash).toEqual([]);
  });

  test('undoing the merge after a later sighting restores both records and keeps the sighting', async () => {
    const before = await db.papers.toArray();
    const entry = await entryOf(saveCards(db, [BRIDGE], at(2)));
    const later = 'https://huggingface.co/papers/date/2026-10-01';
    await see(db, [{ ...BRIDGE, listing: later, abstract: 'Light on water.' }], at(3));
    await undo(db, entry, at(4));
    expect(await ids()).toEqual(before.map(({ id }) => id));
    for (const old of before) {
      const { title, note, tags, starred, identifiers } = old;
      expect(await paper(old.id)).toMatchObject({ title, note, tags, starred, identifiers });
    }
    expect((await paper('arxiv:2609.00001')).abstract).toBe('Light on water.');
    expect(await sightingsOn(later)).toMatchObject([{ paper: 'arxiv:2609.00001' }]);
  });

  test('undoing the merge after a later sighting that named the paper anew parts their identifiers', async () => {
    const entry = await entryOf(saveCards(db, [BRIDGE], at(2)));
    await see(db, [{ ...BRIDGE, identifiers: { arxiv: '2609.00001', openreview: 'abcDEF123' } }], at(3));
    await undo(db, entry, at(4));
    expect((await paper('arxiv:2609.00001')).identifiers).toEqual({
      arxiv: '2609.00001',
      openreview: 'abcDEF123',
    });
    expect((await paper('doi:10.1234/lantern')).identifiers).toEqual({ doi: '10.1234/lantern' });
  });

  test('a later sighting on the listing of the absorbed record survives the undo', async () => {
    const entry = await entryOf(saveCards(db, [BRIDGE], at(2)));
    await see(db, [{ ...DOI, upvotes: 99 }], at(3));
    await undo(db, entry, at(4));
    expect((await sightingsOn(TUESDAY)).map(({ upvotes }) => upvotes)).toContain(99);
  });

  test('seeing a card that knows both keys merges nothing: nobody asked for it', async () => {
    expect(await see(db, [BRIDGE], at(2))).toEqual([true]);
    expect(await ids()).toEqual(['arxiv:2609.00001', 'doi:10.1234/lantern']);
  });

  test('a merge that was undone stays undone when the card is seen again', async () => {
    const entry = await entryOf(saveCards(db, [BRIDGE], at(2)));
    await undo(db, entry, at(3));
    await see(db, [BRIDGE], at(4));
    expect(await ids()).toEqual(['arxiv:2609.00001', 'doi:10.1234/lantern']);
  });

  test('the id of an absorbed record is not given to another paper', async () => {
    const title = 'An untold story of lanterns';
    const [identifiers, authors] = [{ arxiv: '2609.00009' }, ['Ada Byron']];
    await saveCards(db, [card({ identifiers, title: 'Harbours at night, and why', authors })], at(1));
    await saveCards(db, [card({ title, authors })], at(2));
    await saveCards(db, [card({ identifiers, title, authors })], at(3));
    expect(await aliasesOf(`title:anuntoldstoryoflanterns`)).toEqual(['arxiv:2609.00009']);
    await saveCards(db, [card({ title, authors: ['Grace Hopper'] })], at(4));
    expect(await db.papers.get('title:anuntoldstoryoflanterns')).toBeUndefined();
  });
});

describe('seeing', () => {
  test('tells card by card what is saved', async () => {
    await saveCards(db, [ARXIV], at(0));
    expect(await see(db, [DOI, ARXIV, UNNAMED], at(1))).toEqual([false, true, false]);
  });

  test('of unknown papers leaves no trace', async () => {
    await saveCards(db, [ARXIV], at(0));
    const before = await everything(db);
    await see(db, [DOI, UNNAMED], at(1));
    expect(await everything(db)).toEqual(before);
  });

  test('of a removed paper leaves no trace', async () => {
    await saveCards(db, [ARXIV], at(0));
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    const before = await everything(db);
    expect(await see(db, [{ ...ARXIV, abstract: 'Light.' }], at(2))).toEqual([false]);
    expect(await everything(db)).toEqual(before);
  });

  test('does not bring a removed paper back beside a saved one', async () => {
    await saveCards(db, [ARXIV, DOI], at(0));
    await removePapers(db, ['doi:10.1234/lantern'], at(1));
    expect(await see(db, [BRIDGE], at(2))).toEqual([true]);
    expect(await db.trash.toCollection().primaryKeys()).toEqual(['doi:10.1234/lantern']);
  });

  test('fills in a missing abstract and adds the sighting', async () => {
    await saveCards(db, [ARXIV], at(0));
    await see(db, [{ ...ARXIV, listing: TUESDAY, abstract: 'Light on water.', upvotes: 3 }], at(1));
    expect(await paper('arxiv:2609.00001')).toMatchObject({ abstract: 'Light on water.', revision: 2 });
    expect(await db.sightings.get(['arxiv:2609.00001', 'huggingface', TUESDAY])).toMatchObject({
      seenAt: at(1),
      upvotes: 3,
    });
  });

  test('keeps new figures of a known sighting', async () => {
    await saveCards(db, [{ ...ARXIV, upvotes: 1, submitter: 'grace' }], at(0));
    await see(db, [{ ...ARXIV, upvotes: 9 }], at(1));
    expect(await db.sightings.toArray()).toMatchObject([{ upvotes: 9, seenAt: at(1), submitter: 'grace' }]);
  });

  test('that is no news stays as it was, also if the page says more of the paper', async () => {
    await saveCards(db, [{ ...ARXIV, upvotes: 3 }], at(0));
    await see(db, [{ ...ARXIV, upvotes: 3, abstract: 'A harbour at night.' }], at(9));
    expect(await db.papers.toArray()).toMatchObject([{ abstract: 'A harbour at night.' }]);
    expect(await db.sightings.toArray()).toMatchObject([{ upvotes: 3, seenAt: at(0) }]);
  });

  test('does not overwrite what the user edited', async () => {
    await saveCards(db, [ARXIV], at(0));
    await annotate('arxiv:2609.00001', { title: 'My title', edited: ['title'] });
    await see(db, [{ ...ARXIV, title: 'Their title', embedded: ['title'] }], at(1));
    expect(await paper('arxiv:2609.00001')).toMatchObject({ title: 'My title' });
  });

  test.each<[string, PaperCard, PaperCard]>([
    ['the same card', { ...ARXIV, upvotes: 4 }, { ...ARXIV, upvotes: 4 }],
    ['fewer figures', { ...ARXIV, upvotes: 4 }, ARXIV],
    ['fewer identifiers', BRIDGE, { ...BRIDGE, identifiers: ARXIV.identifiers }],
    ['the weaker identifier only', BRIDGE, { ...BRIDGE, identifiers: DOI.identifiers }],
    [
      'identifiers in another order',
      BRIDGE,
      { ...BRIDGE, identifiers: Object.fromEntries(Object.entries(BRIDGE.identifiers).toReversed()) },
    ],
  ])('writes nothing for %s', async (_, saved, seen) => {
    await saveCards(db, [saved], at(0));
    const before = await everything(db);
    expect(await see(db, [seen], at(1))).toEqual([true]);
    expect(await everything(db)).toEqual(before);
  });
});

describe('removing', () => {
  test('moves a paper with its sightings to the trash; its aliases stay', async () => {
    await saveCards(db, [ARXIV], at(0));
    await saveCards(db, [{ ...ARXIV, listing: TUESDAY }], at(1));
    const saved = await paper('arxiv:2609.00001');
    await removePapers(db, ['arxiv:2609.00001'], at(2));
    expect(await db.papers.count()).toBe(0);
    expect(await db.sightings.count()).toBe(0);
    expect(await db.trash.toArray()).toMatchObject([
      {
        id: 'arxiv:2609.00001',
        trashedAt: at(2),
        paper: saved,
        sightings: [{ url: MONDAY }, { url: TUESDAY }],
      },
    ]);
    expect(await aliasesOf('arxiv:2609.00001')).toEqual(['arxiv:2609.00001']);
    expect(await db.tombstones.toArray()).toEqual([{ id: 'arxiv:2609.00001', revision: 3, at: at(2) }]);
  });

  test('what is not there changes nothing', async () => {
    expect(await removePapers(db, ['arxiv:2609.09999'], at(0))).toBeUndefined();
    expect(await revisionOf(db)).toBe(0);
  });

  test('a removed paper that is saved again has its note, tags and sightings back', async () => {
    await saveCards(db, [ARXIV], at(0));
    await annotate('arxiv:2609.00001', { note: 'mine', tags: ['light'] });
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    await saveCards(db, [{ ...ARXIV, listing: TUESDAY }], at(2));
    expect(await paper('arxiv:2609.00001')).toMatchObject({ note: 'mine', tags: ['light'], savedAt: at(0) });
    expect(await db.sightings.count()).toBe(2);
    expect(await db.trash.count()).toBe(0);
    expect(await db.tombstones.count()).toBe(0);
  });

  test('undoing that puts it into the trash again, note and all', async () => {
    await saveCards(db, [ARXIV], at(0));
    await annotate('arxiv:2609.00001', { note: 'mine' });
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    const entry = await entryOf(saveCards(db, [ARXIV], at(2)));
    await undo(db, entry, at(3));
    expect(await db.papers.count()).toBe(0);
    expect(await db.trash.toArray()).toMatchObject([{ paper: { note: 'mine' } }]);
  });
});

describe('undoing', () => {
  test('a save puts the paper into the trash', async () => {
    const entry = await entryOf(saveCards(db, [ARXIV, DOI], at(0)));
    await undo(db, entry, at(1));
    expect(await db.papers.count()).toBe(0);
    expect(await db.sightings.count()).toBe(0);
    expect(await db.trash.count()).toBe(2);
  });

  test('a save takes only its own part of a record back', async () => {
    await saveCards(db, [ARXIV], at(0));
    const before = await paper('arxiv:2609.00001');
    const entry = await entryOf(
      saveCards(db, [{ ...ARXIV, listing: TUESDAY, abstract: 'Light.', authors: ['Ada Byron'] }], at(1)),
    );
    await annotate('arxiv:2609.00001', { note: 'typed since' });
    await undo(db, entry, at(2));
    const after = await paper('arxiv:2609.00001');
    expect(withoutStamps(after as Paper)).toEqual(withoutStamps({ ...before, note: 'typed since' } as Paper));
    expect(await db.sightings.toArray()).toMatchObject([{ url: MONDAY }]);
  });

  test('a removal brings the paper back with its sightings', async () => {
    await saveCards(db, [ARXIV], at(0));
    await annotate('arxiv:2609.00001', { note: 'mine' });
    const entry = await entryOf(removePapers(db, ['arxiv:2609.00001'], at(1)));
    await undo(db, entry, at(2));
    expect(await paper('arxiv:2609.00001')).toMatchObject({ note: 'mine' });
    expect(await db.sightings.count()).toBe(1);
    expect(await db.trash.count()).toBe(0);
    expect(await db.tombstones.count()).toBe(0);
  });

  test('a removal gives the paper a new revision, by which readers notice', async () => {
    await saveCards(db, [ARXIV], at(0));
    const entry = await entryOf(removePapers(db, ['arxiv:2609.00001'], at(1)));
    await undo(db, entry, at(2));
    expect(await paper('arxiv:2609.00001')).toMatchObject({ revision: 3 });
  });

  test('an undo does the change again', async () => {
    const save = await entryOf(saveCards(db, [ARXIV], at(0)));
    const undone = await entryOf(undo(db, save, at(1)));
    await undo(db, undone, at(2));
    expect(await ids()).toEqual(['arxiv:2609.00001']);
    expect(await db.sightings.count()).toBe(1);
    expect(await db.trash.count()).toBe(0);
  });

  test('the undo of a merge merges again, and saving then doubles no note', async () => {
    await saveCards(db, [ARXIV], at(0));
    await saveCards(db, [DOI], at(1));
    await annotate('arxiv:2609.00001', { note: 'seen at home' });
    await annotate('doi:10.1234/lantern', { note: 'seen at work' });
    const merge = await entryOf(saveCards(db, [BRIDGE], at(2)));
    const undone = await entryOf(undo(db, merge, at(3)));
    await undo(db, undone, at(4));
    expect(await ids()).toEqual(['arxiv:2609.00001']);
    expect(await aliasesOf('doi:10.1234/lantern')).toContain('arxiv:2609.00001');
    await saveCards(db, [DOI], at(5));
    expect(await paper('arxiv:2609.00001')).toMatchObject({ note: 'seen at home\n\nseen at work' });
  });

  test('a batch that created a record and merged it away leaves it whole in the trash', async () => {
    await saveCards(db, [DOI], at(0));
    const entry = await entryOf(saveCards(db, [ARXIV, BRIDGE], at(1)));
    expect(await ids()).toEqual(['doi:10.1234/lantern']);
    await undo(db, entry, at(2));
    expect(await db.trash.toArray()).toMatchObject([
      { id: 'arxiv:2609.00001', sightings: [{ url: MONDAY }] },
    ]);
    await saveCards(db, [ARXIV], at(3));
    expect(await ids()).toEqual(['arxiv:2609.00001', 'doi:10.1234/lantern']);
  });

  test('an older removal does not undo a newer one, nor lose what came between', async () => {
    await saveCards(db, [ARXIV], at(0));
    const entry = await entryOf(removePapers(db, ['arxiv:2609.00001'], at(1)));
    await saveCards(db, [{ ...ARXIV, listing: TUESDAY, abstract: 'Light.' }], at(2));
    await removePapers(db, ['arxiv:2609.00001'], at(3));
    await undo(db, entry, at(4)).catch(() => undefined);
    const live = await db.papers.get('arxiv:2609.00001');
    const trashed = await db.trash.get('arxiv:2609.00001');
    expect((live ?? trashed?.paper)?.abstract).toBe('Light.');
  });

  test('twice is refused and changes nothing', async () => {
    const entry = await entryOf(saveCards(db, [ARXIV], at(0)));
    await undo(db, entry, at(1));
    const before = await everything(db);
    await expect(undo(db, entry, at(2))).rejects.toMatchObject({ code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });

  test('what was never journalled is refused', async () => {
    await expect(undo(db, 77, at(0))).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the journal', () => {
  test('forgets after 90 days of use', async () => {
    const entry = await entryOf(saveCards(db, [ARXIV], at(0)));
    for (let day = 1; day < 90; day++) await unsaveOrSave(day);
    expect(await db.journal.get(entry)).toBeDefined();
    await unsaveOrSave(90);
    expect(await db.journal.get(entry)).toBeUndefined();
    expect(await db.changes.where({ entry }).count()).toBe(0);
    await expect(undo(db, entry, daysAfter(91))).rejects.toMatchObject({ code: 'refused' });
  });

  test('keeps everything though the clock jumps far ahead, and back', async () => {
    const entry = await entryOf(saveCards(db, [ARXIV], at(0)));
    await saveCards(db, [DOI], '2100-01-01T00:00:00.000Z');
    await saveCards(db, [{ ...DOI, listing: MONDAY }], '1970-01-01T00:00:00.000Z');
    await undo(db, entry, at(1));
    expect(await ids()).toEqual(['doi:10.1234/lantern']);
  });

  async function unsaveOrSave(day: number): Promise<void> {
    await (day % 2 === 1
      ? removePapers(db, ['arxiv:2609.00001'], daysAfter(day))
      : saveCards(db, [ARXIV], daysAfter(day)));
  }
});

test('every write bumps the revision by one', async () => {
  const revisions = [await revisionOf(db)];
  const note = async (work: Promise<unknown>) => {
    await work;
    revisions.push(await revisionOf(db));
  };
  await note(saveCards(db, [ARXIV, DOI], at(0)));
  await note(see(db, [{ ...ARXIV, abstract: 'Light.' }], at(1)));
  await note(removePapers(db, ['arxiv:2609.00001'], at(2)));
  await note(undo(db, 2, at(3)));
  expect(revisions).toEqual([0, 1, 2, 3, 4]);
});

describe('a write that fails', () => {
  test.each(['papers', 'aliases', 'sightings', 'journal'] as const)(
    'in %s leaves nothing behind',
    async (name) => {
      await saveCards(db, [DOI], at(0));
      const before = await everything(db);
      db.table(name).hook('creating', () => {
        throw new Error('the disk is gone');
      });
      await expect(saveCards(db, [ARXIV, { ...DOI, abstract: 'New.' }], at(1))).rejects.toThrow(
        'the disk is gone',
      );
      expect(await everything(db)).toEqual(before);
    },
  );

  test('halfway through a merge leaves both records', async () => {
    await saveCards(db, [ARXIV], at(0));
    await saveCards(db, [DOI], at(1));
    const before = await everything(db);
    db.papers.hook('deleting', () => {
      throw new Error('the disk is gone');
    });
    await expect(saveCards(db, [BRIDGE], at(2))).rejects.toThrow('the disk is gone');
    expect(await everything(db)).toEqual(before);
  });

  test('for want of room says so', async () => {
    db.sightings.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const error = await saveCards(db, [ARXIV], at(0)).catch((reason: unknown) => reason);
    expect(failureCode(error)).toBe('full');
    expect(await db.papers.count()).toBe(0);
  });
});
