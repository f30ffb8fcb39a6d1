/** Copies of one library that part, are changed and meet by their backups. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { record } from '@/storage/change/journal';
import { readRecords } from '@/storage/change/read-draft';
import { importStaged, removePapers, restorePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { backUpLibrary } from '@/storage/export/back-up';
import { planImport } from '@/storage/import/reader';
import { lastUndoable } from '@/storage/library';
import { setTagColour } from '@/storage/tag-notes';
import type { Paper } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { LONG } from '../long';
import { card } from './cards';
import { allStaged, BATCH, withDatabase } from './open-database';

const RUNS = { numRuns: LONG ? 1000 : 30 };
const PAPERS = 3;

interface Edit {
  on: number;
  do: 'edit';
  paper: number;
  field: 'tags' | 'note' | 'starred' | 'status';
  value: number;
}
type Step =
  | Edit
  | { on: number; do: 'save' | 'remove' | 'restore'; paper: number }
  | { on: number; do: 'undo' }
  | { on: number; do: 'colour'; tag: string; colour: number | null }
  | { on: number; do: 'meet'; from: number };

const on = fc.nat(1);
const which = fc.nat(PAPERS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    on,
    do: fc.constantFrom('save' as const, 'remove' as const, 'restore' as const),
    paper: which,
  }),
  fc.record({
    ...{ on, do: fc.constant('edit' as const), paper: which, value: fc.nat(2) },
    field: fc.constantFrom('tags' as const, 'note' as const, 'starred' as const, 'status' as const),
  }),
  fc.record({ on, do: fc.constant('undo' as const) }),
  fc.record({
    ...{ on, do: fc.constant('colour' as const), tag: fc.constantFrom('ml', 'ML', 'to read') },
    colour: fc.option(fc.nat(3)),
  }),
  fc.record({ on, do: fc.constant('meet' as const), from: on }),
);

const VALUES = {
  tags: [[], ['ml'], ['ml', 'to read']],
  note: [undefined, 'Mine.', 'Yours.'],
  starred: [false, true, true],
  status: ['unread', 'reading', 'read'],
};

const arxiv = (paper: number) => `2609.0000${paper}`;
const cardOf = (paper: number) =>
  card({ identifiers: { arxiv: arxiv(paper) }, title: `Paper ${arxiv(paper)}` });

async function take(dbs: readonly OffprintDatabase[], one: Step, now: string): Promise<void> {
  const db = dbs[one.on] as OffprintDatabase;
  if (one.do === 'meet') return void (await meet(db, dbs[one.from] as OffprintDatabase, now));
  if (one.do === 'undo') {
    const last = await lastUndoable(db);
    if (last) await undo(db, last.entry, now);
    return;
  }
  if (one.do === 'colour') return setTagColour(db, one.tag, one.colour, now);
  const id = `arxiv:${arxiv(one.paper)}`;
  if (one.do === 'save') await saveCards(db, [cardOf(one.paper)], now);
  else if (one.do === 'remove') await removePapers(db, [id], now);
  else if (one.do === 'restore') await restorePapers(db, [id], now);
  else if (one.do === 'edit') await edit(db, id, one, now);
}

/** As the commands of an editor will. */
async function edit(db: OffprintDatabase, id: string, { field, value }: Edit, now: string): Promise<void> {
  await record(db, { intention: 'import' }, now, async (write) => {
    const draft = await readRecords(db, [id]);
    const paper = draft.get('papers', id);
    if (paper) draft.put('papers', present<Paper>({ ...paper, [field]: VALUES[field][value] }));
    await write(draft);
  });
}

async function meet(db: OffprintDatabase, other: OffprintDatabase, now: string): Promise<string> {
  const text = await (await backUpLibrary(other, now)).text();
  await planImport(db, BATCH, { files: [new Blob([text])] }, () => {});
  await importStaged(db, await allStaged(db), now);
  return text;
}

const withoutDay = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '');

test('copies that meet become the same, and meeting again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20, size: 'max' }), async (steps) => {
      await withDatabase((a) =>
        withDatabase(async (b) => {
          const dbs = [a, b];
          for (const [index, db] of dbs.entries())
            await db.settings.put({ name: 'session', value: `session00${index}` });
          const at = (minute: number) => new Date(Date.UTC(2026, 8, 28, 6, minute)).toISOString();
          for (const [index, one] of steps.entries()) await take(dbs, one, at(index));
          await meet(a, b, at(60));
          await meet(b, a, at(61));
          const [left, right] = await Promise.all(
            dbs.map(async (db) => (await backUpLibrary(db, at(62))).text()),
          );
          expect(right).toBe(left);
          const revision = await a.settings.get('revision');
          expect(withoutDay(await meet(a, b, at(63)))).toBe(withoutDay(left ?? ''));
          expect(await a.settings.get('revision')).toEqual(revision);
        }),
      );
    }),
    RUNS,
  );
});
