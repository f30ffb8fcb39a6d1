import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { readCsv } from '@/utils/formats/csv/read-csv';
import type { Columns } from '@/utils/formats/parts/columns';
import { PaperCard } from '@/utils/paper/schema';

const read = (text: string, name = 'papers.csv', columns?: Columns) => readCsv({ text, name }, columns);
const cardsOf = (text: string, name?: string) => read(text, name)?.entries?.map(({ card }) => card);
const titlesOf = (text: string, name?: string) => cardsOf(text, name)?.map(({ title }) => title);

describe('headers of programs and databases', () => {
  test('Zotero', () => {
    const text = `"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI","Url","Abstract Note","Date","Date Added","Date Modified","Access Date","Pages","Num Pages","Issue","Volume","Series Title","Publisher","Place","Type","Extra","Notes","File Attachments","Manual Tags","Automatic Tags","Editor"
"AB12CD34","journalArticle","2026","van der Lum, Ivo; Glas, Maria; Lamp Office","Lanterns, ""lit""","Journal of Lamps","","1234-5679","10.1000/Lamps.1","https://lamps.example/1","One.

Two.","2026-06-12","2026-07-01 10:11:12","2026-07-02 10:11:12","2026-07-03","1-9","","2","3","Series","Lum","Here","Thesis","Citation Key: lum2026
arXiv:2601.00001 [cs.CL]
PMID: 123456
ZSCC: 0000012
mine","<div data-schema-version=""8""><p>First <strong>bold</strong> &amp; more</p>
</div>; <p>Second</p>","files/a.pdf","to read; oil","Light","King, Jr., Ada"
`;
    const reading = read(text);
    expect(reading?.entries).toEqual([
      {
        card: {
          site: 'csv',
          title: 'Lanterns, "lit"',
          authors: ['Ivo van der Lum', 'Maria Glas', 'Lamp Office'],
          editors: ['Ada King Jr.'],
          type: 'article',
          venue: 'Journal of Lamps',
          volume: '3',
          issue: '2',
          pages: '1-9',
          publisher: 'Lum',
          issn: ['1234-5679'],
          identifiers: { doi: '10.1000/lamps.1', arxiv: '2601.00001', pmid: '123456' },
          url: 'https://lamps.example/1',
          publishedAt: '2026-06-12',
          abstract: 'One.\n\nTwo.',
        },
        tags: ['to read', 'oil', 'Light'],
        childNotes: ['First **bold** & more', 'Second'],
        note: 'mine',
        key: 'lum2026',
        savedAt: '2026-07-01T10:11:12.000Z',
        place: 1,
        line: 2,
      },
    ]);
    expect(reading?.unkept).toEqual({
      Key: 1,
      'Date Modified': 1,
      'Access Date': 1,
      'Series Title': 1,
      Place: 1,
      Type: 1,
      'File Attachments': 1,
    });
    expect(reading?.columns).toMatchObject({ Key: 'none', 'Manual Tags': 'tags', Notes: 'childNotes' });
  });

  test('Scopus', () => {
    const text = `\uFEFFAuthors,Author full names,Author(s) ID,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,Page count,Cited by,DOI,Link,Abstract,Author Keywords,Index Keywords,Publisher,ISSN,PubMed ID,Document Type,Publication Stage,Open Access,Source,EID
"Glas M.; Van Der Lum I.J.","Glas, Maria (57193012345); Van Der Lum, Ivo Jan (57193012346)","57193012345; 57193012346","Lanterns over a quiet harbour",2026,"Journal of Lamps",3,2,101,,,,12,10.1000/lamps.1,https://www.scopus.com/inward/record.uri?eid=2-s2.0-1,"Light.","oil; draught","Lamps","Lum",12345679,123456,"Conference paper","Final","",Scopus,2-s2.0-1
`;
    expect(read(text)?.entries).toMatchObject([
      {
        card: {
          authors: ['Maria Glas', 'Ivo Jan Van Der Lum'],
          publishedAt: '2026',
          venue: 'Journal of Lamps',
          volume: '3',
          issue: '2',
          pages: '101',
          identifiers: { doi: '10.1000/lamps.1', pmid: '123456' },
          type: 'conference',
          issn: ['12345679'],
        },
        tags: ['oil', 'draught', 'Lamps'],
      },
    ]);
  });

  test('Scopus of before', () => {
    const text = `Authors,Title,Year,Source title,Page start,Page end,DOI
"Glas M., Lum I.J.","Lanterns",2016,"Lamps",1,9,10.1000/a
`;
    expect(cardsOf(text)).toMatchObject([{ authors: ['M. Glas', 'I.J. Lum'], pages: '1–9' }]);
  });

  test('IEEE Xplore', () => {
    const text = `"Document Title",Authors,"Author Affiliations","Publication Title",Date Added To Xplore,"Publication Year","Volume","Issue","Start Page","End Page","Abstract","ISSN",ISBNs,"DOI",Funding Information,PDF Link,"Author Keywords","IEEE Terms","Mesh_Terms",Article Citation Count,"Publisher",Document Identifier
"Lanterns over a quiet harbour","M. Glas; I. van der Lum","Lamp Office; Oil Office","2026 Conference on Lamps","1 Feb 2026","2026","","","1","9","Light.","1234-5679","978-3-16-148410-0","10.1109/LAMP.2026.1","","https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=8237506","oil;draught","Lamps;Light","","3","IEEE","IEEE Conferences"
`;
    expect(read(text)?.entries).toMatchObject([
      {
        card: {
          title: 'Lanterns over a quiet harbour',
          authors: ['M. Glas', 'I. van der Lum'],
          venue: '2026 Conference on Lamps',
          pages: '1–9',
          publishedAt: '2026',
          isbn: ['978-3-16-148410-0'],
          identifiers: { doi: '10.1109/lamp.2026.1', ieee: '8237506' },
        },
        tags: ['oil', 'draught', 'Lamps', 'Light'],
      },
    ]);
  });

  test.each([
    [
      'Google Scholar',
      `Authors,Title,Publication,Volume,Number,Pages,Year,Publisher
"Glas, Maria; van der Lum, Ivo; ",Lanterns over a quiet harbour,arXiv preprint arXiv:2601.00001,,,,2026,
`,
      {
        authors: ['Maria Glas', 'Ivo van der Lum'],
        identifiers: { arxiv: '2601.00001' },
        type: 'preprint',
        publishedAt: '2026',
      },
    ],
    [
      'ACM',
      `"type","id","author","editor","advisor","note","title","pages","article_no","num_pages","keywords","doi","journal","issue_date","volume","issue_no","description","month","year","issn","booktitle","acronym","isbn","publisher"
"article","1234","Maria Glas and Ivo van der Lum","","","","Lanterns over a quiet harbour","1--9","","9","oil, draught","10.1145/1.2","","","","","","July","2026","","Proceedings of Lamps","LAMP","","ACM"
`,
      {
        authors: ['Maria Glas', 'Ivo van der Lum'],
        publishedAt: '2026-07',
        venue: 'Proceedings of Lamps',
        pages: '1--9',
        identifiers: { doi: '10.1145/1.2' },
      },
    ],
    [
      'Paperpile',
      `Item type,Labels filed in,Folders filed in,Authors,Title,Journal,Publication year,Date published,Volume,Issue,Page(s),DOI,arXiv ID,PMID,URLs,Abstract,Citekey,Date added
Journal Article,oil;draught,Lamps,"Glas M,Lum IJ",Lanterns over a quiet harbour,Lamps,2026,2026-07-01,1,2,3-4,10.1000/a,2601.00001,123,https://a.example;https://b.example,Light.,Glas2026-ab,2026-08-01 10:00:00
`,
      {
        authors: ['M. Glas', 'I. J. Lum'],
        publishedAt: '2026-07-01',
        pages: '3-4',
        identifiers: { doi: '10.1000/a', arxiv: '2601.00001', pmid: '123' },
        url: 'https://a.example',
        type: 'article',
      },
    ],
    [
      'PubMed',
      `PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
123456,Lanterns over a quiet harbour,"Glas M, van der Lum I, Lum IJ.",Lamps. 2026,Glas M,Lamps,2026,2026/07/01,PMC7654321,,10.1000/a
`,
      {
        authors: ['M. Glas', 'I. van der Lum', 'I. J. Lum'],
        venue: 'Lamps',
        identifiers: { doi: '10.1000/a', pmid: '123456', pmcid: 'PMC7654321' },
      },
    ],
    [
      'Web of Science',
      'PT\tAU\tAF\tTI\tSO\tDT\tDE\tID\tAB\tSN\tPY\tVL\tIS\tBP\tEP\tDI\tUT\tPM\nJ\tGlas, M; Lum, I\tGlas, Maria; Lum, Ivo\tLanterns over a quiet harbour\tLAMPS\tArticle; Proceedings Paper\toil; draught\tLIGHT\tLight.\t1234-5679\t2026\t3\t2\t1\t9\t10.1000/a\tWOS:1\t123\n',
      {
        authors: ['Maria Glas', 'Ivo Lum'],
        venue: 'LAMPS',
        pages: '1–9',
        type: 'conference',
        identifiers: { doi: '10.1000/a', pmid: '123' },
      },
    ],
    [
      'Publish or Perish',
      `"Cites","Authors","Title","Year","Source","Publisher","ArticleURL","CitesURL","GSRank","QueryDate","Type","DOI","ISSN","CitationURL","Volume","Issue","StartPage","EndPage","Abstract","FullTextURL"
3,"M Glas, I Lum","Lanterns over a quiet harbour",2026,"Lamps","Lum","https://arxiv.org/abs/2601.00001","",1,"2026-10-01","","10.1000/a","","",0,0,0,0,"Light.",""
`,
      { identifiers: { doi: '10.1000/a', arxiv: '2601.00001' }, venue: 'Lamps' },
    ],
  ])('%s', (_, text, card) => {
    const cards = cardsOf(text);
    expect(cards).toHaveLength(1);
    expect(cards).toMatchObject([{ title: 'Lanterns over a quiet harbour', ...card }]);
  });

  test('folders are collections, labels are tags', () => {
    const text =
      'Title,Labels filed in,Folders filed in,Citekey\nLanterns,oil;draught,Lamps;To read,glas2026\n';
    expect(read(text)?.entries).toMatchObject([
      { tags: ['oil', 'draught'], collections: ['Lamps', 'To read'], key: 'glas2026' },
    ]);
  });
});

describe('what people keep', () => {
  test('with their own marks', () => {
    const text = `Title,Authors,Year,Link,Status,Favourite,Tags,Notes,Added
Lanterns,Maria Glas and Ivo Lum,2026.0,https://arxiv.org/abs/2601.00001v2,Done,yes,"oil, to read","Mine,
all mine",2026/07/01
Oils,"Glas, M., Lum, I.",July 2025,,in progress,,,,
Wicks,,,,unread,no,,,not yet
`;
    expect(read(text)?.entries).toEqual([
      {
        card: {
          site: 'csv',
          title: 'Lanterns',
          authors: ['Maria Glas', 'Ivo Lum'],
          publishedAt: '2026',
          type: 'preprint',
          identifiers: { arxiv: '2601.00001' },
          url: 'https://arxiv.org/abs/2601.00001v2',
        },
        tags: ['oil', 'to read'],
        note: 'Mine,\nall mine',
        status: 'read',
        starred: true,
        savedAt: '2026-07-01T00:00:00.000Z',
        place: 1,
        line: 2,
      },
      {
        card: {
          site: 'csv',
          title: 'Oils',
          authors: ['M. Glas', 'I. Lum'],
          publishedAt: '2025-07',
          identifiers: {},
        },
        status: 'reading',
        place: 2,
        line: 4,
      },
      { card: { site: 'csv', title: 'Wicks', identifiers: {} }, place: 3, line: 5 },
    ]);
  });

  test.each([
    ['commas', 'Title,DOI\nA,10.1000/a\nB,10.1000/b\n'],
    ['semicolons', 'Title;DOI\nA;10.1000/a\nB;10.1000/b\n'],
    ['tabs', 'Title\tDOI\nA\t10.1000/a\nB\t10.1000/b\n'],
    ['strokes, as in Markdown', '| Title | DOI |\n| --- | :-: |\n| A | 10.1000/a |\n| B | 10.1000/b |\n'],
    ['a line for Excel', 'sep=;\r\nTitle;DOI\r\nA;10.1000/a\r\nB;10.1000/b\r\n'],
    ['a mark in front', '\uFEFFTitle,DOI\nA,10.1000/a\nB,10.1000/b'],
    ['CR only', 'Title,DOI\rA,10.1000/a\rB,10.1000/b\r'],
    ['empty rows', '\n\n,\nTitle,DOI\n\n,,\nA,10.1000/a\n , \n\r\nB,10.1000/b\n\n'],
    ['a title above', 'My papers,\nexported 2026-01-01,\n\nTitle,DOI\nA,10.1000/a\nB,10.1000/b\n'],
    ['ragged rows', 'No,Title,DOI,Year\n1,A,10.1000/a\n2,B,10.1000/b,2026,\n'],
    ['quotation marks in the middle', 'Title,DOI\nA,10.1000/a\n"B" ,"10.1000/b"\n'],
    ['headings in German', 'Titel;DOI;Jahr\nA;10.1000/a;2026\nB;10.1000/b;2025\n'],
    ['headings in Chinese', '标题,作者,DOI\nA,张三;李四,10.1000/a\nB,王五,10.1000/b\n'],
    ['headings in capitals and spaces', ' TITLE , D O I \nA,10.1000/a\nB,10.1000/b\n'],
  ])('with %s', (_, text) => {
    for (const name of ['papers.csv', '', 'papers.txt'])
      expect(cardsOf(text, name)?.map(({ title, identifiers }) => [title, identifiers.doi])).toEqual([
        ['A', '10.1000/a'],
        ['B', '10.1000/b'],
      ]);
  });

  test('quotation marks that are letters', () => {
    expect(titlesOf('Title,Year\n5" lamps,2026\n"The "great" lamp",2025\n"An ""old"" lamp",2024\n')).toEqual([
      '5" lamps',
      'The "great" lamp',
      'An "old" lamp',
    ]);
  });

  test('a table without headings, whose identifiers tell', () => {
    const text = '10.1000/a,Lanterns\n10.1000/b,Oils\n';
    const reading = read(text);
    expect(reading?.entries?.map(({ card, line }) => [card.identifiers, line])).toEqual([
      [{ doi: '10.1000/a' }, 1],
      [{ doi: '10.1000/b' }, 2],
    ]);
    expect(read(text, 'papers.csv', { 2: 'title' })?.entries).toMatchObject([
      { card: { title: 'Lanterns' } },
      { card: { title: 'Oils' } },
    ]);
  });

  test('a column whose heading we do not know, of identifiers', () => {
    expect(cardsOf('Title,Kennung\nA,10.1000/a\nB,\nC,10.1000/c\n')).toMatchObject([
      { identifiers: { doi: '10.1000/a' } },
      { identifiers: {} },
      { identifiers: { doi: '10.1000/c' } },
    ]);
  });
});

describe('columns', () => {
  const text = 'What,Who,When,Why\nLanterns,Maria Glas,2026,Light\nOils,Ivo Lum,2025,Draught\n';

  test('that name no paper are told, and rows refused until somebody says what they are', () => {
    expect(read(text)).toEqual({
      papers: [],
      entries: [],
      refused: [
        { place: 1, line: 2, title: 'Lanterns', reason: 'unnamed' },
        { place: 2, line: 3, title: 'Oils', reason: 'unnamed' },
      ],
      unkept: { What: 2, Who: 2, When: 2, Why: 2 },
      columns: { What: 'none', Who: 'none', When: 'none', Why: 'none' },
    });
  });

  test('are what the person says', () => {
    const told: Columns = { What: 'title', Who: 'authors', When: 'date', Why: 'none' };
    const reading = read(text, 'papers.csv', told);
    expect(reading?.entries).toMatchObject([
      { card: { title: 'Lanterns', authors: ['Maria Glas'], publishedAt: '2026' } },
      { card: { title: 'Oils' } },
    ]);
    expect([reading?.columns, reading?.unkept]).toEqual([told, { Why: 2 }]);
  });

  test('of another name are no table of papers', () => {
    expect(read(text, 'papers.txt')).toBeUndefined();
    expect(read(text, '')).toBeUndefined();
  });

  test('that are called alike are told apart, and so are those without a name', () => {
    expect(Object.keys(read('Title,X,X,,__proto__\nA,b,c,d,e\n')?.columns ?? {}).sort()).toEqual(
      ['Title', 'X', 'X (2)', '4', '__proto__'].sort(),
    );
  });

  test('the title can be another column than the one that we took', () => {
    const other = 'Title,Full title\nMr,Lanterns\n';
    const reading = read(other, 'papers.csv', { Title: 'none', 'Full title': 'title' });
    expect(reading?.entries).toMatchObject([{ card: { title: 'Lanterns' } }]);
  });
});

test.each([
  ['text', 'Good morning, everybody.\nThe title, as it were, is short.'],
  ['nothing', ''],
  ['one line', 'Title'],
  ['a list of titles', 'Lanterns over a quiet harbour\nOils and wicks\n'],
  ['JSON', '[{"title":"A","doi":"10.1000/a"},\n{"title":"B","doi":"10.1000/b"}]'],
  ['BibTeX', '@article{a,\n title = {A},\n doi = {10.1000/a}}'],
  ['HTML', '<table><tr><td>Title</td><td>DOI</td></tr></table>'],
  ['a page that was copied', 'Title\nLanterns\nAuthors\nMaria Glas\nAbstract\nLight.\n'],
])('%s is no table', (_, text) => {
  expect(read(text, '')).toBeUndefined();
});

test('a column of identifiers alone is a text that says them', () => {
  expect(read('10.1000/a\n10.1000/b\n')).toBeUndefined();
});

describe('bad input', () => {
  const row = (index: number) => `"Lamp ${index}","Glas, Maria","10.1000/${index}"`;
  const lines = (count: number) => Array.from({ length: count }, (_, index) => row(index));
  const table = (rows: string[]) => ['Title,Authors,DOI', ...rows].join('\r\n');

  test.each([
    ['without its last quotation mark', '"Lamp x","Glas, Maria","10.1000/x'],
    ['without one in the middle', '"Lamp x","Glas, Maria,"10.1000/x"'],
    ['without the first one that closes', '"Lamp x,"Glas, Maria","10.1000/x"'],
    ['with a cell too many', 'Lamps, oils, Maria Glas,10.1000/x'],
  ])('one row among 500 %s is refused with its line', (_, bad) => {
    const rows = lines(500);
    rows[250] = bad;
    const reading = read(table(rows));
    expect(reading?.entries).toHaveLength(499);
    expect(reading?.refused).toMatchObject([{ place: 251, line: 252, reason: 'notARecord' }]);
    expect(reading?.problem).toBeUndefined();
  });

  test('a file that was cut off gives the rows that are whole', () => {
    const text = table([row(1), row(2), '"Lamp 3","Glas, Maria","One.\nTwo, three, and four.\nFive']);
    const reading = read(text);
    expect([reading?.entries?.length, reading?.problem]).toEqual([2, 'truncated']);
    expect(reading?.refused).toMatchObject([{ place: 3, line: 4, title: 'Lamp 3' }]);
  });

  test('a mark in the middle, two papers with one DOI, and names that objects have', () => {
    const text = table([row(1), row(1), `\uFEFF"__proto__","constructor","10.1000/y"`]).replaceAll(
      '\r\n\uFEFF',
      '\r\n',
    );
    expect(read(text)?.entries).toHaveLength(3);
  });

  test('binary data', () => {
    expect(read(`PK\u0003\u0004\0\0${'\uFFFD'.repeat(100)}`)).toBeUndefined();
  });

  test('any text, under any name, is read or refused, and gives cards as they should be', () => {
    const cell = fc.oneof(
      fc.constantFrom('Title', 'Authors', 'DOI', 'Year', 'Extra', 'Notes', 'URL', '"', '10.1000/a', '\uFEFF'),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.webUrl(),
    );
    const sign = fc.constantFrom(',', ';', '\t', '\n', '\r', '\r\n', '"', '""', '","');
    const texts = fc.array(fc.tuple(cell, sign), { maxLength: 60 }).map((pairs) => pairs.flat().join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom('', 'a.csv'), (text, name) => {
        for (const one of [text, `Title,DOI,Authors,Notes\n${text}`])
          for (const { card } of read(one, name)?.entries ?? []) PaperCard.parse(card);
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ['quotation marks', '"'],
    ['open cells', '\n"a,b'],
    ['empty rows', '\n'],
    ['rows of commas', ',,\n'],
    ['cells', 'a,'],
    ['strays at the beginning of lines', '"x\n'],
    ['spaces', ' '],
    ['brackets', '{['],
  ])('time is linear in %s', (_, piece) => {
    const text = `Title,DOI\n${piece.repeat(200_000)}`;
    expect(effort(() => ['a.csv', ''].map((name) => read(text, name)))).toBeLessThan(4000);
  });
});
