import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { ris } from '@/utils/formats/ris/ris';
import type { ExportedPaper } from '@/utils/paper/schema';
import { anyPaper } from '../any-paper';
import { absent, isInstalled, pandoc } from '../judges';
import { written } from '../written';

const KEY = 'berg2020lanterns';
const paper = (fields: Partial<ExportedPaper>) =>
  filePaper({ id: 'title:lanterns', identifiers: {}, ...fields });

/** The lines of one paper, without those that every record has. */
async function linesOf(fields: Partial<ExportedPaper>): Promise<string[]> {
  const text = await written(ris, [{ paper: paper(fields), key: KEY }]);
  const lines = text.split('\r\n');
  expect(lines.slice(-3)).toEqual(['ER  - ', '', '']);
  return lines.slice(0, -3).filter((line) => line !== `ID  - ${KEY}`);
}

describe('one paper', () => {
  test.each<[string, Partial<ExportedPaper>, string[]]>([
    [
      'W1 a preprint',
      { identifiers: { arxiv: '1706.03762' }, primaryClass: 'cs.CL', publishedAt: '2017-06-12' },
      [
        'TY  - GEN',
        'PY  - 2017',
        'DA  - 2017/06/12/',
        'DO  - 10.48550/arXiv.1706.03762',
        'AN  - arXiv:1706.03762',
        'UR  - https://arxiv.org/abs/1706.03762',
      ],
    ],
    [
      'W2 a preprint of before 2007',
      { identifiers: { arxiv: 'hep-th/9711200' } },
      [
        'TY  - GEN',
        'DO  - 10.48550/arXiv.hep-th/9711200',
        'AN  - arXiv:hep-th/9711200',
        'UR  - https://arxiv.org/abs/hep-th/9711200',
      ],
    ],
    [
      'W4 a preprint that has appeared',
      { identifiers: { arxiv: '1706.03762' }, venue: 'NeurIPS 2017', type: 'preprint' },
      [
        'TY  - CONF',
        'T2  - NeurIPS 2017',
        'AN  - arXiv:1706.03762',
        'UR  - https://arxiv.org/abs/1706.03762',
      ],
    ],
    [
      'W9 a DOI and an address with signs',
      {
        type: 'chapter',
        identifiers: { doi: '10.1007/978-3-642-15618-2_19' },
        url: 'https://a.example/x_%20?a=~b&c#d',
      },
      [
        'TY  - CHAP',
        'DO  - 10.1007/978-3-642-15618-2_19',
        'UR  - https://doi.org/10.1007/978-3-642-15618-2_19',
      ],
    ],
    [
      'W9 an address alone',
      { type: 'report', url: 'https://a.example/x_%20?a=~b&c#d' },
      ['TY  - RPRT', 'UR  - https://a.example/x_%20?a=~b&c#d'],
    ],
    ['W16 nothing', {}, ['TY  - GEN']],
    [
      'an article',
      {
        ...{ type: 'article', venue: 'Optics', volume: '3', issue: '4', pages: '1–9' },
        ...{ publisher: 'Lamp Press', issn: ['1234-5679'], editors: ['Ada Byron'] },
      },
      [
        'TY  - JOUR',
        'ED  - Byron, Ada',
        'T2  - Optics',
        'VL  - 3',
        'IS  - 4',
        'SP  - 1',
        'EP  - 9',
        'PB  - Lamp Press',
        'SN  - 1234-5679',
      ],
    ],
  ])('%s', async (_, fields, lines) => {
    expect(await linesOf(fields)).toEqual(lines);
  });

  test.each([
    ['2023', 'DA  - 2023///'],
    ['2023-01', 'DA  - 2023/01//'],
    ['2023-01-05', 'DA  - 2023/01/05/'],
  ])('W15 of %s the year, and what is known of the day', async (publishedAt, day) => {
    expect(await linesOf({ publishedAt })).toEqual(['TY  - GEN', 'PY  - 2023', day]);
  });

  test.each([
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'], // W10
    ['Charles de la Vallée Poussin', 'de la Vallée Poussin, Charles'],
    ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'], // W11
    ['Robert MacCallum III', 'MacCallum, Robert, III'],
    ['World Health Organization', 'World Health Organization'], // W12
    ['Gemini Team and Google', 'Gemini Team and Google'],
    ['DeepSeek-AI', 'DeepSeek-AI'],
    ['Institute of Lamps, Harbour, Sea', 'Institute of Lamps Harbour Sea'],
    ['张三', '张三'], // W13
    ['李 四', '李, 四'],
    ['Иван Иванов', 'Иванов, Иван'],
    ['Aristotle', 'Aristotle'],
  ])('%s is written %s', async (name, line) => {
    expect(await linesOf({ authors: [name] })).toEqual(['TY  - GEN', `AU  - ${line}`]);
  });

  test('W14 of many authors only those that are known', async () => {
    expect(await linesOf({ authorCount: 12 })).toEqual(['TY  - GEN']);
    expect(await linesOf({ authors: Array(3000).fill('Ada Byron') })).toHaveLength(3001);
  });

  test.each([
    ['W5', 'BERT: Pre-training, mRNA and GPT-4', 'BERT: Pre-training, mRNA and GPT-4'],
    ['W6', '{S}trange', 'Strange'],
    ['W7', 'Bounds of $O(n^2)$ and α', 'Bounds of O(n²) and α'],
    ['W8', String.raw`100% of H&M, C# _x {b} ~ \ ^ "q"`, String.raw`100% of H&M, C# _x {b} ~ \ ^ "q"`],
    ['a line break', 'One\r\nER  - ', 'One ER -'],
  ])('%s the title %j', async (_, title, shown) => {
    expect(await linesOf({ title })).toEqual(['TY  - GEN', `TI  - ${shown}`]);
  });

  test('W21 to W23: abstract, tags and note have one line each', async () => {
    const lines = await linesOf({
      abstract: 'One <b>line</b>\n\nAB  - 100%',
      tags: ['to read', 'a;b', '#1984', ';'],
      note: '# Note\n\nTY  - BOOK\r\n- *x*\u2028KW  - y',
    });
    expect(lines).toEqual([
      'TY  - GEN',
      'KW  - to read',
      'KW  - a b',
      'KW  - #1984',
      'AB  - One line AB - 100%',
      'N1  - # Note TY - BOOK - *x* KW - y',
    ]);
  });
});

test('W17 the key is its ID, and a file is one record after the other', async () => {
  const entries = ['one', 'two', 'three'].map((key) => ({ paper: paper({ title: key }), key }));
  expect(await written(ris, entries)).toBe(
    ['one', 'two', 'three']
      .map((key) => `TY  - GEN\r\nID  - ${key}\r\nTI  - ${key}\r\nER  - \r\n\r\n`)
      .join(''),
  );
  expect(await written(ris, [])).toBe('');
});

test('of any texts each line is a tag with its value, and each record begins and ends once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 3 }), async (papers) => {
      const text = await written(
        ris,
        papers.map((one) => ({ paper: one, key: KEY })),
      );
      expect(text.isWellFormed()).toBe(true);
      // As readers break lines that break them at more than CRLF.
      const lines = text.split(/\r\n|[\p{Cc}\p{Zl}\p{Zp}]/u).filter(Boolean);
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- (?:\S|$)/u);
      const edges = lines.map((line) => line.slice(0, 2)).filter((tag) => /TY|ER/.test(tag));
      expect(edges).toEqual(papers.flatMap(() => ['TY', 'ER']));
    }),
    { numRuns: runs(600) },
  );
});

const SAMPLES = [
  paper({
    ...{ title: 'Lanterns: A — "C" #1', type: 'article', venue: 'Optics', volume: '3', issue: '4' },
    ...{ pages: '1-9', publishedAt: '2023-01-05', issn: ['1234-5679'] },
    authors: ['Ludwig van Beethoven', 'Martin Luther King Jr.', '张三', 'Aristotle'],
    identifiers: { doi: '10.1/a_b' },
    ...{ abstract: 'One\n\nTY  - two 100%', tags: ['to read', 'x;y'], note: '# A\n\n- ER  - \nb' },
  }),
  paper({ title: 'A & B', identifiers: { arxiv: '1706.03762' }, authors: ['李 四'], publishedAt: '2017' }),
  paper({}),
];
const sampleText = () =>
  written(
    ris,
    SAMPLES.map((one, index) => ({ paper: one, key: `key${index}` })),
  );

test('pandoc reads what was written', async () => {
  const items = JSON.parse(await pandoc('ris', 'csljson', await sampleText()));
  expect(items).toMatchObject([
    {
      ...{ id: 'key0', type: 'article-journal', 'container-title': 'Optics', volume: '3', issue: '4' },
      title: 'Lanterns: A — "C" #1',
      ...{ page: '1-9', DOI: '10.1/a_b', ISSN: '1234-5679', issued: { 'date-parts': [[2023]] } },
      author: [
        { family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' },
        // It reads names as BibTeX has them; RIS has the suffix last.
        { family: 'King', given: 'Jr.', suffix: 'Martin Luther' },
        { family: '张三' },
        { family: 'Aristotle' },
      ],
      abstract: 'One TY - two 100%',
    },
    {
      ...{ id: 'key1', title: 'A & B', URL: 'https://arxiv.org/abs/1706.03762' },
      ...{ DOI: '10.48550/arXiv.1706.03762', author: [{ family: '李', given: '四' }] },
    },
    { id: 'key2' },
  ]);
});

test.skipIf(!isInstalled('ris2xml'))(`bibutils reads what was written${absent('ris2xml')}`, async () => {
  const { stdout, stderr } = spawnSync('ris2xml', { input: await sampleText(), encoding: 'utf8' });
  expect(stderr.trim()).toBe('ris2xml: Processed 3 references.');
  const bare = stdout.replace(/>\s+</g, '><');
  for (const piece of [
    '<title>Lanterns</title>',
    '<namePart type="given">Ludwig</namePart><namePart type="family">van Beethoven</namePart>',
    '<namePart type="suffix">Jr.</namePart>',
    '<namePart>张三</namePart>',
    '<namePart type="given">四</namePart><namePart type="family">李</namePart>',
    '<dateIssued>2017</dateIssued>',
    '<identifier type="doi">10.1/a_b</identifier>',
    '<start>1</start><end>9</end>',
    '<topic>to read</topic>',
    '<topic>x y</topic>',
    '<note># A - ER - b</note>',
    '<identifier type="citekey">key0</identifier>',
    '<title>A &amp; B</title>',
  ])
    expect(bare).toContain(piece);
});
