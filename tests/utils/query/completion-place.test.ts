import { describe, expect, test } from 'vitest';
import { completionPlace } from '@/utils/query/completion-place';

/** The place at `|`, as what is replaced and what is typed there. */
function placeAt(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = completionPlace(text, caret);
  return place && `${text.slice(place.start, place.end)} → ${place.field ?? 'name'} ${place.typed}`.trimEnd();
}

describe('a completion takes the place of', () => {
  test.each([
    ['aut|', 'aut → name aut'],
    ['graph -Aut|', 'Aut → name Aut'],
    ['graph (aut|', 'aut → name aut'],
    ['author:|', 'author: → authors'],
    ['graph author:ad|', 'author:ad → authors ad'],
    ['-author:ad|', 'author:ad → authors ad'],
    ['author:ad| graph', 'author:ad → authors ad'],
    ['(author:ad|) graph', 'author:ad → authors ad'],
    ['author:"ada b|', 'author:"ada b → authors ada b'],
    ['author:"ada b|" graph', 'author:"ada b" → authors ada b'],
    ['author:“ada b|', 'author:“ada b → authors ada b'],
    ['tag:=|', 'tag:= → exactTag'],
    ['tag:="to r|', 'tag:="to r → exactTag to r'],
    ['saved:>=mon|', 'saved:>=mon → saved >=mon'],
    ['saved:monday..fri|', 'saved:monday..fri → saved monday..fri'],
  ])('%s: %s', (marked, place) => {
    expect(placeAt(marked)).toBe(place);
  });

  test.each([
    ['nothing, at first', '|'],
    ['nothing behind a space', 'author:ada |'],
    ['nothing within a word', 'aut|hor'],
    ['nothing within a value', 'author:a|da'],
    ['no name where words follow', 'aut| graph'],
    ['no phrase', '"aut|'],
    ['no phrase that is closed', 'author:"ada"|'],
    ['no address', 'https://aut|'],
    ['no value behind its own minus', 'tag:-ti|'],
    ['nothing in a pasted text', `${'word '.repeat(120)}author:|`],
  ])('%s', (_, marked) => {
    expect(placeAt(marked)).toBeUndefined();
  });
});
