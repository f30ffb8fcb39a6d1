import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { readCslJson } from '@/utils/formats/csl-json/read-csl-json';
import { PaperCard } from '@/utils/paper/schema';

const EXCHANGE = '../shared/exchange';
const entryOf = (fields: object) =>
  readCslJson(JSON.stringify([{ type: 'article-journal', title: 'A', ...fields }]))?.entries[0];

test('a paper with all that is kept', () => {
  const text = `[{
    "id": "glas2026", "type": "paper-conference", "title": "Lamps &amp; <i>Oils</i>",
    "author": [{"family": "Glas", "given": "Maria"}, {"literal": "Ada Byron"}],
    "editor": [{"family": "Lum", "given": "Ivo", "non-dropping-particle": "van", "suffix": "Jr."}],
    "container-title": "Proc. of Lamps", "volume": 3, "issue": "4", "page": "1-9", "publisher": "Lum",
    "ISBN": "978-3-16-148410-0 0-943396-04-2", "ISSN": ["0036-8075"], "DOI": "10.1000/ABC_1", "URL": "https://a.example/1",
    "archive": "arXiv", "archive_location": "2601.00001", "issued": {"date-parts": [["2026", 1]]}, "abstract": "<p>One.</p><p>Two</p>",
    "keyword": "oil, to read", "note": "Mine\\n- a", "language": "en", "source": "", "custom": {}
  }]`;
  expect(readCslJson(text)).toEqual({
    entries: [
      {
        card: {
          site: 'csl-json',
          title: 'Lamps & Oils',
          authors: ['Maria Glas', 'Ada Byron'],
          editors: ['Ivo van Lum Jr.'],
          nameParts: { 'Ada Byron': { literal: 'Ada Byron' } },
          type: 'conference',
          venue: 'Proc. of Lamps',
          ...{ volume: '3', issue: '4', pages: '1-9', publisher: 'Lum' },
          isbn: ['978-3-16-148410-0', '0-943396-04-2'],
          issn: ['0036-8075'],
          identifiers: { doi: '10.1000/abc_1', arxiv: '2601.00001' },
          url: 'https://a.example/1',
          publishedAt: '2026-01',
          abstract: 'One.\n\nTwo',
        },
        tags: ['oil', 'to read'],
        note: 'Mine\n- a',
        key: 'glas2026',
        place: 1,
        line: 1,
      },
    ],
    refused: [],
    unkept: { language: 1 },
  });
});

describe('fields', () => {
  test.each<[object, Partial<PaperCard>]>([
    [
      {
        issued: {
          'date-parts': [
            [2011, 5, 25],
            [2012, 6, 26],
          ],
          circa: true,
        },
      },
      { publishedAt: '2011-05-25' },
    ],
    [{ issued: { 'date-parts': [[2017]], season: 3 } }, { publishedAt: '2017' }],
    [{ issued: { 'date-parts': [[2017, null]] } }, { publishedAt: '2017' }],
    [{ issued: { raw: '12 June 2017' } }, { publishedAt: '2017-06-12' }],
    [{ issued: '2017-06' }, { publishedAt: '2017-06' }],
    [
      { type: 'article', genre: 'preprint', publisher: 'arXiv', number: 'arXiv:1706.03762' },
      { type: 'preprint', identifiers: { arxiv: '1706.03762' } },
    ],
    [
      { type: 'article', publisher: 'bioRxiv' },
      { type: 'preprint', venue: 'bioRxiv' },
    ],
    [
      { type: 'book', 'collection-title': 'Lamps' },
      { type: 'book', venue: 'Lamps' },
    ],
    [{ 'container-title': ['Optics', 'Opt.'] }, { venue: 'Optics' }],
    [{ PMID: '15608231', PMCID: 'PMC540026' }, { identifiers: { pmid: '15608231', pmcid: 'PMC540026' } }],
    [
      { author: [{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }, {}, null, 'x'] },
      { authors: ['Ludwig van Beethoven'] },
    ],
  ])('%j', (fields, card) => {
    expect(entryOf(fields)?.card).toMatchObject(card);
  });

  test.each([
    [{ id: 'glas2026' }, 'glas2026'],
    [{ id: 'http://zotero.org/users/1/items/ABC', 'citation-key': 'glas' }, 'glas'],
    [{ id: 'http://zotero.org/users/1/items/ABC' }, undefined],
    [{ id: 17 }, undefined],
  ])('the key of %j', (fields, key) => {
    expect(entryOf(fields)?.key).toBe(key);
  });
});

describe('what is broken', () => {
  const items = Array.from({ length: 500 }, (_, index) => ({
    id: `key${index}`,
    type: 'article-journal',
    title: `Lamp ${index}`,
    author: [{ family: 'Glas', given: 'Maria' }, { literal: 'Lamp Office' }],
    issued: { 'date-parts': [[2020, 1, 2]] },
  }));
  const whole = items.map((item) => JSON.stringify(item));
  const signs = [...(whole[250] ?? '').matchAll(/["{}[\]]/g)].map(({ index }) => index);

  test.each(signs)('one sign missing among 500: the one at %i', (at) => {
    const broken = (whole[250] ?? '').slice(0, at) + (whole[250] ?? '').slice(at + 1);
    const read = readCslJson(`[\n${whole.with(250, broken).join(',\n')}\n]`);
    const others = read?.entries.filter(({ key }) => key !== 'key250');
    expect(others).toHaveLength(499);
    expect(read?.refused).toMatchObject([{ place: 251, line: 252 }]);
  });

  test('pretty-printed, too', () => {
    const text = JSON.stringify(items, null, 2);
    const at = text.indexOf('"key250"');
    const read = readCslJson(`${text.slice(0, at)}${text.slice(at + 1)}`);
    expect(read?.entries).toHaveLength(499);
    expect(read?.refused).toHaveLength(1);
  });

  test('what names nothing, and what is no record', () => {
    const read = readCslJson(
      '[{"type":"book","id":"k"},\n17,\n{"type":"book","title":"A"},\n{"title":"Lamps',
    );
    expect(read?.entries).toMatchObject([{ place: 3, line: 3 }]);
    expect(read?.refused).toEqual([
      { place: 1, line: 1, reason: 'unnamed', title: 'k' },
      { place: 2, line: 2, reason: 'notARecord' },
      { place: 4, line: 4, reason: 'cutOff', title: 'Lamps' },
    ]);
  });

  test('fields named as those of objects do no harm', () => {
    const read = readCslJson(
      '[{"type":"book","title":"A","__proto__":{"title":"B"},"constructor":"C","author":[{"literal":"__proto__"}]}]',
    );
    expect(read?.entries[0]?.card).toMatchObject({ title: 'A', authors: ['__proto__'] });
    expect(Object.entries(read?.unkept ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
    ]);
  });
});

test.each([
  ['', 'empty'],
  ['[', 'nothing within'],
  ['[1] A. Glas. Lamps. 2020.', 'a list of citations'],
  ['{"1706.03762": {"title": "A", "author": "A and B", "bibtex": "@article{a}"}}', 'papers by their ids'],
  ['[{"title": "A", "url": "https://a.example", "tags": ["book"]}]', 'papers of another program'],
  ['{"format":"offprint-library","version":2,"papers":[{"id":"a:b","type":"book","title":"A"}]}', 'our own'],
  ['@article{a, title={A}}', 'BibTeX'],
])('no CSL: %s', (text) => {
  expect(readCslJson(text)).toBeUndefined();
});

describe('no file is too much', () => {
  const many = 20_000;
  const one = '{"type":"book","title":"A"}';
  test.each([
    ['empty items', `[${one}${',{}'.repeat(many)}]`, many],
    ['lists in lists', `[${one},${'['.repeat(many * 10)}`, 1],
    ['objects in lists in objects', `[${one},${'[{"a":'.repeat(many * 5)}`, 1],
    [
      'an author nested deeply',
      `[${one},{"type":"book","title":"B","author":${'['.repeat(many)}${']'.repeat(many)}}]`,
      0,
    ],
    ['quotation marks', `[${one},{${'"'.repeat(many * 10)}`, 1],
    ['backslashes', `[${one},{"a":"${'\\'.repeat(many * 10)}`, 1],
    ['items without end', `[${one}${',\n{"type":"book","title":"B"'.repeat(many / 4)}`, 1],
    ['spaces', `[${one},${'\n'.repeat(many * 50)}x`, 1],
    ['authors', `[{"type":"book","title":"A","author":[${'{"family":"G"},'.repeat(many)}{}]}]`, 0],
  ])('%s', (_, text, refused) => {
    expect(effort(() => expect(readCslJson(text)?.refused).toHaveLength(refused))).toBeLessThan(8000);
  });
});

test('any JSON is read, and every card is sound', () => {
  const names = [
    'title',
    'author',
    'issued',
    'DOI',
    'URL',
    'ISBN',
    'keyword',
    'note',
    'page',
    'type',
    'id',
    'date-parts',
    'family',
    '__proto__',
  ];
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constant(null),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 5 }), fc.nat(), (items, cut) => {
      const text = `[{"type":"book","title":"A"},${JSON.stringify(items).slice(1)}`;
      for (const { card } of readCslJson(text)?.entries ?? []) PaperCard.parse(card);
      for (const { card } of readCslJson(text.slice(0, cut % text.length))?.entries ?? [])
        PaperCard.parse(card);
    }),
    { numRuns: runs(10_000) },
  );
});

describe.skipIf(!existsSync(EXCHANGE))('real files', () => {
  test.each([
    ['zotero-better-csl.json', 15],
    ['citationjs-biblatex.csl.json', 28],
  ])('%s', (name, count) => {
    const read = readCslJson(readFileSync(`${EXCHANGE}/${name}`, 'utf8'));
    expect(read?.refused).toEqual([]);
    expect(read?.entries).toHaveLength(count);
    for (const { card } of read?.entries ?? []) expect(PaperCard.parse(card).title).toMatch(/\S/);
  });
});
