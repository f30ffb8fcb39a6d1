/** What other programs read in our files: pandoc, and where they are installed, pybtex, BibTeX and biber. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { isInstalled, pandoc } from '@/tests/utils/formats/judges';
import { written } from '@/tests/utils/formats/written';
import { biblatex } from '@/utils/formats/biblatex';
import { bibtex } from '@/utils/formats/bibtex/bibtex';
import type { Entry } from '@/utils/formats/parts/format';
import { namePartsOf } from '@/utils/paper/name-parts';
import type { NameParts } from '@/utils/paper/schema';
import { drawTex } from '@/utils/text/draw-tex';
import { entryOf, SAMPLES } from './sample-papers';

const FORMATS = { bibtex, biblatex };
const ENTRIES = [...SAMPLES, ...generated()];
const VARIANTS = (['bibtex', 'biblatex'] as const).flatMap((format) =>
  [false, true].map((ascii) => [format, ascii] as const),
);
const folder = mkdtempSync(join(tmpdir(), 'judges-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a judge read of an entry. */
interface Told {
  title: string;
  authors: string[];
  doi: string;
  year: string;
}

describe.each(VARIANTS)('%s, in ASCII: %s', (format, ascii) => {
  const file = written(FORMATS[format], ENTRIES, { ascii });

  test('is read by pandoc as it is meant', async () => {
    const items: CslItem[] = JSON.parse(await pandoc(format, 'csljson', await file));
    expect(new Map(items.map((item) => [item.id, told(item)]))).toEqual(meant());
  });

  test('is read by @retorquere/bibtex-parser as it is meant', async () => {
    const { entries, errors } = parse(await file, { sentenceCase: false });
    expect(errors).toEqual([]);
    const read = entries.map(({ key, fields }): [string, Told] => [
      key,
      {
        title: bare(fields.title ?? ''),
        authors: (fields.author ?? []).map(({ name, prefix, lastName, firstName, suffix }) =>
          nameText([prefix, lastName, firstName, suffix, name]),
        ),
        doi: fields.doi ?? '',
        year: (fields.year ?? fields.date ?? '').slice(0, 4),
      },
    ]);
    expect(new Map(read)).toEqual(meant());
  });

  const python = pythonWithPybtex();
  test.skipIf(!python)('is read by pybtex as it is meant (skipped without pybtex)', async () => {
    const { stdout, stderr } = spawnSync(python ?? '', ['-W', 'error', '-c', PYBTEX], {
      input: await file,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const read: Record<string, Told> = JSON.parse(stdout);
    const expected = meant();
    expect(Object.keys(read)).toEqual([...expected.keys()]);
    for (const [key, { title, authors, doi, year }] of Object.entries(read)) {
      expect({ doi, year: year.slice(0, 4), count: authors.length }).toEqual({
        doi: expected.get(key)?.doi,
        year: expected.get(key)?.year,
        count: expected.get(key)?.authors.length,
      });
      // It decodes no TeX: only where there is none it says what it read.
      if (!ascii) expect(authors.map((name) => nameText([name]))).toEqual(expected.get(key)?.authors);
      expect(title).not.toBe('');
    }
  });

  test.skipIf(!isInstalled('biber') || format === 'bibtex')(
    'passes biber without a warning (skipped without biber)',
    async () => {
      const bib = join(folder, `biber-${ascii}.bib`);
      writeFileSync(bib, await file);
      const { stdout, status } = spawnSync(
        'biber',
        ['--tool', '--validate-datamodel', '--nolog', '--output-file', `${bib}.out`, bib],
        { encoding: 'utf8' },
      );
      expect(stdout.split('\n').filter((line) => /WARN|ERROR/.test(line))).toEqual([]);
      expect(status).toBe(0);
    },
  );

  test.skipIf(!isInstalled('bibtex') || format === 'biblatex')(
    'passes BibTeX without a warning (skipped without bibtex)',
    async () => {
      writeFileSync(join(folder, 'judged.bib'), await file);
      writeFileSync(
        join(folder, 'judged.aux'),
        '\\relax\n\\citation{*}\n\\bibdata{judged}\n\\bibstyle{plain}\n',
      );
      const { stdout, status } = spawnSync('bibtex', ['judged'], { cwd: folder, encoding: 'utf8' });
      expect(stdout).not.toMatch(/warning|error/i);
      expect(status).toBe(0);
      const bbl = readFileSync(join(folder, 'judged.bbl'), 'utf8');
      expect(bbl.match(/\\bibitem/g)).toHaveLength(ENTRIES.length);
    },
  );
});

/** What the file is meant to say. */
function meant(): Map<string, Told> {
  return new Map(
    ENTRIES.map(({ key, paper }) => [
      key,
      {
        title: bare(paper.title ?? ''),
        authors: paper.authors.map((name) => partsText(namePartsOf(name, paper.nameParts))),
        doi: doiOf({ key, paper }),
        year: paper.publishedAt?.slice(0, 4) ?? '',
      },
    ]),
  );
}

function doiOf({ paper: { identifiers, venue } }: Entry): string {
  const { arxiv, doi } = identifiers;
  return doi ? `${doi}` : arxiv && !venue ? `10.48550/arXiv.${arxiv}` : '';
}

interface CslItem {
  id: string;
  title: string;
  author?: {
    family?: string;
    given?: string;
    literal?: string;
    suffix?: string;
    'dropping-particle'?: string;
  }[];
  DOI?: string;
  issued: { 'date-parts': number[][] };
}

function told({ title, author = [], DOI = '', issued }: CslItem): Told {
  return {
    title: bare(title),
    authors: author.map((name) =>
      nameText([name['dropping-particle'], name.family, name.given, name.suffix, name.literal]),
    ),
    doi: DOI,
    year: `${issued['date-parts'][0]?.[0]}`,
  };
}

function partsText(parts: NameParts): string {
  if ('literal' in parts) return nameText([parts.literal]);
  return nameText([parts.particle, parts.family, parts.given, parts.suffix]);
}

function nameText(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ').replace(/[{}]/g, '').replace('\\&', '&').normalize('NFC');
}

/** Without what readers do as they please: case, kinds of quotes and dashes, spaces, formulas drawn or not. */
function bare(title: string): string {
  const drawn = title
    .replace(/\$\\([lr])brace\s*\$/g, (_, side) => (side === 'l' ? '⦃' : '⦄'))
    .replaceAll('$|$', '|')
    .replace(/\{(\p{L}*\p{Lu}\p{L}*)\}/gu, '$1')
    .replace(/<\/?su[bp]>/g, '');
  return drawTex(drawn)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[⦃⦄]/g, (brace) => (brace === '⦃' ? '{' : '}'))
    .replace(/[’‘]/g, "'")
    .replace(/[“”]|``|''/g, '"')
    .replace(/[–—-]+/g, '-')
    .replace(/\s+/g, '');
}

function pythonWithPybtex(): string | undefined {
  return ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import pybtex']).status === 0,
  );
}

/** Records of many kinds, the same in each run, complete in what styles ask for. */
function generated(): Entry[] {
  const words = fc.constantFrom(
    ...['Lamps', 'of', 'the', 'GPT-4', 'mRNA', 'Müller', 'naïve', 'Łódź', '50%', 'R&D', 'C++', 'a_b', '#1'],
    ...[
      'α',
      'β-decay',
      'x²',
      'CO₂',
      '≤',
      '→',
      'Ångström',
      'œuvre',
      'Straße',
      '{set}',
      'São',
      '~',
      '^',
      '<unk>',
    ],
    ...[
      '10°',
      '深度',
      'Привет',
      '“so”',
      '—',
      'don’t',
      'č',
      'ő',
      'ş',
      'ą',
      'ﬁne',
      'ệ',
      '½',
      'ħ',
      '∞',
      'ð',
      '€',
    ],
  );
  const people = fc.constantFrom(
    ...['Ada Lamp', 'Jean-Paul Sartre', 'Ludwig van Beethoven', 'Ngô Bảo Châu', 'Søren Kierkegaard', 'Plato'],
    ...[
      'Đặng Thái Sơn',
      'Gabriel García Márquez',
      'Lamp Research Group',
      '王小明',
      'Ö. Çelik',
      'Bo Wick Jr.',
    ],
    ...['Charles de la Vallée Poussin', 'OpenAI & Friends', 'Иван Иванов', 'Þór Ægir', 'Šárka Růžičková'],
  );
  const kinds = fc.constantFrom('article', 'conference', 'preprint', 'book', 'report', 'thesis', 'dataset');
  const papers = fc.record({
    title: fc.array(words, { minLength: 1, maxLength: 9 }).map((list) => list.join(' ')),
    authors: fc.uniqueArray(people, { minLength: 1, maxLength: 6 }),
    publishedAt: fc.constantFrom('1999', '2005-07', '2024-02-29'),
    type: kinds,
    number: fc.nat(99_999),
    abstract: fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
    volume: fc.constantFrom('1', '12'),
  });
  return fc.sample(papers, { numRuns: 40, seed: 7 }).map(({ number, type, ...fields }, index) =>
    entryOf(`generated${index}`, {
      ...fields,
      type: type as 'article',
      publisher: 'Lamp & Wick',
      ...(/article|conference/.test(type) && { venue: 'Annals of Lamps' }),
      identifiers: type === 'preprint' ? { arxiv: `2401.${number}` } : { doi: `10.1000/(a)_${number}<b>%20` },
    }),
  );
}

const PYBTEX = `
import json, sys
from pybtex.database import parse_string
database = parse_string(sys.stdin.buffer.read().decode(), 'bibtex')
def name(person):
    parts = (person.prelast_names, person.last_names, person.first_names, person.middle_names, person.lineage_names)
    return ' '.join(word for words in parts for word in words)
print(json.dumps({key: {
    'title': entry.fields['title'],
    'authors': [name(person) for person in entry.persons.get('author', [])],
    'doi': entry.fields.get('doi', ''),
    'year': entry.fields.get('year') or entry.fields.get('date'),
} for key, entry in database.entries.items()}))
`;
