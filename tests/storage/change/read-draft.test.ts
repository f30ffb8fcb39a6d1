import { beforeEach, expect, test } from 'vitest';
import { readDraft, readRecords, readRivals } from '@/storage/change/read-draft';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { at, card } from '../cards';
import { openDatabase } from '../open-database';

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
