import { beforeEach, describe, expect, test } from 'vitest';
import { redo, removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { saveNote } from '@/storage/save-note';
import type { Paper } from '@/utils/paper/schema';
import { seenHeads } from '@/utils/paper/seen-heads';
import { at, card } from './cards';
import { everything, openDatabase } from './open-database';
import { faults } from './soundness';

const ID = 'arxiv:2609.00001';
const LANTERNS = card({ title: 'Lanterns over a quiet harbour', identifiers: { arxiv: '2609.00001' } });

let db: OffprintDatabase;

beforeEach(async () => {
  db = openDatabase();
  await saveCards(db, [LANTERNS], at(0));
});

const paper = async () => (await db.papers.get(ID)) as Paper;
/** A window: what it writes is one run, by somebody who saw the note as it is now. */
async function open(run: string) {
  const seen = seenHeads(await paper());
  return (text: string, minutes: number) => saveNote(db, { paper: ID, text, seen, run }, at(minutes));
}

test('what is typed while a note is open is one step, one head and one change', async () => {
  const write = await open('a');
  const entry = await write('L', 1);
  expect(await write('La', 2)).toBe(entry);
  expect(await write('Lamps', 3)).toBe(entry);
  expect(await paper()).toMatchObject({ note: 'Lamps' });
  expect(await paper()).not.toHaveProperty('heads');
  expect(await db.journal.get(Number(entry))).toMatchObject({
    ...{ intention: 'edit', papers: 1, paper: ID, what: [{ field: 'note', how: 'set' }] },
  });
  expect(await db.changes.where({ entry }).toArray()).toMatchObject([{ changes: [{}] }]);
  await undo(db, Number(entry), at(4));
  expect(await paper()).not.toHaveProperty('note');
  await redo(db, at(5));
  expect(await paper()).toMatchObject({ note: 'Lamps' });
  expect(await faults(db)).toEqual([]);
});

test('the same text once more, or no letter at all, changes nothing', async () => {
  const write = await open('a');
  expect(await write('', 1)).toBeUndefined();
  await write('Lamps', 1);
  const before = await everything(db);
  expect(await write('Lamps', 2)).toBeUndefined();
  expect(await everything(db)).toEqual(before);
});

test('other edits between two letters stay when the note is undone', async () => {
  const write = await open('a');
  const entry = await write('L', 1);
  await editPapers(db, [ID], { set: { starred: true, title: 'Lamps' }, add: { tags: ['ml'] } }, at(2));
  await write('Lamps', 3);
  await undo(db, Number(entry), at(4));
  expect(await paper()).toMatchObject({ starred: true, title: 'Lamps', tags: ['ml'] });
  expect(await paper()).not.toHaveProperty('note');
  expect((await db.journal.get(Number(entry)))?.kept).toBeUndefined();
});

describe('two windows on one note', () => {
  test('both texts stay, one above the other, however they alternate', async () => {
    const [one, other] = [await open('a'), await open('b')];
    await one('One', 1);
    await other('Other', 2);
    await one('One more', 3);
    await other('Other too', 4);
    expect(await paper()).toMatchObject({ note: 'One more\n\nOther too' });
    expect(Object.keys((await paper()).heads ?? {})).toHaveLength(2);
    expect(await db.journal.count()).toBe(3);
  });

  test('who sees both writes one', async () => {
    const [one, other] = [await open('a'), await open('b')];
    await one('One', 1);
    await other('Other', 2);
    await (await open('c'))('Both', 3);
    expect(await paper()).toMatchObject({ note: 'Both' });
    expect(await paper()).not.toHaveProperty('heads');
  });

  test('undo takes one text back and leaves the other', async () => {
    await (await open('x'))('Before', 1);
    const [one, other] = [await open('a'), await open('b')];
    await one('Before, one', 2);
    await other('Before, other', 3);
    const entry = await one('Before, one more', 4);
    await undo(db, Number(entry), at(5));
    expect(await paper()).toMatchObject({ note: 'Before, other' });
    await redo(db, at(6));
    expect((await paper()).note).toContain('Before, one more');
  });
});

test('after an undo the next letter is a new step', async () => {
  const write = await open('a');
  const entry = Number(await write('Lamps', 1));
  await undo(db, entry, at(2));
  expect(await write('Lamps!', 3)).not.toBe(entry);
  expect((await paper()).note).toBe('Lamps!');
});

test('a note of 100,000 characters with HTML in it is kept as it is, a longer one is refused', async () => {
  const write = await open('a');
  const long = `<script>alert(1)</script>${'x'.repeat(99_975)}`;
  await write(long, 1);
  expect((await paper()).note).toBe(long);
  await expect(write(`${long}y`, 2)).rejects.toMatchObject({ code: 'longNote' });
  expect((await paper()).note).toBe(long);
});

test('a note on a paper that another window removes brings it back; one that is gone is refused', async () => {
  const write = await open('a');
  await write('L', 1);
  await removePapers(db, [ID], at(2));
  await write('Lamps', 3);
  expect(await paper()).toMatchObject({ note: 'Lamps' });
  expect(await faults(db)).toEqual([]);
  await expect(
    saveNote(db, { paper: 'arxiv:2609.99999', text: 'x', seen: [], run: 'a' }, at(4)),
  ).rejects.toMatchObject({ code: 'refused' });
});
