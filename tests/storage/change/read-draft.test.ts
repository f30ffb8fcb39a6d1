import { beforeEach, describe, expect, test } from 'vitest';
import { readDraft, readRecords, readRivals } from '@/storage/change/read-draft';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { keysOf } from '@/utils/paper/identity';
import { normalise, saidBy } from '@/utils/paper/normalise';
import type { Paper, PaperCard } from '@/utils/paper/schema';
import { HARBOUR, WINTER } from '../abstracts';
import { at, card } from '../cards';
import { openDatabase } from '../open-database';
import { storedPaper } from '../papers';

const ID = 'arxiv:2609.00001';
const LANTERNS = card({
  identifiers: { arxiv: '2609.00001', doi: '10.1234/a' },
  title: 'Lanterns over a quiet harbour',
});

let db: OffprintDatabase;
beforeEach(async () => {
  db = openDatabase();
  await saveCards(
    db,
    [LANTERNS, card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence' })],
    at(0),
  );
});

test.each([
  ['an identifier', { identifiers: { doi: '10.1234/a' } }],
  ['a title', { identifiers: {}, title: 'Lanterns: over a quiet harbour!' }],
  ['an id', { identifiers: {}, id: ID }],
])(
  'a draft has the record that %s leads to, with its sightings and all of its keys, and no other',
  async (_, thing) => {
    const draft = await readDraft(db, [thing]);
    expect(draft.get('papers', ID)?.title).toBe(LANTERNS.title);
    expect(draft.sightingsOf(ID)).toHaveLength(1);
    expect(draft.keysTo(ID).sort()).toEqual([ID, 'doi:10.1234/a', 'title:lanternsoveraquietharbour'].sort());
    expect(draft.get('papers', 'arxiv:2609.00002')).toBeUndefined();
  },
);

test('a draft has what lies in the trash', async () => {
  await removePapers(db, [ID], at(1));
  const draft = await readDraft(db, [{ identifiers: { arxiv: '2609.00001' } }]);
  expect(draft.get('papers', ID)).toBeUndefined();
  expect(draft.get('trash', ID)?.sightings).toHaveLength(1);
});

test('a draft knows the ids that a thing may not get: of records, and of such as left', async () => {
  await db.tombstones.add({ id: 'doi:10.1234/gone', revision: 1, at: at(0) });
  const draft = await readDraft(db, [
    { identifiers: { doi: '10.1234/gone' } },
    { identifiers: { acl: 'p1' }, id: 'arxiv:2609.00002' },
  ]);
  expect(draft.freeId('doi:10.1234/gone', 'stamp')).toBe('doi:10.1234/gone~stamp');
  expect(draft.freeId('arxiv:2609.00002', 'stamp')).toBe('arxiv:2609.00002~stamp');
  expect(draft.freeId('acl:p1', 'stamp')).toBe('acl:p1');
});

test('rivals are the records that share an identifier with one of the papers', async () => {
  await db.aliases.add({ key: 'doi:10.1234/a', paper: 'arxiv:2609.00002' });
  const draft = await readRecords(db, [ID]);
  expect(draft.get('papers', 'arxiv:2609.00002')).toBeUndefined();
  await readRivals(db, draft, [ID]);
  expect(draft.get('papers', 'arxiv:2609.00002')).toBeDefined();
});

describe('of a thousand records with one key, few are looked at', () => {
  const MANY = 1000;
  const name = (index: number) => `${String.fromCharCode(65 + (index % 26))}. Berg${index}`;

  /** Fills the library with papers by other authors, each of which has what one of `shared` says. */
  async function fill(...shared: Partial<Paper>[]): Promise<void> {
    const papers = Array.from({ length: MANY }, (_, index) => {
      const { identifiers, ...said } = shared[index % shared.length] ?? {};
      return storedPaper({
        id: `acl:w${index}`,
        ...(!said.abstract && { title: `Boat${index} fog${index} lamp${index} wharf${index}` }),
        ...said,
        identifiers: { ...identifiers, acl: `w${index}` },
        authors: [name(index)],
        publishedAt: '2020',
      });
    });
    await db.papers.bulkAdd(papers);
    await db.aliases.bulkAdd(
      papers.flatMap((paper) => [...new Set(keysOf(paper))].map((key) => ({ key, paper: paper.id }))),
    );
  }

  /** Saves a card and counts the records that were read for it. */
  async function readFor(saved: PaperCard): Promise<number> {
    const read = new Set<string>();
    const watch = (paper: { id: string } | undefined) => {
      if (paper) read.add(paper.id);
      return paper as never;
    };
    db.papers.hook('reading', watch);
    await saveCards(db, [saved], at(5));
    db.papers.hook('reading').unsubscribe(watch);
    return read.size;
  }

  const EDITORIAL = { title: 'Editorial' };
  const GERMAN = { title: 'Schlafende Laternen über dem Hafen' };
  const ENGLISH = { title: 'Sleeping lanterns above the harbour wall' };
  const BOTH = { title: `${GERMAN.title} [${ENGLISH.title}]` };
  const DOI = { identifiers: { doi: '10.1234/publisher' } };
  const UNTITLED = { abstract: HARBOUR };
  test.each<[string, Partial<Paper>[], Partial<PaperCard>]>([
    ['a common title', [EDITORIAL], EDITORIAL],
    ['a title in two languages', [GERMAN, ENGLISH, BOTH], BOTH],
    ['one DOI on a whole page', [DOI], { ...DOI, title: 'Salt and silence on the inland roads' }],
    ['title, abstract and DOI', [BOTH, DOI, UNTITLED], { ...BOTH, ...DOI, ...UNTITLED }],
    ['an abstract without a title', [UNTITLED], UNTITLED],
  ])('%s', async (_, shared, said) => {
    await fill(...shared);
    const count = await readFor(card({ authors: ['Eve Dahl'], publishedAt: '2020', ...said }));
    expect(count).toBeGreaterThanOrEqual(40);
    expect(count).toBeLessThanOrEqual(50);
  });

  test('and a precise key finds the right one among them', async () => {
    await fill(BOTH);
    const own = { ...BOTH, authors: ['Zoe Zuse'], abstract: WINTER, publishedAt: '2020' };
    const before = await db.papers.count();
    await saveCards(db, [card({ ...own, identifiers: { acl: 'z1' } })], at(1));
    expect(await db.papers.count()).toBe(before + 1);
    for (const again of [own, { ...own, identifiers: { acl: 'z1' } }])
      await saveCards(db, [card(again)], at(2));
    expect(await db.papers.count()).toBe(before + 1);
    expect(await db.papers.get('acl:z1')).toMatchObject({ authors: ['Zoe Zuse'] });
  });

  test('and no record takes the id of one that is not looked at', async () => {
    await fill(DOI);
    await db.papers.add(
      storedPaper({ id: 'doi:10.1234/publisher', ...DOI, title: 'Salt', authors: ['A B'] }),
    );
    await db.aliases.add({ key: 'doi:10.1234/publisher', paper: 'doi:10.1234/publisher' });
    const other = card({ ...DOI, title: 'The future of ferries in cold seas', authors: ['Eve Dahl'] });
    const statement = normalise(other, at(1));
    expect(statement && keysOf(saidBy(statement))[0]).toBe('doi:10.1234/publisher');
    await saveCards(db, [other], at(1));
    expect((await db.papers.get('doi:10.1234/publisher'))?.title).toBe('Salt');
    expect(await db.papers.where('id').startsWith('doi:10.1234/publisher').count()).toBe(2);
  });
});
