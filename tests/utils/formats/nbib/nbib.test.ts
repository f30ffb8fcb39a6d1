import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { nbib } from '@/utils/formats/nbib/nbib';
import { readNbib } from '@/utils/formats/nbib/read-nbib';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from '../context';

const FILE = '../shared/exchange/pubmed.nbib';
const RECORD = `PMID- 30898391
OWN - NLM
IS  - 1095-6859 (Electronic)
VI  - 153
IP  - 2
DP  - 2019 May
TI  - Four hundred lamps over a
      winter.
PG  - 343-55
LID - S0090(19)1 [pii]
LID - 10.1000/lamp.1 [doi]
AB  - One
      line.
FAU - Glas, Maria L Jr
AU  - Glas ML Jr
AD  - Here
CN  - Lamp Office, Oil Group
FAU - van der Lum, Ivo
AU  - van der Lum I
PT  - Journal Article
DEP - 20190318
TA  - J Lamps
JT  - Journal of lamps
PMC - PMC6754211
MH  - *Oil/economics
OT  - Draught
`;
const LINES = RECORD.split('\n').length - 1;
const cardOf = (...lines: string[]) => readNbib(`PMID- 1\n${lines.join('\n')}\n`)?.entries[0]?.card;

test('a paper with all that is kept', () => {
  expect(readNbib(`\n${RECORD}`)).toEqual({
    entries: [
      {
        card: {
          site: 'nbib',
          title: 'Four hundred lamps over a winter',
          authors: ['Maria L Glas Jr', 'Lamp Office, Oil Group', 'Ivo van der Lum'],
          abstract: 'One line.',
          publishedAt: '2019-05',
          type: 'article',
          venue: 'Journal of lamps',
          ...{ volume: '153', issue: '2', pages: '343-55' },
          issn: ['1095-6859'],
          identifiers: { doi: '10.1000/lamp.1', pmid: '30898391', pmcid: 'PMC6754211' },
        },
        tags: ['Draught', 'Oil/economics'],
        place: 1,
        line: 2,
      },
    ],
    refused: [],
    unkept: { OWN: 1, AD: 1 },
  });
});

test.each<[string[], Partial<PaperCard>]>([
  [['TI  - A', 'DP  - 1998 Dec-1999 Jan'], { publishedAt: '1998-12' }],
  [['TI  - A', 'DP  - 2019 May-Jun'], { publishedAt: '2019-05' }],
  [['TI  - A', 'DP  - 2018 Dec 21'], { publishedAt: '2018-12-21' }],
  [['TI  - A', 'DP  - 2018 Winter'], { publishedAt: '2018' }],
  [['TI  - A', 'DEP - 20190318'], { publishedAt: '2019-03-18' }],
  [['TI  - A', 'AU  - Glas ML'], { authors: ['ML Glas'] }],
  [['TI  - Why...'], { title: 'Why...' }],
  [['TI  - A', 'BTI - Lamps', 'PB  - Lum'], { type: 'chapter', venue: 'Lamps', publisher: 'Lum' }],
  [['BTI - Lamps', 'ISBN- 9783161484100'], { type: 'book', title: 'Lamps', isbn: ['9783161484100'] }],
  [['TI  - A', 'JT  - bioRxiv', 'PT  - Preprint'], { type: 'preprint' }],
])('%j', (lines, card) => {
  expect(cardOf(...lines)).toMatchObject(card);
});

describe('files', () => {
  test.each(['\n', '\r\n', '\r'])('of several records, with lines that end in %j', (end) => {
    const other = RECORD.replace('30898391', '2');
    const read = readNbib(`\uFEFF${RECORD}\n${other}\n${other}`.replaceAll('\n', end));
    expect(read?.entries.map(({ place, line }) => [place, line])).toEqual([
      [1, 1],
      [2, LINES + 2],
      [3, 2 * LINES + 3],
    ]);
  });

  test('that were cut off are read as far as they go', () => {
    expect(readNbib(RECORD.slice(0, 150))?.entries).toMatchObject([
      { card: { identifiers: { pmid: '30898391' } } },
    ]);
  });

  test('of anything else are not read', async () => {
    for (const text of ['', 'TI  - A', 'TY  - JOUR\nTI  - A\n', 'PT J\nTI A\nPM 3\nER', 'PMID: 12345678'])
      expect(readNbib(text)).toBeUndefined();
    expect(await nbib.read(sourceOfText('x'), CONTEXT)).toBeUndefined();
    expect(await nbib.read(sourceOfText(RECORD), CONTEXT)).toMatchObject({
      papers: [],
      entries: [{ place: 1 }],
    });
  });

  test.each([
    ['records', 'PMID- 1\n\n'.repeat(8000)],
    ['lines', `PMID- 1\nAB  - a\n${'      more\n'.repeat(100_000)}`],
    ['people', `PMID- 1\n${'FAU - Glas, Maria\n'.repeat(20_000)}`],
    ['spaces', `PMID- 1\nTI  - A${' '.repeat(1_000_000)}.\n`],
    ['periods', `PMID- 1\nTI  - A${' .'.repeat(200_000)}\n`],
  ])('of very many %s are read in time', (_, text) => {
    expect(effort(() => expect(readNbib(text)?.entries.length).toBeGreaterThan(0))).toBeLessThan(8000);
  });

  test('of any text are read, and every card is sound', () => {
    const bits = fc.constantFrom(
      '\n',
      '\r',
      'PMID- 1',
      'TI  - ',
      'FAU - ',
      'DP  - ',
      'LID - ',
      'CN  - ',
      '      ',
      '[doi]',
      '10.1000/',
      '2019 ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }),
        (pieces) => {
          for (const { card } of readNbib(`PMID- 1\n${pieces.join('')}`)?.entries ?? [])
            PaperCard.parse(card);
        },
      ),
      { numRuns: runs(4000) },
    );
  });

  test.skipIf(!existsSync(FILE))('of PubMed itself', () => {
    const read = readNbib(readFileSync(FILE, 'utf8'));
    expect(read?.refused).toEqual([]);
    expect(read?.entries.map(({ card }) => PaperCard.parse(card).authors?.length)).toEqual([53]);
  });
});
