import { expect, test } from 'vitest';
import { bareTitle, itemsOf, mentionIn } from '@/utils/reading/copied-text/items';
import { linesOf } from '@/utils/reading/copied-text/lines';

test('every line is an item', () => {
  const text =
    'Submitted by\nada\nUpvote\n12\nRows of Lamps\n• 3 authors · Jul 10\nAuthors: A B, C D\nAbstract: We.\n2401.00001';
  expect(itemsOf(linesOf(text)).map(({ kind }) => kind)).toEqual([
    'submitter',
    'other',
    'upvotes',
    'text',
    'count',
    'date',
    'authors',
    'prose',
    'identifiers',
  ]);
});

test.each([
  ['#3 Rows of Lamps [PDF2] [Copy]', 'Rows of Lamps'],
  ['12. Rows of Lamps', 'Rows of Lamps'],
  ['Title: Rows of Lamps', 'Rows of Lamps'],
  ['3.5 Rows', '3.5 Rows'],
])('bareTitle(%j)', (text, expected) => {
  expect(bareTitle(text)).toBe(expected);
});

test.each([
  ['arXiv: 2401.00001v2 [pdf]', { arxiv: '2401.00001' }, true],
  ['PMID: 31230001 [Indexed for MEDLINE]', { pmid: '31230001' }, true],
  ['PMID: 31230001 Free PMC article.', { pmid: '31230001' }, true],
  ['Rows, arXiv:2401.00001', { arxiv: '2401.00001' }, false],
  ['Rows of 12 lamps', {}, false],
])('mentionIn(%j)', (text, identifiers, bare) => {
  expect(mentionIn(text)).toEqual({ identifiers, bare });
});
