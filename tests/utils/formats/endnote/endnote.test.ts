import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { endnote } from '@/utils/formats/endnote/endnote';
import { readEnw } from '@/utils/formats/endnote/read-enw';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from '../context';
import { describeFormat } from '../describe-format';

describeFormat('endnote');

const RECORD = `%0 Journal Article
%T Four hundred lamps
%A Glas, Maria
%A Lamp Office,
%E Ivo van der Lum
%J Journal of Lamps
%V 3
%N 4
%P 12-19
%@ 0036-8075
%D 2004
%8 May 12
%I Lum
%R 10.1000/lamp.1
%U https://a.example/1
%K oil
draught
%X One

line.
%Z Mine
%F glas2004
%+ Here

`;
const LINES = RECORD.split('\n').length - 1;
const cardOf = (...lines: string[]) => readEnw(`%T A\n${lines.join('\n')}\n`)?.entries[0]?.card;

test('a paper with all that is kept', () => {
  expect(readEnw(RECORD)).toEqual({
    entries: [
      {
        card: {
          site: 'endnote',
          title: 'Four hundred lamps',
          authors: ['Maria Glas', 'Lamp Office'],
          editors: ['Ivo van der Lum'],
          abstract: 'One\n\nline.',
          publishedAt: '2004-05-12',
          type: 'article',
          venue: 'Journal of Lamps',
          ...{ volume: '3', issue: '4', pages: '12-19', publisher: 'Lum' },
          issn: ['0036-8075'],
          identifiers: { doi: '10.1000/lamp.1' },
          url: 'https://a.example/1',
        },
        tags: ['oil', 'draught'],
        note: 'Mine',
        key: 'glas2004',
        place: 1,
        line: 1,
      },
    ],
    refused: [],
    unkept: { '%+': 1 },
  });
});

test.each<[string[], Partial<PaperCard>]>([
  [['%D 2004', '%8 2004/05/12'], { publishedAt: '2004' }],
  [['%D 2004', '%8 2004-05-12'], { publishedAt: '2004-05-12' }],
  [['%D May 2004'], { publishedAt: '2004-05' }],
  [['%8 12 May 2004'], { publishedAt: '2004-05-12' }],
  [['%D 2004', '%8 Spring'], { publishedAt: '2004' }],
  [['%B Proc. of Lamps', '%0 Conference Paper'], { title: 'A' }],
  [['%B Book of Lamps'], { type: 'chapter', venue: 'Book of Lamps' }],
  [['%J arXiv preprint arXiv:1706.03762'], { type: 'preprint', identifiers: { arxiv: '1706.03762' } }],
  [['%A M. Glas', '%D 2004'], { authors: ['M. Glas'] }],
])('%j', (lines, card) => {
  expect(cardOf(...lines)).toMatchObject(card);
});

describe('files', () => {
  test.each(['\n', '\r\n', '\r'])('of several records, with lines that end in %j', (end) => {
    const read = readEnw(`\uFEFF${RECORD}${RECORD.trimEnd()}\n${RECORD}`.replaceAll('\n', end));
    expect(read?.entries.map(({ place, line }) => [place, line])).toEqual([
      [1, 1],
      [2, LINES + 1],
      [3, 2 * LINES],
    ]);
  });

  test('of refer, whose records have no types', () => {
    const read = readEnw('%T A\n%A B\n\n\n%A C\n%T D\n');
    expect(read?.entries.map(({ card, line }) => [card.title, line])).toEqual([
      ['A', 1],
      ['D', 5],
    ]);
  });

  test('of which a record names nothing', () => {
    expect(readEnw(`${RECORD}%0 Book\n%D 2020\n%F k\n`)?.refused).toEqual([
      { place: 2, line: LINES + 1, reason: 'unnamed', title: 'k' },
    ]);
  });

  test('of anything else are not read', async () => {
    for (const text of [
      '',
      '% Encoding: UTF-8\n% a comment',
      '%TeX\n\\documentclass',
      '%T alone',
      'TY  - JOUR\nER  - \n',
      '%PDF-1.7\n%0 1',
    ])
      expect(readEnw(text)).toBeUndefined();
    expect(await endnote.read(sourceOfText('x'), CONTEXT)).toBeUndefined();
    expect(await endnote.read(sourceOfText(RECORD), CONTEXT)).toMatchObject({
      papers: [],
      entries: [{ place: 1 }],
    });
  });

  test.each([
    ['records', '%0 Book\n%T A\n'.repeat(8000)],
    ['lines', `%0 Book\n%T A\n%X a\n${'more\n'.repeat(100_000)}`],
    ['people', `%0 Book\n%T A\n${'%A Glas, M\n'.repeat(20_000)}`],
    ['spaces', `%0 Book\n%T A${' '.repeat(1_000_000)}\nb`],
  ])('of very many %s are read in time', (_, text) => {
    expect(effort(() => expect(readEnw(text)?.entries.length).toBeGreaterThan(0))).toBeLessThan(8000);
  });

  test('of any text are read, and every card is sound', () => {
    const bits = fc.constantFrom(
      '\n',
      '\r',
      '%0 Book',
      '%T ',
      '%A ',
      '%D ',
      '%8 ',
      '%@ ',
      '%',
      '%R 10.1000/',
      '2019',
      '%K ',
      '%Z ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }),
        (pieces) => {
          for (const { card } of readEnw(`%0 Book\n%T A\n${pieces.join('')}`)?.entries ?? [])
            PaperCard.parse(card);
        },
      ),
      { numRuns: runs(4000) },
    );
  });
});
