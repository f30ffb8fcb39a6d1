import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { papermemory } from '@/utils/formats/papermemory/papermemory';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from '../context';

const EXCHANGE = '../shared/exchange';
const read = (text: string) => papermemory.read(sourceOfText(text), CONTEXT);
const readValue = (value: unknown) => read(JSON.stringify(value));

/** A paper as it stands in the memory. */
const memory = (fields: object) => ({
  addDate: '2026-01-25T19:05:43.515Z',
  author: 'Maria Glas and Ivo van der Lum',
  bibtex: '',
  code: {},
  codeLink: '',
  count: 2,
  favorite: false,
  favoriteDate: '',
  id: 'Website_x',
  key: 'glas2026',
  lastOpenDate: '2026-01-26T19:05:43.515Z',
  md: '',
  note: '',
  pdfLink: '',
  source: 'website',
  tags: [],
  title: 'Lanterns over a quiet harbour',
  venue: '',
  year: '2026',
  ...fields,
});

describe('a memory', () => {
  test('gives papers with all that their owner added', async () => {
    const paper = memory({
      id: 'Arxiv-2601.00001',
      pdfLink: 'https://arxiv.org/pdf/2601.00001v2.pdf',
      bibtex:
        '@article{lum2026,\n title={Lanterns },\n author={Glas, Maria and van der Lum, Ivo},\n year={2026},\n month = {jul},\n journal={arXiv preprint arXiv: 2601.00001}\n}',
      ...{ tags: ['oil', ' to read '], note: 'Mine\nand more', favorite: true, venue: 'LAMP' },
      codeLink: 'https://github.com/a/b',
    });
    expect(await readValue({ 'Arxiv-2601.00001': paper, __dataVersion: 508 })).toEqual({
      papers: [],
      entries: [
        {
          card: {
            site: 'papermemory',
            identifiers: { arxiv: '2601.00001' },
            title: 'Lanterns over a quiet harbour',
            type: 'preprint',
            authors: ['Maria Glas', 'Ivo van der Lum'],
            publishedAt: '2026-07',
            url: 'https://arxiv.org/pdf/2601.00001v2.pdf',
            venue: 'LAMP',
            code: 'https://github.com/a/b',
          },
          tags: ['oil', 'to read'],
          note: 'Mine\nand more',
          key: 'glas2026',
          starred: true,
          savedAt: '2026-01-25T19:05:43.515Z',
          place: 1,
          line: 1,
        },
      ],
      refused: [],
      unkept: { count: 1, lastOpenDate: 1 },
    });
  });

  test('of 2021 had the text under another name, and ids without a source', async () => {
    const old = memory({
      id: '2010.01234',
      bibtext: '@article{a, title={A}, author={Anna Smith and Bo Jones and C Wu}}',
    });
    const reading = await readValue({ '2010.01234': old });
    expect(reading?.entries?.[0]?.card).toMatchObject({ identifiers: { arxiv: '2010.01234' } });
  });

  test('whose names were corrected has those', async () => {
    const paper = memory({ bibtex: '@misc{a, title={A}, author={One Name}}' });
    expect((await readValue({ a: paper }))?.entries?.[0]?.card.authors).toEqual([
      'Maria Glas',
      'Ivo van der Lum',
    ]);
  });

  test('refuses what is no paper, or has no name', async () => {
    const reading = await readValue({ a: memory({}), b: 7, c: memory({ title: '', author: '' }) });
    expect(reading?.refused).toEqual([
      { place: 2, line: 1, title: 'b', reason: 'notARecord' },
      { place: 3, line: 1, title: 'c', reason: 'unnamed' },
    ]);
    expect(reading?.entries).toHaveLength(1);
  });
});

describe('other shapes', () => {
  test('ids with BibTeX', async () => {
    const reading = await readValue({
      'OR-ICLR-2022_EZNOb_uNpJk': '@inproceedings{glas2022, title={Lanterns}, year={2022}}',
      'Arxiv-1703.10593': '',
      'JMLR-2012_x': '@article{lum, title={Oils}, journal={arXiv preprint arXiv: Arxiv-1703.10593}}',
    });
    expect(reading?.entries).toMatchObject([
      { card: { title: 'Lanterns', identifiers: { openreview: 'EZNOb_uNpJk' } }, key: 'glas2022', place: 1 },
      { card: { identifiers: { arxiv: '1703.10593' } }, place: 2 },
      { card: { title: 'Oils', identifiers: { arxiv: '1703.10593' } }, key: 'lum', place: 3 },
    ]);
  });

  test('addresses with titles', async () => {
    const reading = await readValue([
      {
        url: 'https://arxiv.org/abs/2601.00001',
        title: 'Lanterns',
        tags: ['oil'],
        codeLink: 'https://github.com/a/b',
      },
      { url: 'https://lamps.example/1', title: 'Oils' },
      { url: 'https://lamps.example/2' },
    ]);
    expect(reading?.entries).toEqual([
      {
        card: {
          site: 'papermemory',
          identifiers: { arxiv: '2601.00001' },
          title: 'Lanterns',
          url: 'https://arxiv.org/abs/2601.00001',
          code: 'https://github.com/a/b',
        },
        tags: ['oil'],
        place: 1,
        line: 1,
      },
      {
        card: { site: 'papermemory', identifiers: {}, title: 'Oils', url: 'https://lamps.example/1' },
        place: 2,
        line: 1,
      },
    ]);
    expect(reading?.refused).toEqual([
      { place: 3, line: 1, title: 'https://lamps.example/2', reason: 'unnamed' },
    ]);
  });

  test('addresses alone, one a line', async () => {
    const reading = await read(
      '[\n"https://arxiv.org/abs/2601.00001",\n"https://doi.org/10.1000/a",\n"https://a.example/x"\n]',
    );
    expect(reading?.entries).toMatchObject([
      { card: { identifiers: { arxiv: '2601.00001' } }, line: 2 },
      { card: { identifiers: { doi: '10.1000/a' } }, line: 3 },
    ]);
    expect(reading?.refused).toEqual([
      { place: 3, line: 4, title: 'https://a.example/x', reason: 'unnamed' },
    ]);
  });

  test.each([
    ['text', 'Good morning'],
    ['nothing', ''],
    ['other JSON', '{"a":{"b":1}}'],
    ['a list of words', '["a","b"]'],
    ['a library', '{"format":"offprint-library","version":2,"papers":[]}'],
    ['CSL-JSON', '[{"id":"a","type":"article","title":"A","URL":"https://a.example"}]'],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['BibTeX', '@article{a, title={A}}'],
  ])('%s is none', async (_, text) => {
    expect(await read(text)).toBeUndefined();
  });
});

describe('real files', () => {
  const real = (name: string) => readFileSync(`${EXCHANGE}/${name}`, 'utf8');

  test.skipIf(!existsSync(EXCHANGE))('are read', async () => {
    const now = await read(real('papermemory-data.json'));
    expect(now?.refused).toEqual([]);
    expect(
      now?.entries?.map(({ card, key, note }) => [card.identifiers, card.publishedAt, key, note]),
    ).toEqual([
      [
        { acl: '2020.acl-main.405', doi: '10.18653/v1/2020.acl-main.405' },
        '2020-07',
        'joseph-morgan-2020-word',
        'Accepted @ ACL (2020)',
      ],
      [
        { arxiv: '1703.10593', doi: '10.1109/iccv.2017.244' },
        '2017',
        'zhu2017unpaired',
        'Accepted @ ICCV 2017 -- [dblp.org]',
      ],
      [{ jmlr: 'v13/bergstra12a' }, '2012', 'JMLR:v13:bergstra12a', 'Published @ JMLR (2012)'],
    ]);
    const old = await read(real('papermemory-data-old.json'));
    expect(old?.entries?.map(({ card }) => [card.title, card.identifiers])).toEqual([
      [
        'Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks',
        { arxiv: '1703.10593' },
      ],
      [
        'ClimateGAN: Raising Climate Change Awareness by Generating Images of Floods',
        { openreview: 'EZNOb_uNpJk' },
      ],
    ]);
  });
});

describe('bad input', () => {
  test('a file that was cut off gives the papers that are whole', async () => {
    const text = JSON.stringify({ a: memory({}), b: memory({}), c: memory({}) });
    const reading = await read(text.slice(0, -30));
    expect([reading?.problem, reading?.entries?.length]).toEqual(['truncated', 2]);
  });

  test('a broken paper takes no good one with it, and two with one id are both read', async () => {
    const good = JSON.stringify(memory({}));
    const text = `{\n${Array.from({ length: 500 }, (_, index) => `"a": ${index === 250 ? '{"title": "x",}' : good}`).join(',\n')}\n}`;
    const reading = await read(text);
    expect(reading?.entries).toHaveLength(499);
    expect(reading?.refused).toEqual([{ place: 251, line: 252, title: 'a', reason: 'notARecord' }]);
  });

  test('nested deeply, or with names that objects have', async () => {
    const deep = `{"a": ${JSON.stringify(memory({}))}, "b": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await read(deep))?.entries).toHaveLength(1);
    const odd = `{"__proto__": ${JSON.stringify(memory({}))}, "constructor": ${JSON.stringify(memory({}))}}`;
    expect((await read(odd))?.entries).toHaveLength(1);
  });

  test('any values are read or refused, and give cards as they should be', async () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({
        ...Object.fromEntries(Object.keys(memory({})).map((name) => [name, fc.jsonValue()])),
        tags: fc.oneof(fc.jsonValue(), fc.array(fc.string())),
      }),
      fc.record({ url: fc.oneof(fc.webUrl(), fc.string()), title: fc.jsonValue() }),
      fc.record({ title: fc.string({ unit: 'binary' }), bibtex: fc.string({ unit: 'binary' }) }).map(memory),
      fc.webUrl(),
      fc.string().map((text) => `@article{a, title={${text}}}`),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.array(value), fc.dictionary(fc.string(), value)),
        fc.nat(),
        async (file, cutAt) => {
          const text = JSON.stringify(file);
          for (const one of [text, text.slice(0, cutAt % (text.length + 1))])
            for (const { card } of (await read(one))?.entries ?? []) PaperCard.parse(card);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test('thousands of papers take no time', async () => {
    const text = JSON.stringify(
      Object.fromEntries(
        Array.from({ length: 4000 }, (_, index) => [
          `a${index}`,
          memory({ bibtex: `@article{a${index}, title={Lamp ${index}}, author={Maria Glas}, year={2026}}` }),
        ]),
      ),
    );
    const start = process.cpuUsage();
    expect((await read(text))?.entries).toHaveLength(4000);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10);
  });
});
