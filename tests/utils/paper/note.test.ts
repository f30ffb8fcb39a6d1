import { expect, test } from 'vitest';
import { joinNotes, noteOf, putNote, shownNote, stampNote, writeNote } from '@/utils/paper/note';
import type { Paper } from '@/utils/paper/schema';
import { nextStamp, type Stamp } from '@/utils/paper/stamp';

const STAMPS = Array.from({ length: 300 }, (_, i) => nextStamp(undefined, Date.UTC(2030, 0) + i, 'one'));
const [FIRST = '', SECOND = '', THIRD = ''] = STAMPS;

function recordWith(note: string): Paper {
  const authors: string[] = [];
  return {
    ...{ id: 'arxiv:2401.00001', authors, identifiers: {}, tags: [], status: 'unread', starred: false },
    ...{ savedAt: '2026-01-01T00:00:00.000Z', edited: [], origins: {}, revision: 1 },
    ...(note && { note }),
  } as Paper;
}

/** What a window that saw `seen` makes of a record, written at `stamp`. */
function write(paper: Paper, text: string, seen: readonly Stamp[], stamp: Stamp): Paper {
  const known = paper.stamps?.note;
  const written = writeNote(paper, text, seen, known);
  return { ...stampNote(written, noteOf(paper, known), stamp), stamps: { note: stamp } };
}

test('a note that is edited has one head, kept as the note itself', () => {
  const one = write(recordWith(''), 'first', [], FIRST);
  const two = write(one, 'second', [FIRST], SECOND);
  expect(two).toMatchObject({ note: 'second', replaced: [FIRST] });
  expect(two.heads).toBeUndefined();
});

test('a change that writes a record twice does not replace its own text', () => {
  const one = write(recordWith(''), 'first', [], FIRST);
  const two = stampNote(one, noteOf(one, FIRST), FIRST);
  expect(two).toMatchObject({ note: 'first' });
  expect(two.replaced).toBeUndefined();
});

test('two windows on one note: both texts stay, one above the other', () => {
  const base = write(recordWith(''), 'base', [], FIRST);
  const left = write(base, 'left', [FIRST], SECOND);
  const both = write(left, 'right', [FIRST], THIRD);
  expect(both).toMatchObject({ note: 'left\n\nright', heads: { [SECOND]: 'left', [THIRD]: 'right' } });
});

test('whoever saw both texts replaces both', () => {
  const base = write(recordWith(''), 'base', [], FIRST);
  const both = write(write(base, 'left', [FIRST], SECOND), 'right', [FIRST], THIRD);
  const [, , , fourth = ''] = STAMPS;
  const one = write(both, 'one again', [SECOND, THIRD], fourth);
  expect(one).toMatchObject({ note: 'one again', replaced: [FIRST, SECOND, THIRD] });
  expect(one.heads).toBeUndefined();
});

test('a note that was emptied stays empty, and a text written meanwhile stays', () => {
  const base = write(recordWith(''), 'base', [], FIRST);
  const emptied = write(base, '', [FIRST], SECOND);
  expect(emptied.note).toBeUndefined();
  const [a, b] = [noteOf(emptied, SECOND), noteOf(write(base, 'meanwhile', [FIRST], THIRD), THIRD)];
  expect(shownNote(joinNotes(a, b).heads)).toBe('meanwhile');
});

test('equal texts are shown once', () => {
  expect(shownNote({ [SECOND]: 'same', [FIRST]: 'same', [THIRD]: '' })).toBe('same');
});

test('of the replaced stamps the newest are kept', () => {
  let paper = write(recordWith(''), 'text', [], FIRST);
  for (const [i, stamp] of STAMPS.entries())
    if (i > 0) paper = write(paper, `text ${i}`, [STAMPS[i - 1] ?? ''], stamp);
  expect(paper.replaced).toEqual(STAMPS.slice(-201, -1));
});

test('a note that is put back is the same note', () => {
  const state = { heads: { [FIRST]: 'left', [SECOND]: 'right' }, replaced: [THIRD] };
  expect(noteOf(putNote(recordWith('old'), state), SECOND)).toEqual(state);
});
