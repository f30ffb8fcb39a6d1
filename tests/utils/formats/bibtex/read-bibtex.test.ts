import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { readBibtex } from '@/utils/formats/bibtex/read-bibtex';
import { PaperCard } from '@/utils/paper/schema';

const EXCHANGE = '../shared/exchange';
/** How many entries the real files have; all are read. */
const REAL: Record<string, number> = {
  'acl-anthology.bib': 81,
  'acm-dl.bib': 2,
  'ads.bib': 1,
  'arxiv-bbt.bibtex': 3,
  'citationjs-biblatex.bib': 28,
  'crossref.bib': 7,
  'dblp.bib': 25,
  'extended-names.bib': 3,
  'google-scholar.bib': 1,
  'ieee-xplore.bib': 26,
  'inspire.bib': 1,
  'jabref.bib': 13,
  'math-titles.bib': 2,
  'mendeley.bib': 5,
  'paperpile.bib': 17,
  'particles-bbt.biblatex': 53,
  'ring-above.bib': 1,
  'sciencedirect.bib': 7,
  'scopus.bib': 14,
};

const entriesOf = (text: string) => readBibtex(text)?.entries ?? [];
const cardOf = (text: string) => entriesOf(text)[0]?.card;

describe('a paper', () => {
  test('with all that is kept', () => {
    const text = String.raw`
@InProceedings{ glas2026 ,
  title = {{L}amps {\&} Oils: {$O(n^2)$}}, author = "Glas, Maria and {Lamp Office}", editor = {van Lum, Ivo},
  booktitle = {Proc. of Lamps}, volume = 3, number = {4}, pages = {1--9}, publisher = {Lum}, isbn = {978-3-16-148410-0},
  issn = {0036-8075, 1095-9203}, doi = {https://doi.org/10.1000/ABC\_1}, eprint = {2601.00001}, archivePrefix = {arXiv},
  primaryClass = {cs.CL}, url = {https://a.example/1 https://a.example/2}, year = 2026, month = jan,
  abstract = {One.

  Two
  lines.}, keywords = {oil, to read}, annotation = {Mine}, file = {a.pdf}, address = {Here}
}`;
    expect(readBibtex(text)).toEqual({
      entries: [
        {
          card: {
            site: 'bibtex',
            title: 'Lamps & Oils: $O(n^2)$',
            authors: ['Maria Glas', 'Lamp Office'],
            editors: ['Ivo van Lum'],
            type: 'conference',
            venue: 'Proc. of Lamps',
            volume: '3',
            issue: '4',
            pages: '1–9',
            publisher: 'Lum',
            isbn: ['978-3-16-148410-0'],
            issn: ['0036-8075', '1095-9203'],
            identifiers: { doi: '10.1000/abc_1', arxiv: '2601.00001' },
            primaryClass: 'cs.CL',
            url: 'https://a.example/1',
            publishedAt: '2026-01',
            abstract: 'One.\n\nTwo lines.',
          },
          tags: ['oil', 'to read'],
          note: 'Mine',
          key: 'glas2026',
          place: 1,
          line: 2,
        },
      ],
      refused: [],
      unkept: { file: 1, address: 1 },
    });
  });

  test.each([
    ['@article{k, title={A}, journal={arXiv preprint arXiv:1703.10593}, year=2017}', { type: 'preprint' }],
    ['@article{k, title={A}, journal={CoRR}, volume={abs/1704.08305}}', { type: 'preprint' }],
    ['@misc{k, title={A}, eprint={1703.10593}, archiveprefix={arXiv}}', { type: 'preprint' }],
    ['@article{k, title={A}, journal={Nature}, eprint={1703.10593}}', { type: 'article', venue: 'Nature' }],
    ['@phdthesis{k, title={A}, school={Lum}}', { type: 'thesis', publisher: 'Lum' }],
    ['@online{k, title={A}, subtitle={B}}', { title: 'A: B' }],
    ['@misc{k, title={A}, howpublished={Blog}}', { venue: 'Blog' }],
    [String.raw`@article{k, title={A}, journal={\mnras}}`, { venue: 'MNRAS' }],
    [
      String.raw`@preamble{"\newcommand{\mnras}" # "{Monthly}"}@article{k, title={A}, journal={\mnras}}`,
      { venue: 'Monthly' },
    ],
  ] as [string, Partial<PaperCard>][])('%s', (text, card) => {
    const read = cardOf(text);
    expect(read).toMatchObject(card);
    if (card.type === 'preprint') expect(read).not.toHaveProperty('venue');
    if (card.type === 'preprint') expect(read).not.toHaveProperty('volume');
  });

  test('two with one key stay two', () => {
    expect(entriesOf('@misc{k, title={A}}@misc{k, title={B}}').map(({ key }) => key)).toEqual(['k', 'k']);
  });

  test('without anything that identifies it is refused by its key', () => {
    expect(readBibtex('@misc{k, year=2020}')).toMatchObject({
      entries: [],
      refused: [{ place: 1, line: 1, reason: 'unnamed', title: 'k' }],
    });
  });

  test('fields named as those of objects do no harm', () => {
    const read = readBibtex(
      '@misc{__proto__, title={A}, __proto__={B}, constructor={C}, author={{__proto__}}}',
    );
    expect(read?.entries).toMatchObject([{ key: '__proto__', card: { authors: ['__proto__'] } }]);
    expect(Object.entries(read?.unkept ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
    ]);
  });
});

describe('one brace missing among 500', () => {
  const entry = (index: number) =>
    `@article{key${index},\n  title = {Lamp {Number} ${index}},\n  author = {Glas, Maria and {Lamp Office}},\n  year = {2020}\n}\n\n`;
  const whole = Array.from({ length: 500 }, (_, index) => entry(index));
  const braces = [...entry(250).matchAll(/[{}]/g)].map(({ index }) => index);

  test.each(braces)('the one at %i', (at) => {
    const broken = entry(250).slice(0, at) + entry(250).slice(at + 1);
    const read = readBibtex(whole.with(250, broken).join(''));
    const others = read?.entries.filter(({ key }) => key !== 'key250') ?? [];
    expect(others).toHaveLength(499);
    // Where it closed the last field or the entry, all of it may have been understood.
    if (read?.refused.length === 0) expect(read.entries[250]?.card).toEqual(cardOf(entry(250)));
    else expect(read?.refused).toMatchObject([{ place: 251, line: 250 * 6 + 1 }]);
  });
});

describe('no file is too much', () => {
  const quick = (text: string, limit = 4000) => {
    let read = undefined as ReturnType<typeof readBibtex>;
    const taken = effort(() => {
      read = readBibtex(text);
    });
    expect(taken).toBeLessThan(2 * limit);
    return read;
  };
  const many = 20_000;

  test('braces nested 100,000 deep', () => {
    const nested = `${'{'.repeat(100_000)}A${'}'.repeat(100_000)}`;
    expect(quick(`@misc{k, title=${nested}, author=${nested}}`)?.entries[0]?.card.title).toBe('A');
    expect(quick(`@misc{k, title=${'{'.repeat(100_000)}`)?.refused).toHaveLength(1);
  });

  test('macros that double, and commands without end', () => {
    const doubling = Array.from(
      { length: 100 },
      (_, index) => `@string{m${index + 1} = m${index} # m${index}}`,
    );
    expect(quick(`@string{m0 = "x"}${doubling.join('')}@misc{k, title = {A} # m100}`)?.entries).toHaveLength(
      1,
    );
    const loop = String.raw`@preamble{"\newcommand{\loop}{\loop\loop}"}`;
    expect(quick(`${loop}@misc{k, title={A ${'\\loop'.repeat(10_000)}}}`)?.entries).toHaveLength(1);
  });

  test.each([
    ['empty entries', '@article{,}\n'.repeat(many), many],
    ['comments without end', `@comment{\n`.repeat(many), undefined],
    ['entries without end', '@misc{k, title={A\n'.repeat(many), many],
    ['entries without end, on one line', '@misc{k, title={A} '.repeat(many), many],
    ['quotes without end', '@misc{k, title="A\n'.repeat(many), many],
    ['at signs', `@misc{k,}${'@'.repeat(many * 10)}`, 1],
    ['spaces', `@misc{k,${' '.repeat(many * 50)}}`, 1],
    ['commas', `@misc{k${','.repeat(many * 50)}}`, 1],
    ['hashes', `@misc{k, title = {A}${' # {}'.repeat(many)}, year = }`, 0],
    ['authors', `@misc{k, title={A}, author={${'Glas, Maria and '.repeat(many)}}}`, 0],
    [
      'chapters of one book',
      `@book{b, title={${'B'.repeat(4900)}}}${'@inbook{k, crossref={b}}\n'.repeat(many / 4)}`,
      0,
    ],
    [
      'sets of sets',
      Array.from(
        { length: many },
        (_, index) =>
          `@xdata{x${index}, xdata={${Array.from({ length: 10 }, (_, n) => `x${index + n + 1}`)}}}`,
      ).join('\n'),
      0,
    ],
  ])('%s', (_, text, refused) => {
    expect(quick(text)?.refused.length).toBe(refused);
  });
});

describe('properties', () => {
  const bits = fc.constantFrom(
    '@',
    '{',
    '}',
    '"',
    ',',
    '=',
    '#',
    '\n',
    '\\',
    '$',
    '%',
    ' and ',
    '@misc{',
    'title',
    '@string{',
    '@comment{',
    "\\'",
    '__proto__',
    '2020',
    'crossref',
  );
  const soup = fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 });

  test('any text is read, and every card is sound', () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        for (const { card } of entriesOf(`@misc{k, title={A}}\n${pieces.join('')}`)) PaperCard.parse(card);
      }),
      { numRuns: runs(10_000) },
    );
  });

  test('any value is read into a sound card', () => {
    const field = fc.tuple(
      fc.constantFrom(
        'title',
        'author',
        'abstract',
        'year',
        'doi',
        'url',
        'keywords',
        'pages',
        'note',
        'eprint',
        'isbn',
      ),
      soup,
    );
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const written = fields.map(
          ([name, pieces]) => `${name} = {${pieces.join('').replace(/[{}@]/g, '')}}`,
        );
        for (const { card } of entriesOf(`@article{k, ${written.join(', ')}}`)) PaperCard.parse(card);
      }),
      { numRuns: runs(10_000) },
    );
  });

  test('what is written well is read as it was meant', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-öø-ÿα-ω一-龥]{2,9}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    const capital = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    const paper = fc.record({
      kind: fc.constantFrom('article', 'InProceedings', 'MISC'),
      title: words,
      family: capital,
      given: capital,
      year: fc.integer({ min: 1900, max: 2099 }),
      quoted: fc.boolean(),
      gap: fc.constantFrom(' ', '\n', '\r\n\t', ''),
      junk: fc.constantFrom('', 'text\n', '% a comment @misc{x,}\n', '@comment{x {y}}\n'),
    });
    type Written = typeof paper extends fc.Arbitrary<infer T> ? T : never;
    const write = ({ kind, title, family, given, year, quoted, gap, junk }: Written, index: number) => {
      const value = (text: string) => (quoted ? `"${text}"` : `{${text}}`);
      return `${junk}@${kind}{k${index},${gap}title${gap}=${gap}${value(title)},author=${value(`${family}, ${given}`)},${gap}year=${year}${gap}}\n`;
    };
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 8 }), (papers) => {
        const read = readBibtex(papers.map(write).join(''));
        expect(read?.refused).toEqual([]);
        expect(
          read?.entries.map(({ key, card: { title, authors, publishedAt } }) => [
            key,
            title,
            authors,
            publishedAt,
          ]),
        ).toEqual(
          papers.map(({ title, family, given, year }, index) => [
            `k${index}`,
            title,
            [`${given} ${family}`],
            String(year),
          ]),
        );
      }),
      { numRuns: runs(4000) },
    );
  });
});

describe.skipIf(!existsSync(EXCHANGE))('real files', () => {
  const files = existsSync(EXCHANGE) ? readdirSync(EXCHANGE).filter((name) => name in REAL) : [];

  test.each(files)('%s', (name) => {
    const read = readBibtex(readFileSync(`${EXCHANGE}/${name}`, 'utf8'));
    expect(read?.refused).toEqual([]);
    expect(read?.entries).toHaveLength(REAL[name] ?? 0);
    for (const { card } of read?.entries ?? []) {
      PaperCard.parse(card);
      expect(card.title).toMatch(/\S/);
      expect(`${card.title} ${card.authors} ${card.venue}`).not.toMatch(/[{}\\](?![^$]*\$)/);
    }
  });
});
