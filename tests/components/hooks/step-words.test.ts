import { describe, expect, test } from 'vitest';
import { stepWords } from '@/components/hooks/step-words';
import type { Edited, JournalEntry } from '@/storage/database';
import { at } from '@/tests/storage/cards';

/** Undefined takes a field away. */
type Fields = { [Name in keyof JournalEntry]?: JournalEntry[Name] | undefined };

const step = (fields: Fields): JournalEntry =>
  ({
    entry: 1,
    at: at(0),
    intention: 'edit',
    papers: 1,
    title: 'Lanterns',
    ...fields,
  }) as JournalEntry;

const search = (how: 'add' | 'set' | 'remove'): Fields => ({
  ...{ intention: 'search', papers: 0, what: [{ field: 'search', how }] },
});

describe('a step', () => {
  test.each<[Fields, string]>([
    [{ intention: 'save' }, 'Saved “Lanterns”'],
    [{ intention: 'save', papers: 2, title: '' }, 'Saved 2 papers'],
    [{ intention: 'remove', papers: 5010 }, 'Removed 5,010 papers'],
    [{ intention: 'undo' }, 'Undid “Lanterns”'],
    [{ intention: 'restore', title: String.raw`In $\mathcal{O}(n^2)$` }, 'Restored “In O(n²)”'],
    [{ intention: 'save', title: '' }, 'Saved 1 paper'],
    [search('add'), 'Saved the search “Lanterns”'],
    [search('set'), 'Changed the search “Lanterns”'],
    [search('remove'), 'Deleted the search “Lanterns”'],
  ])('%j is told as “%s”', (fields, words) => {
    expect(stepWords(step(fields))).toBe(words);
  });
});

describe('an edit', () => {
  const edited = (...what: Edited[]) => stepWords(step({ what }));

  test.each<[Edited[], string]>([
    [[], 'Edited “Lanterns”'],
    [[{ field: 'starred', how: 'set', to: true }], 'Starred “Lanterns”'],
    [[{ field: 'starred', how: 'set', to: false }], 'Unstarred “Lanterns”'],
    [[{ field: 'note', how: 'set' }], 'Wrote a note on “Lanterns”'],
    [[{ field: 'status', how: 'set', to: 'read' }], 'Marked “Lanterns” as read'],
    [[{ field: 'tags', how: 'add', to: 'optics' }], 'Tagged “Lanterns” with optics'],
    [[{ field: 'tags', how: 'remove', to: 'optics' }], 'Removed the tag optics from “Lanterns”'],
    [
      [
        { field: 'tags', how: 'add', to: 'optics' },
        { field: 'tags', how: 'add', to: 'sea' },
      ],
      'Tagged “Lanterns” with optics, sea',
    ],
    [[{ field: 'title', how: 'set', to: 'Salt' }], 'Edited the title of “Lanterns”'],
    [[{ field: 'venue', how: 'clear' }], 'Edited the venue of “Lanterns”'],
    [[{ field: 'title', how: 'restore' }], 'Gave the title of “Lanterns” back to its source'],
    [
      [
        { field: 'title', how: 'set', to: 'Salt' },
        { field: 'starred', how: 'set', to: true },
      ],
      'Edited “Lanterns”',
    ],
  ])('%j is told as “%s”', (what, words) => {
    expect(edited(...what)).toBe(words);
  });

  test('of before its parts were kept is told', () => {
    expect(stepWords(step({}))).toBe('Edited “Lanterns”');
  });

  test('of many papers tells how many', () => {
    const what: Edited[] = [{ field: 'starred', how: 'set', to: true }];
    expect(stepWords(step({ papers: 12, title: '', what }))).toBe('Starred 12 papers');
  });
});
