import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { SourceFile, sourceOfText } from '@/utils/formats/parts/source-file';
import { readRis } from '@/utils/formats/ris/read-ris';
import { ris } from '@/utils/formats/ris/ris';
import { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from '../context';

const EXCHANGE = '../shared/exchange';
/** How many records the real files have; all are read. */
const REAL: Record<string, number> = {
  'google-scholar.ris': 1,
  'ieee-xplore.ris': 10,
  'jabref-ris-1.ris': 1,
  'jabref-ris-5a.ris': 1,
  'jabref-ris-6.ris': 1,
  'jabref-ris-8_date.ris': 1,
  'jabref-ris-DOI.ris': 1,
  'jabref-ris-Scopus.ris': 1,
  'jabref-ris-WithEmptyER.ris': 1,
  'rispy-bom.ris': 1,
  'rispy-multiline.ris': 3,
  'zotero.ris': 5,
};

/** The one paper of a record with these lines. */
const entryOf = (...lines: string[]) => readRis(`${lines.join('\n')}\nER  - \n`)?.entries[0];

describe('a paper', () => {
  test('with all that is kept', () => {
    const entry = entryOf(
      ...['TY  - CONF', 'ID  - glas2026', 'TI  - Lamps &amp; <i>Oils</i>', 'AU  - Glas, Maria'],
      ...[
        'AU  - Lamp Office',
        'A2  - van Lum, Ivo',
        'T2  - Proc. of Lamps',
        'VL  - 3',
        'IS  - 4',
        'SP  - 1',
        'EP  - 9',
      ],
      ...[
        'PB  - Lum',
        'SN  - 978-3-16-148410-0',
        'SN  - 0036-8075, 1095-9203',
        'PY  - 2026',
        'DA  - 2026/01//',
      ],
      ...['DO  - https://doi.org/10.1000/ABC_1', 'AN  - arXiv:2601.00001', 'UR  - https://a.example/1'],
      ...[
        'KW  - oil; draught',
        'KW  - to read, soon',
        'AB  - One.',
        '',
        'Two',
        'lines.',
        'N1  - Mine',
        '- a',
      ],
      ...['L1  - file.pdf', 'CY  - Here', 'VO  - ', 'C1  - '],
    );
    expect(entry).toEqual({
      card: {
        site: 'ris',
        title: 'Lamps & Oils',
        authors: ['Maria Glas', 'Lamp Office'],
        editors: ['Ivo van Lum'],
        type: 'conference',
        venue: 'Proc. of Lamps',
        ...{ volume: '3', issue: '4', pages: '1–9', publisher: 'Lum' },
        isbn: ['978-3-16-148410-0'],
        issn: ['0036-8075', '1095-9203'],
        identifiers: { doi: '10.1000/abc_1', arxiv: '2601.00001' },
        url: 'https://a.example/1',
        publishedAt: '2026-01',
        abstract: 'One.\n\nTwo lines.',
      },
      tags: ['oil', 'draught', 'to read, soon'],
      note: 'Mine\n- a',
      key: 'glas2026',
      place: 1,
      line: 1,
    });
  });

  test('what is not kept is counted by its tag, if there is anything', () => {
    const text =
      'TY  - JOUR\nTI  - A\nL1  - a.pdf\nCY  - \nER  - \nTY  - JOUR\nTI  - B\nL1  - b.pdf\nAD  - X\nER  - \n';
    expect(readRis(text)?.unkept).toEqual({ L1: 2, AD: 1 });
  });

  test.each<[string[], Partial<PaperCard>]>([
    [
      ['TY  - JOUR', 'T1  - A', 'JO  - arXiv preprint arXiv:1703.10593'],
      { type: 'preprint', identifiers: { arxiv: '1703.10593' } },
    ],
    [
      ['TY  - JOUR', 'T1  - A', 'JO  - CoRR', 'VL  - abs/1704.08305'],
      { type: 'preprint', identifiers: { arxiv: '1704.08305' } },
    ],
    [
      ['TY  - GEN', 'TI  - A', 'AN  - arXiv:hep-th/9711200'],
      { type: 'preprint', identifiers: { arxiv: 'hep-th/9711200' } },
    ],
    [
      ['TY  - CONF', 'TI  - A', 'AN  - arXiv:1706.03762', 'T2  - NeurIPS'],
      { type: 'conference', venue: 'NeurIPS' },
    ],
    [['TY  - GEN', 'TI  - A', 'T2  - bioRxiv'], { type: 'preprint', venue: 'bioRxiv' }],
    [['TY  - JOUR', 'TI  - A', 'JA  - Opt.', 'JO  - J. Opt.', 'T2  - Optics'], { venue: 'Optics' }],
    [['TY  - BOOK', 'BT  - A', 'T3  - Lamps'], { type: 'book', title: 'A', venue: 'Lamps' }],
    [['TY  - CHAP', 'TI  - A', 'BT  - Book of Lamps'], { type: 'chapter', venue: 'Book of Lamps' }],
    [['TY  - JOUR', 'TI  - A', 'M3  - doi: 10.1063/1.1'], { identifiers: { doi: '10.1063/1.1' } }],
    [['TY  - JOUR', 'TI  - A', 'DB  - PubMed', 'AN  - 26957754'], { identifiers: { pmid: '26957754' } }],
    [['TY  - JOUR', 'TI  - A', 'DB  - Scopus', 'AN  - 26957754'], { identifiers: {} }],
    [['TY  - JOUR', 'TI  - A', 'SP  - 31', 'EP  - +'], { pages: '31' }],
    [['TY  - JOUR', 'TI  - A', 'C7  - 105'], { pages: '105' }],
    [['TY  - JOUR', 'N2  - Only this'], { abstract: 'Only this' }],
  ])('%j', (lines, card) => {
    const read = entryOf(...lines)?.card;
    expect(read).toMatchObject(card);
    if (card.type === 'preprint' && card.identifiers)
      for (const place of ['venue', 'volume']) expect(read).not.toHaveProperty(place);
  });

  test('without anything that identifies it is refused by its key', () => {
    expect(readRis('TY  - JOUR\nID  - k\nPY  - 2020\nER  - \n')).toMatchObject({
      entries: [],
      refused: [{ place: 1, line: 1, reason: 'unnamed', title: 'k' }],
    });
  });

  test('a file that is cut off within a line loses its last record, and says so', () => {
    const read = readRis('TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - B: the beg');
    expect(read?.entries).toHaveLength(1);
    expect(read?.refused).toEqual([{ place: 2, line: 4, reason: 'cutOff', title: 'B: the beg' }]);
  });
});

describe('one record broken among 500', () => {
  const record = (index: number) => [
    'TY  - JOUR',
    `ID  - key${index}`,
    `TI  - Lamp ${index}`,
    'AU  - Glas, Maria',
    'PY  - 2020',
    'ER  - ',
    '',
  ];
  const whole = Array.from({ length: 500 }, (_, index) => record(index));
  const others = (read: ReturnType<typeof readRis>) =>
    read?.entries.filter(({ key }) => key !== 'key250') ?? [];

  test.each([0, 1, 3, 4, 5, 6])('line %i missing', (at) => {
    const read = readRis(whole.with(250, record(250).toSpliced(at, 1)).flat().join('\r\n'));
    expect(others(read).length).toBeGreaterThanOrEqual(499);
    expect([...(read?.entries ?? []), ...(read?.refused ?? [])]).toHaveLength(500);
  });

  test('nothing left but its type', () => {
    const read = readRis(whole.with(250, ['TY  - JOUR', '\u0000\u0001 - x', 'ER  - ', '']).flat().join('\n'));
    expect(others(read)).toHaveLength(499);
    expect(read?.refused).toEqual([{ place: 251, line: 250 * 7 + 1, reason: 'unnamed' }]);
  });
});

describe('no file is too much', () => {
  const quick = (text: string, limit = 8000) => {
    let read = undefined as ReturnType<typeof readRis>;
    const taken = effort(() => {
      read = readRis(text);
    });
    expect(taken).toBeLessThan(2 * limit);
    return read;
  };
  const many = 8000;

  test.each([
    ['empty records', 'TY  - JOUR\nER  - \n'.repeat(many), many],
    ['types', 'TY  - JOUR\n'.repeat(many), 1],
    ['records without end', 'TY  - JOUR\nPB  - A\n'.repeat(many), 1],
    ['ends', `TY  - JOUR\n${'ER  - \n'.repeat(many)}`, 1],
    ['authors', `TY  - JOUR\nTI  - A\n${'AU  - Glas, Maria\n'.repeat(many)}`, 0],
    ['lines of a value', `TY  - JOUR\nTI  - A\nN1  - x\n${'more\n'.repeat(many * 5)}`, 0],
    ['titles', `TY  - JOUR\n${'TI  - A\n'.repeat(many)}`, 0],
    ['spaces', `TY  - JOUR\nTI  - A${' '.repeat(many * 50)}\n${' '.repeat(many * 50)}`, 0],
    ['hyphens', `TY  - JOUR\nTI  - A\nSP  - ${'-'.repeat(many * 50)}`, 0],
    ['angle brackets', `TY  - JOUR\nTI  - A\nAB  - ${'<'.repeat(many * 10)}`, 0],
    ['carriage returns', `TY  - JOUR${'\r'.repeat(many * 50)}TI  - A`, 0],
    ['DOIs', `TY  - JOUR\nTI  - A\nDO  - ${'10.1000/'.repeat(many * 5)}`, 0],
    ['dates', `TY  - JOUR\nTI  - A\n${'PY  - 2020/01/02/\n'.repeat(many)}`, 0],
  ])('%s', (_, text, refused) => {
    expect(quick(text)?.refused).toHaveLength(refused);
  });
});

describe('properties', () => {
  const bits = fc.constantFrom(
    ...[
      '\n',
      '\r',
      '\r\n',
      'TY  - ',
      'TY - ',
      'ER  - ',
      'TI  - ',
      'AU  - ',
      'DA  - ',
      'DO  - ',
      'UR  - ',
      'SN  - ',
      'N1  - ',
    ],
    ...[
      'KW  - ',
      'ID  - ',
      'AN  - ',
      'SP  - ',
      ', ',
      '/',
      '2020',
      '__proto__',
      'https://',
      '10.1000/',
      'arXiv:1706.03762',
      '<p>',
    ],
  );
  const soup = fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 });

  test('any text is read, and every card is sound', () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        for (const { card } of readRis(`TY  - JOUR\nTI  - A\n${pieces.join('')}`)?.entries ?? [])
          PaperCard.parse(card);
      }),
      { numRuns: runs(10_000) },
    );
  });
});

test('bytes of anything are no RIS, or read', async () => {
  expect(
    await ris.read(new SourceFile(new Uint8Array(5000).map((_, index) => (index * 37) % 256)), CONTEXT),
  ).toBe(undefined);
  expect(await ris.read(sourceOfText('TY  - JOUR\nTI  - A\nER  - \n'), CONTEXT)).toMatchObject({
    papers: [],
    entries: [{ place: 1 }],
  });
});

describe.skipIf(!existsSync(EXCHANGE))('real files', () => {
  const files = existsSync(EXCHANGE) ? readdirSync(EXCHANGE).filter((name) => name in REAL) : [];

  test.each(files)('%s', (name) => {
    const read = readRis(new SourceFile(readFileSync(`${EXCHANGE}/${name}`)).text);
    expect(read?.refused).toEqual([]);
    expect(read?.entries).toHaveLength(REAL[name] ?? 0);
    for (const { card } of read?.entries ?? []) {
      PaperCard.parse(card);
      if (!name.startsWith('rispy')) expect(card.title).toMatch(/\S/);
      expect(`${card.title} ${card.authors} ${card.venue}`).not.toMatch(/ {2}- |&\w+;/);
    }
  });
});
