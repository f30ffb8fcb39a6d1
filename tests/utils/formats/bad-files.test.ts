/**
 * Files that nobody should have, in each format that is read: what is good in them is kept, the rest is told, and no share of them
 * takes long. `effort` counts the processor's time, which is the worst pause of whoever watches.
 */
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { LONG } from '@/tests/long';
import { IMPORT_FORMATS } from '@/utils/formats';
import type { FormatModule, Reading } from '@/utils/formats/parts/format';
import { SourceFile, sourceOfText } from '@/utils/formats/parts/source-file';
import { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from './context';

const DEEP = 100_000;
const EMPTY = LONG ? 1_000_000 : 20_000;
/** Much more than the second that a machine needs which does nothing else. */
const LIMIT = 8000;

/** The first format that reads a file, as an import takes it. */
async function readFirst(file: SourceFile): Promise<[string, Reading]> {
  for (const { id, load } of IMPORT_FORMATS) {
    const reading = await (await load()).read?.(file, CONTEXT);
    if (reading) return [id, reading];
  }
  throw new Error('no format reads it');
}

async function moduleOf(id: string): Promise<FormatModule> {
  const format = IMPORT_FORMATS.find((one) => one.id === id);
  if (!format) throw new Error(id);
  return format.load();
}

/** What a format makes of a text, and the longest pause between two words of its progress, in milliseconds. */
async function pauses(
  id: string,
  file: SourceFile,
): Promise<{ reading: Reading | undefined; longest: number }> {
  const { read } = await moduleOf(id);
  let [longest, last] = [0, process.cpuUsage()];
  const onShare = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.cpuUsage();
  };
  const reading = await read?.(file, { ...CONTEXT, onShare });
  onShare();
  return { reading, longest };
}

const titlesIn = ({ entries = [], cards = [], papers }: Reading) => [
  ...entries.map(({ card }) => card.title),
  ...cards.map(({ title }) => title),
  ...papers.map(({ title }) => title),
];

describe('very many empty entries', () => {
  test.each<[string, string]>([
    ['bibtex', '@misc{}\n'],
    ['bibtex', '@misc{a,}\n'],
    ['ris', 'TY  - JOUR\nER  - \n'],
    ['csl-json', '{},\n'],
    ['nbib', 'PMID- 1\n\n'],
    ['web-of-science', 'PT J\nER\n\n'],
    ['endnote', '%0 Journal Article\n\n'],
    ['csv', ',\n'],
    ['daily-papers', '{"paper":{"id":"","title":"","authors":[]}},\n'],
  ])('in %s (%j) are read without a long pause', async (id, entry) => {
    const [head = '', tail = ''] = WRAPPED[id] ?? [];
    const { reading, longest } = await pauses(id, sourceOfText(head + entry.repeat(EMPTY) + tail));
    expect(reading).toBeDefined();
    expect(longest).toBeLessThan(LIMIT);
  });
});

/** What stands before and behind the entries; it also tells the format where empty entries would not. */
const WRAPPED: Record<string, [string, string]> = {
  'csl-json': ['[{"type":"book","title":"A"},\n', '{"type":"book","title":"B"}]'],
  'daily-papers': ['[', '{}]'],
  'web-of-science': ['FN x\nVR 1.0\n', 'EF\n'],
  endnote: ['%0 Journal Article\n%T A\n%A B\n%D 2020\n', ''],
  csv: ['Title,DOI\nA,10.1000/a\n', ''],
};

describe('what is nested very deep', () => {
  const braces = '{'.repeat(DEEP) + '}'.repeat(DEEP);
  test.each<[string, string, string, (string | undefined)[]]>([
    ['braces', 'bibtex', `@misc{a, title = {A ${braces}}}\n@misc{b, title = {B}}`, ['A', 'B']],
    [
      'braces without an end',
      'bibtex',
      `@misc{a, title = {${'{'.repeat(DEEP)}\n@misc{b, title = {B}}`,
      ['B'],
    ],
    ['commands', 'bibtex', `@misc{a, title = {A${'\\emph{'.repeat(DEEP)}x${'}'.repeat(DEEP)}}}`, ['A']],
    ['formulas', 'bibtex', `@misc{a, title = {A $${'x^{'.repeat(DEEP)}${'}'.repeat(DEEP)}$}}`, []],
    ['lists', 'csl-json', `[{"type":"book","title":"A"},{"title":${'['.repeat(DEEP)}`, ['A']],
    [
      'objects',
      'csl-json',
      `[{"type":"book","title":"A"},${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}]`,
      ['A'],
    ],
    [
      'members',
      'papermemory',
      `{"a":"@misc{a, title={A}}","b":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`,
      ['A'],
    ],
    ['quotes', 'markdown', `- [A](https://a.example)  \n  B. 2020\n\n  ${'> '.repeat(DEEP)}x\n`, ['A']],
    ['properties', 'markdown-notes', `---\ntitle: A\ndoi: 10.1000/a\nx: ${'['.repeat(DEEP)}\n---\n`, []],
    ['quotation marks', 'csv', `Title,DOI\nA,10.1000/a\n${'"'.repeat(2 * DEEP)},x\n`, []],
  ])('%s in %s', async (_, id, text, titles) => {
    const { reading, longest } = await pauses(id, sourceOfText(text, `a.${id === 'csv' ? 'csv' : 'txt'}`));
    expect(longest).toBeLessThan(LIMIT);
    for (const { card } of reading?.entries ?? []) PaperCard.parse(card);
    if (titles.length > 0) expect(reading && titlesIn(reading)).toEqual(titles);
  });
});

test.each<[string, string]>([
  ['a loop', String.raw`@preamble{"\def\x{\x\x}"} @misc{a, title = {A \x}}`],
  ['an endless loop', String.raw`@misc{a, title = {A \loop\iftrue\repeat}}`],
  [
    'laughs of a billion',
    `@preamble{"${Array.from({ length: 40 }, (_, n) => `\\def\\${letters(n + 1)}{\\${letters(n)}\\${letters(n)}}`).join('')}"}
@misc{a, title = {A \\${letters(40)}}}`,
  ],
  [
    'abbreviations that double',
    `@string{s0 = "xxxxxxxxxx"}
${Array.from({ length: 60 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join('\n')}
@misc{a, title = {A}, note = s60}`,
  ],
  ['definitions without an end', `@preamble{"${'\\def\\x#1{'.repeat(20_000)}"}\n@misc{a, title = {A}}`],
  ['parents of themselves', '@misc{a, title = {A}, crossref = {b}}\n@misc{b, crossref = {a}}'],
  ['letters upon letters', `@misc{a, title = {A ${"\\'".repeat(DEEP)}e}}`],
])('a bomb of TeX, %s, is read in time', async (_, text) => {
  const { read } = await moduleOf('bibtex');
  let reading: Promise<Reading | undefined> | undefined;
  const taken = effort(() => {
    reading = read?.(sourceOfText(text), CONTEXT);
  });
  expect(taken).toBeLessThan(LIMIT);
  const [entry] = (await reading)?.entries ?? [];
  expect(entry?.card.title).toMatch(/^A/);
  PaperCard.parse(entry?.card);
});

/** Names of commands have no digits. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

describe('__proto__', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  test.each<[string, string]>([
    [
      'bibtex',
      names.map((name) => `@misc{${name}, title = {${name}}, ${name} = {x}, author = {${name}}}`).join('\n'),
    ],
    [
      'bibtex',
      names
        .map((name) => `@string{${name} = "x"} @misc{${name}, title = {${name}}, note = ${name}}`)
        .join('\n'),
    ],
    [
      'ris',
      names
        .map((name) => `TY  - JOUR\nTI  - ${name}\nID  - ${name}\nKW  - ${name}\nAU  - ${name}\nER  - \n`)
        .join(''),
    ],
    [
      'csl-json',
      `[${names.map((name) => `{"id":"${name}","type":"book","title":"${name}","${name}":{"x":1}}`)}]`,
    ],
    ['endnote', names.map((name) => `%0 Book\n%T ${name}\n%K ${name}\n%F ${name}\n\n`).join('')],
    ['csv', `Title,${names.join(',')}\n${names.map((name) => `${name},a,b,c,d\n`).join('')}`],
    ['papermemory', `{${names.map((name) => `"x${name}":"@misc{${name}, title={${name}}}"`)}}`],
    ['nbib', names.map((name) => `PMID- 1\nTI  - ${name}\nOT  - ${name}\n\n`).join('')],
    ['markdown-notes', `---\ntitle: __proto__\ndoi: 10.1000/a\n__proto__:\n  polluted: yes\n---\n`],
  ])('in %s is a text as any other', async (id, text) => {
    const reading = await (await moduleOf(id)).read?.(
      sourceOfText(text, `a.${id === 'csv' ? 'csv' : ''}`),
      CONTEXT,
    );
    expect(reading && titlesIn(reading)).toEqual(id === 'markdown-notes' ? ['__proto__'] : names);
    for (const { card } of reading?.entries ?? []) PaperCard.parse(card);
    expect(({} as { polluted?: unknown; x?: unknown }).polluted).toBeUndefined();
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test('as a key of a JSON file pollutes nothing', async () => {
    for (const text of [
      '{"__proto__":{"polluted":1}}',
      '[{"__proto__":{"polluted":1},"type":"book","title":"A"}]',
    ])
      for (const { load } of IMPORT_FORMATS) await (await load()).read?.(sourceOfText(text), CONTEXT);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('a file that is called .bib', () => {
  const bytes = (length: number, byteAt: (index: number) => number) =>
    Uint8Array.from({ length }, (_, i) => byteAt(i));
  test.each<[string, Uint8Array]>([
    ['a picture', bytes(200_000, (i) => (i < 4 ? ([0x89, 0x50, 0x4e, 0x47][i] ?? 0) : (i * 7919) % 256))],
    ['zeros', new Uint8Array(1_000_000)],
    [
      'a PDF',
      new TextEncoder().encode(`%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<</Type/Catalog>>\n\0\u0001\u0002stream\n`),
    ],
    ['a program', bytes(100_000, (i) => (i < 4 ? ([0x7f, 0x45, 0x4c, 0x46][i] ?? 0) : (i * i) % 251))],
  ])('but is %s, is no file that can be read', async (_, content) => {
    await expect(readFirst(new SourceFile(content, 'library.bib'))).rejects.toThrow('no format reads it');
  });

  test('but is a page with styles, has no papers of @media', async () => {
    const page = '<!doctype html><style>@media{title={A}} @page{a, title={B}}</style><p>Nothing.';
    const none: [string, Reading] = ['', { papers: [], refused: [] }];
    const [, reading] = await readFirst(sourceOfText(page, 'a.bib')).catch(() => none);
    expect(titlesIn(reading)).toEqual([]);
  });
});

test('a file of a newer version of our format is told, and not read in part', async () => {
  const paper = '{"id":"doi:10.1000/a","title":"A"}';
  for (const text of [
    `{"format":"offprint-library","version":3,"papers":[\n${paper}\n]}\n`,
    `{"format":"offprint-library","version":99,"form":"everything","papers":[${paper}]}`,
  ])
    expect(await readFirst(sourceOfText(text))).toEqual([
      'json',
      { papers: [], refused: [], problem: 'newer' },
    ]);
});
