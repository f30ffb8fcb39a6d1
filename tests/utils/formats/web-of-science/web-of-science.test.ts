import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import { readWos } from '@/utils/formats/web-of-science/read-wos';
import { webOfScience } from '@/utils/formats/web-of-science/web-of-science';
import { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from '../context';

const FILE = '../shared/exchange/web-of-science.txt';
const RECORD = `PT J
AU Glas, ML
   van der Lum, I
AF Glas, Maria L.
   van der Lum, Ivo
CA Lamp Office
TI Four hundred lamps over a
   winter
SO JOURNAL OF LAMPS
LA English
DT Article; Proceedings Paper
DE oil; draught of
   air
ID LAMPS
AB One
   line.
SN 0036-8075
EI 1095-9203
PD MAY 12
PY 2004
VL 43
IS 22
BP 7003
EP 7010
DI 10.1000/lamp.1
PM 15170338
PU LUM
   PRESS
ER

`;
const LINES = RECORD.split('\n').length - 1;
const cardOf = (...lines: string[]) => readWos(`FN X\nPT J\n${lines.join('\n')}\nER\n`)?.entries[0]?.card;

test('a paper with all that is kept', () => {
  expect(readWos(`FN Clarivate Analytics Web of Science\nVR 1.0\n${RECORD}EF`)).toEqual({
    entries: [
      {
        card: {
          site: 'web-of-science',
          title: 'Four hundred lamps over a winter',
          authors: ['Maria L. Glas', 'Ivo van der Lum', 'Lamp Office'],
          abstract: 'One line.',
          publishedAt: '2004-05-12',
          type: 'conference',
          venue: 'JOURNAL OF LAMPS',
          ...{ volume: '43', issue: '22', pages: '7003–7010', publisher: 'LUM PRESS' },
          issn: ['0036-8075', '1095-9203'],
          identifiers: { doi: '10.1000/lamp.1', pmid: '15170338' },
        },
        tags: ['oil', 'draught of air', 'LAMPS'],
        place: 1,
        line: 3,
      },
    ],
    refused: [],
    unkept: { LA: 1 },
  });
});

test.each<[string[], Partial<PaperCard>]>([
  [['TI A', 'PY 2004', 'PD NOV-DEC'], { publishedAt: '2004-11' }],
  [['TI A', 'PY 2004', 'PD WIN'], { publishedAt: '2004' }],
  [['TI A', 'EA DEC 2020'], { publishedAt: '2020-12' }],
  [['TI A', 'AR 105'], { pages: '105', type: 'article' }],
  [['TI A', 'AU Glas, ML'], { authors: ['ML Glas'] }],
  [['TI A', 'SO LAMPS', 'DT Article; Book Chapter'], { type: 'chapter' }],
])('%j', (lines, card) => {
  expect(cardOf(...lines)).toMatchObject(card);
});

describe('files', () => {
  test.each(['\n', '\r\n', '\r'])('of several records, with lines that end in %j', (end) => {
    const read = readWos(
      `\uFEFFFN X\nVR 1.0\n${RECORD}${RECORD.replace('ER\n', '')}${RECORD}EF\n`.replaceAll('\n', end),
    );
    expect(read?.entries.map(({ place, line }) => [place, line])).toEqual([
      [1, 3],
      [2, LINES + 3],
      [3, 2 * LINES + 2],
    ]);
  });

  test('of which a record names nothing', () => {
    expect(readWos(`${RECORD}PT J\nPY 2020\nER\n`)?.refused).toEqual([
      { place: 2, line: LINES + 1, reason: 'unnamed' },
    ]);
  });

  test('of anything else are not read', async () => {
    for (const text of ['', 'TY  - JOUR\nER  - \n', 'PT J', 'PT is a word\nER\n', '%0 Book\n%T A'])
      expect(readWos(text)).toBeUndefined();
    expect(await webOfScience.read(sourceOfText('x'), CONTEXT)).toBeUndefined();
    expect(await webOfScience.read(sourceOfText(RECORD), CONTEXT)).toMatchObject({
      papers: [],
      entries: [{ place: 1 }],
    });
  });

  test.each([
    ['records', 'PT J\nTI A\nER\n'.repeat(8000)],
    ['lines', `PT J\nTI A\nCR x\n${'   more\n'.repeat(100_000)}ER`],
    ['people', `PT J\nTI A\nAU x\n${'   Glas, M\n'.repeat(20_000)}ER`],
    ['spaces', `PT J\nTI A${' '.repeat(1_000_000)}\n   b\nER`],
  ])('of very many %s are read in time', (_, text) => {
    expect(effort(() => expect(readWos(text)?.entries.length).toBeGreaterThan(0))).toBeLessThan(8000);
  });

  test('of any text are read, and every card is sound', () => {
    const bits = fc.constantFrom(
      '\n',
      '\r',
      'PT J',
      'TI ',
      'AU ',
      'PY ',
      'PD ',
      'ER',
      '   ',
      'DI 10.1000/',
      '2019',
      'SN ',
      'DE ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }),
        (pieces) => {
          for (const { card } of readWos(`FN X\nPT J\nTI A\n${pieces.join('')}`)?.entries ?? [])
            PaperCard.parse(card);
        },
      ),
      { numRuns: runs(4000) },
    );
  });

  test.skipIf(!existsSync(FILE))('of the Web of Science itself', () => {
    const read = readWos(readFileSync(FILE, 'utf8'));
    expect(read?.refused).toEqual([]);
    expect(read?.entries).toHaveLength(2);
    for (const { card } of read?.entries ?? []) expect(PaperCard.parse(card).title).not.toMatch(/\n| {2}/);
  });
});
