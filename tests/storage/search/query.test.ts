/** Whole queries against a naive reading of the papers, which knows nothing of segments. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { utcDays } from '@/tests/utc-days';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { parseQuery } from '@/utils/query/parse-query';
import type { Query, Sort } from '@/utils/query/query-tree';
import { exactTag } from '@/utils/query/quoted-filter';
import { queryTerms, tokenise } from '@/utils/text/tokens';
import { storedPaper } from '../papers';
import { merged, search, segmentOf } from './memory-index';

const WORDS = [
  'deep',
  'deeper',
  'sets',
  'state-space',
  'lantern',
  'α',
  '状態空間',
  'ice',
  'Ice2.5',
  'ice-2.5',
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((parts) => parts.join(' '));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const dayText = fc.constantFrom('2024', '2024-03', '2024-03-01', '2025-12-31', '2026-09-28');
const item = fc.record({
  title: maybe(text),
  abstract: maybe(text),
  note: maybe(text),
  authors: fc.array(fc.constantFrom('Ada Byron', 'Byron Deep'), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('deep sets', 'ice', 'Ice sets', '"ice"', '状態', '😀'), { maxLength: 2 }),
  organization: maybe(fc.constantFrom('Ice Institute', 'Institut für Eis', '東京大学')),
  venue: maybe(fc.constantFrom('NeurIPS 2025', 'ICML', 'NAACL-HLT 2025', 'NAACL HLT 2019', '情報処理学会')),
  publishedAt: maybe(dayText),
  code: maybe(fc.constant('https://code.example/x')),
  publisher: maybe(fc.constantFrom('Deep Ice Press', '状態出版')),
  editors: maybe(fc.constant(['Byron Ice', 'Sets Deeper'])),
  isbn: maybe(fc.constant(['978-3-16-148410-0'])),
  url: maybe(fc.constantFrom('https://arxiv.org/abs/1', 'https://aclanthology.org/2')),
  status: fc.constantFrom('unread' as const, 'reading' as const, 'read' as const),
  starred: fc.boolean(),
  savedAt: fc.constantFrom(
    '2026-09-28T00:00:00.000Z',
    '2026-09-28T23:59:59.999Z',
    '2026-10-01T06:00:00.000Z',
  ),
  seen: fc.array(
    fc.record({
      site: fc.constantFrom('huggingface', 'arxiv', 'acl-anthology'),
      submitter: maybe(fc.constantFrom('Ada Byron', 'deep sets', '状態')),
      listedAt: maybe(fc.constantFrom('2026-09-28', '2026-10-01')),
      upvotes: maybe(fc.constantFrom(0, 7, 50)),
    }),
    { maxLength: 2 },
  ),
});
const library = fc.array(item, { maxLength: 14 });

const ranked = fc.constantFrom('title', 'abstract', 'authors', 'tags', 'note');
const leaf: fc.Arbitrary<Query> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('word' as const),
      text: fc.constantFrom(
        ...WORDS,
        'de',
        'byron',
        '+',
        '2026',
        'neurips',
        'institut',
        'arx',
        'anthology',
        '9783161484100',
      ),
    }),
  },
  fc.record({
    kind: fc.constant('word' as const),
    text: fc.constantFrom(...WORDS),
    field: ranked,
  }) as fc.Arbitrary<Query>,
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('phrase' as const),
      text: fc.constantFrom(
        'deep sets',
        'sets deep',
        'byron deep',
        'ada byron',
        'ice institute',
        'acl anthology',
        'byron ice',
        'state space',
        '状態空間 ice',
        'ice',
        '状',
        '空',
        '',
      ),
    }),
  },
  fc.record({
    kind: fc.constant('phrase' as const),
    text: fc.constantFrom('deep sets', 'ada byron'),
    field: ranked,
  }) as fc.Arbitrary<Query>,
  fc.record({
    kind: fc.constant('venue' as const),
    text: fc.constantFrom(
      'neurips',
      '2025 NeurIPS',
      'icml',
      'neur',
      'NAACL-HLT',
      'naaclhlt',
      'HLT-2019',
      '情報',
      '情',
    ),
  }),
  fc.record({
    kind: fc.constant('organization' as const),
    text: fc.constantFrom('ice', 'institut', 'eis institut', '東京', 'ICML'),
  }),
  fc.record({
    kind: fc.constant('submitter' as const),
    text: fc.constantFrom('ada', 'byron ada', 'deep', 'ada sets', '状', 'ice'),
  }),
  fc.record({
    kind: fc.constant('tag' as const),
    key: fc.constantFrom('ice', 'deep sets', 'deep', 'ice sets', '"ice"', '状態', '😀', 'none'),
  }),
  fc.record({
    kind: fc.constant('site' as const),
    text: fc.constantFrom('hugging', 'arxiv', 'anthology', 'face'),
  }),
  fc.record({
    kind: fc.constant('flag' as const),
    flag: fc.constantFrom('starred', 'unread', 'reading', 'read', 'code', 'note', 'abstract', 'trashed'),
  }) as fc.Arbitrary<Query>,
  fc.constantFrom<Query>(
    { kind: 'all' },
    { kind: 'range', column: 'year', from: 2025 },
    { kind: 'range', column: 'year', to: 2024 },
    { kind: 'range', column: 'published', from: 20240301, to: 20251231 },
    { kind: 'range', column: 'saved', from: Date.parse('2026-09-28'), to: Date.parse('2026-09-29') - 1 },
    { kind: 'range', column: 'listed', from: 20261001 },
    { kind: 'range', column: 'upvotes', from: 0, to: 7 },
    { kind: 'range', column: 'upvotes', from: 8 },
  ),
);
const query = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 2, arbitrary: leaf },
    fc.record({ kind: fc.constant('not' as const), query: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      queries: fc.array(tie('tree'), { maxLength: 3 }),
    }),
  ),
})).tree;

interface Known {
  paper: Paper;
  sightings: Sighting[];
}

const FIELDS = ['title', 'abstract', 'authors', 'tags', 'note'] as const;
const FURTHER = ['venue', 'organization', 'publisher', 'editors', 'isbn', 'issn'] as const;

function textsIn({ paper, sightings }: Known, field?: string): string[] {
  if (field !== undefined) return [paper[field as (typeof FIELDS)[number]] ?? []].flat();
  return [
    ...[...FIELDS, ...FURTHER].flatMap((name) => paper[name] ?? []),
    ...Object.values(paper.identifiers).flat(),
    ...(paper.isbn ?? []).map((code) => code.replaceAll('-', '')),
    ...sightings.flatMap(({ site, submitter }) => [site, submitter ?? '']),
  ];
}

function dayOf(day: string): number {
  return Number(`${day}-01-01`.slice(0, 10).replaceAll('-', ''));
}

function matches(known: Known, part: Query): boolean {
  const { paper, sightings } = known;
  switch (part.kind) {
    case 'all':
      return true;
    case 'word': {
      const terms = textsIn(known, part.field).flatMap((one) => tokenise(one).map(({ term }) => term));
      return queryTerms(part.text).every((wanted) => terms.some((term) => term.startsWith(wanted)));
    }
    case 'phrase': {
      const wanted = ` ${queryTerms(part.text).join(' ')} `;
      const single = queryTerms(part.text).length < 2;
      if (/^[状空]$/.test(part.text))
        return textsIn(known, part.field).some((one) => one.includes(part.text));
      return (
        wanted.trim() === '' ||
        textsIn(known, part.field).some((one) =>
          ` ${(single ? tokenise(one).map(({ term }) => term) : queryTerms(one)).join(' ')} `.includes(
            wanted,
          ),
        )
      );
    }
    case 'tag':
      return paper.tags.some((tag) => tag.toLowerCase() === part.key);
    case 'venue':
    case 'organization': {
      const terms = tokenise(paper[part.kind] ?? '').map(({ term }) => term);
      return queryTerms(part.text).every((wanted) => terms.some((term) => term.startsWith(wanted)));
    }
    case 'submitter':
      return sightings.some(({ submitter = '' }) => {
        const terms = tokenise(submitter).map(({ term }) => term);
        return queryTerms(part.text).every((wanted) => terms.some((term) => term.startsWith(wanted)));
      });
    case 'site':
      return (
        sightings.some(
          ({ site, url }) => site.startsWith(part.text) || new URL(url).host.includes(part.text),
        ) ||
        (paper.url !== undefined && new URL(paper.url).host.includes(part.text))
      );
    case 'flag':
      if (part.flag === 'trashed') return false;
      if (part.flag === 'starred') return paper.starred;
      if (part.flag === 'unread' || part.flag === 'reading' || part.flag === 'read')
        return paper.status === part.flag;
      return Boolean(paper[part.flag]);
    case 'range': {
      const value = columnOf(known, part.column);
      return (
        value !== undefined && value >= (part.from ?? 0) && value <= (part.to ?? Number.POSITIVE_INFINITY)
      );
    }
    case 'not':
      return !matches(known, part.query);
    case 'and':
      return part.queries.every((inner) => matches(known, inner));
    case 'or':
      return part.queries.some((inner) => matches(known, inner));
  }
}

function columnOf({ paper, sightings }: Known, column: string): number | undefined {
  const newest = (values: (number | undefined)[]) =>
    values.reduce((a, b) => (a === undefined || (b ?? -1) > a ? b : a), undefined);
  if (column === 'saved') return Date.parse(paper.savedAt);
  if (column === 'listed')
    return newest(sightings.map(({ listedAt }) => (listedAt ? dayOf(listedAt) : undefined)));
  if (column === 'upvotes') return newest(sightings.map(({ upvotes }) => upvotes));
  const day = paper.publishedAt && dayOf(paper.publishedAt);
  return day ? (column === 'year' ? Math.floor(day / 10_000) : day) : undefined;
}

function known(items: readonly (typeof item extends fc.Arbitrary<infer T> ? T : never)[]): Known[] {
  return items.map(({ seen, ...fields }, index) => {
    const id = `a:${index}`;
    const present = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
    );
    const sightings = seen.map((one, place) => ({
      ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
      paper: id,
      site: one.site,
      url: `https://${one.site}.example/${place}`,
      seenAt: '2026-10-01T06:00:00.000Z',
    }));
    return { paper: storedPaper({ ...(present as Partial<Paper>), id }), sightings };
  });
}

async function segmentsOf(all: readonly Known[]) {
  const half = Math.ceil(all.length / 2);
  const parts = [all.slice(0, half), all.slice(half)].map((part) =>
    segmentOf(
      part.map(({ paper }) => paper),
      part.flatMap(({ sightings }) => sightings),
    ),
  );
  return all.length % 3 === 0 ? [await merged(parts)] : parts;
}

/** `is:trashed` at the top asks about another library. */
function asksTrash(part: Query): boolean {
  const trashed = (one: Query) => one.kind === 'flag' && one.flag === 'trashed';
  return trashed(part) || (part.kind === 'and' && part.queries.some(trashed));
}

describe('a query finds what a naive reading finds', () => {
  test('whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        query.filter((part) => !asksTrash(part)),
        async (items, wanted) => {
          const all = known(items);
          const found = await search(await segmentsOf(all), wanted, {
            papers: all.map(({ paper }) => paper),
          });
          const expected = all.filter((one) => matches(one, wanted)).map(({ paper }) => paper.id);
          expect(found.top.map(({ id }) => id).sort()).toEqual(expected.sort());
          expect(found.total).toBe(expected.length);
          for (let place = 1; place < found.top.length; place++) {
            const [before, after] = [found.top[place - 1], found.top[place]];
            const ordered = (before?.key ?? 0) > (after?.key ?? 0) || (before?.id ?? '') < (after?.id ?? '');
            expect(ordered).toBe(true);
          }
        },
      ),
      { numRuns: runs(3000) },
    );
  });

  test.each<Sort>(['saved', 'published', 'listed', 'upvotes'])('and the first ones by %s', async (sort) => {
    await fc.assert(
      fc.asyncProperty(library, fc.nat(6), async (items, limit) => {
        const all = known(items);
        const found = await search(await segmentsOf(all), { kind: 'all' }, { sort, limit });
        const keyOf = (one: Known) =>
          sort === 'saved' ? Date.parse(one.paper.savedAt) : (columnOf(one, sort) ?? -1);
        const expected = all.sort((a, b) => keyOf(b) - keyOf(a) || (a.paper.id < b.paper.id ? -1 : 1));
        expect(found.top.map(({ id }) => id)).toEqual(expected.slice(0, limit).map(({ paper }) => paper.id));
      }),
    );
  });
});

describe('a quoted sign that is written without spaces', () => {
  const papers = ['学', '深層学習', '大学', '深層'].map((title, index) =>
    storedPaper({ id: `a:${index}`, title }),
  );
  test.each([
    ['学', ['a:0', 'a:1', 'a:2']],
    ['深', ['a:1', 'a:3']],
    ['深層', ['a:1', 'a:3']],
    ['木', []],
  ])('%s is found wherever it stands', async (text, expected) => {
    const found = await search([segmentOf(papers)], { kind: 'phrase', text }, { fuzzy: true, papers });
    expect(found.top.map(({ id }) => id).sort()).toEqual(expected);
  });
});

describe('a venue', () => {
  const venues = ['NAACL-HLT 2019', 'NAACL HLT 2019', 'EMNLP 2023', 'NeurIPS', '情報処理学会'];
  const papers = venues.map((venue, index) => storedPaper({ id: `a:${index}`, venue }));
  test.each([
    ['NAACL-HLT', ['a:0', 'a:1']],
    ['naaclhlt', ['a:0']],
    ['EMNLP-2023', ['a:2']],
    ['neur', ['a:3']],
    ['情報', ['a:4']],
    ['会', ['a:4']],
    ['ips', []],
  ])('is found by %s', async (text, expected) => {
    const found = await search([segmentOf(papers)], { kind: 'venue', text }, { papers });
    expect(found.top.map(({ id }) => id).sort()).toEqual(expected);
  });
});

describe('where a paper comes from and who is behind it is searched', () => {
  const papers = [
    storedPaper({ id: 'a:0', title: 'Zebras', organization: 'Kestrel AI', venue: 'NeurIPS 2025' }),
    storedPaper({ id: 'a:1', title: 'Face detection', publisher: 'Harbour Press', editors: ['Ida Moss'] }),
    storedPaper({ id: 'a:2', title: 'Lanterns', isbn: ['978-3-16-148410-0'], issn: ['1234-567X'] }),
    storedPaper({ id: 'a:3', title: 'Lamps', isbn: ['9780306406157'] }),
  ];
  const seen = { url: 'https://host.example/list', seenAt: '2026-11-01T00:00:00.000Z' };
  const sightings: Sighting[] = [
    { ...seen, paper: 'a:2', site: 'huggingface', submitter: 'Taylor Wren' },
    { ...seen, paper: 'a:2', site: 'arxiv' },
    { ...seen, paper: 'a:3', site: 'acl-anthology', submitter: 'Robin Finch' },
    { ...seen, paper: 'a:3', site: 'huggingface', submitter: 'Taylor Swift' },
  ];
  test.each([
    ['kestrel', ['a:0']],
    ['kestrel zebras', ['a:0']],
    ['"kestrel ai"', ['a:0']],
    ['"ai kestrel"', []],
    ['neurips', ['a:0']],
    ['zebras -neurips', []],
    ['harbour', ['a:1']],
    ['moss', ['a:1']],
    ['"ida moss"', ['a:1']],
    ['author:moss', []],
    ['9783161484100', ['a:2']],
    ['978-3-16-148410-0', ['a:2']],
    ['ISBN: 978-3-16-148410-0', ['a:2']],
    ['978-0-306-40615-7', ['a:3']],
    ['1234-567X', ['a:2']],
    ['wren', ['a:2']],
    ['"taylor wren"', ['a:2']],
    ['arxiv', ['a:2']],
    ['huggingface', ['a:2', 'a:3']],
    ['hugging face', ['a:2', 'a:3']],
    ['Hugging Face lanterns', ['a:2']],
    ['"hugging-face"', ['a:2', 'a:3']],
    ['acl anthology', ['a:3']],
    ['"acl anthology"', ['a:3']],
    // The name of a site is one word: who looks for faces does not mean it.
    ['face', ['a:1']],
    ['-face', ['a:0', 'a:2', 'a:3']],
    ['face hugging', []],
    ['submitter:wren', ['a:2']],
    ['by:"taylor wren"', ['a:2']],
    ['by:tayl', ['a:2', 'a:3']],
    // Each name for itself.
    ['by:"taylor finch"', []],
    ['submitter:(wren OR finch)', ['a:2', 'a:3']],
    ['submitter:moss', []],
    ['org:kestrel', ['a:0']],
    ['org:neurips', []],
  ])('%s', async (text, expected) => {
    const { query } = parseQuery(text, utcDays('2026-11-22'));
    for (const segments of [
      [segmentOf(papers, sightings)],
      [segmentOf(papers.slice(0, 2), sightings), segmentOf(papers.slice(2), sightings)],
    ]) {
      const found = await search(segments, query, { papers });
      expect(found.top.map(({ id }) => id).sort()).toEqual(expected);
    }
  });
});

describe('an exact tag', () => {
  const tags = [
    ...[
      'ML',
      'ml theory',
      'Ml\u200b',
      'Résumé',
      'say "hi"',
      'a:b',
      '=',
      '“x”',
      '状態',
      '状態空間',
      '👩‍🔬',
      'NLP/QA',
      '-',
    ],
  ];
  const papers = tags.map((tag, index) =>
    storedPaper({ id: `a:${String(index).padStart(2, '0')}`, tags: ['other', tag] }),
  );
  const found = async (text: string) => {
    const { query } = parseQuery(text, utcDays('2026-11-22'));
    const { top } = await search([segmentOf(papers)], query, { papers });
    return top.map(({ id }) => Number(id.slice(2))).sort((a, b) => a - b);
  };
  test.each([
    ['tag:=ml', [0, 2]],
    ['TAG:="ML"', [0, 2]],
    ['tag:="ml theory"', [1]],
    ['tag:ml', [0, 1, 2]],
    ['tag:=resume', [3]],
    ['tag:="say ""hi"""', [4]],
    ['tag:="say hi"', []],
    ['tag:=a:b', [5]],
    ['tag:==', [6]],
    ['tag:="“x”"', [7]],
    ['tag:=状態', [8]],
    ['tag:=👩‍🔬', [10]],
    ['tag:=nlp/qa', [11]],
    ['tag:=nlp', []],
    ['tag:="-"', [12]],
    ['tag:=(状態 OR "a:b")', [5, 8]],
    ['tag:=other -tag:=ml tag:ml', [1]],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test('is found as its own link writes it', async () => {
    for (const [index, tag] of tags.entries()) expect(await found(exactTag(tag)), tag).toContain(index);
  });
});

describe('a pasted text finds its paper', () => {
  const papers = [
    storedPaper({
      id: 'a:0',
      title: 'Kurt Gödel and Müller',
      identifiers: { arxiv: '2401.12345', doi: '10.1000/xyz' },
    }),
    storedPaper({ id: 'a:1', title: 'Qwen2.5 Technical Report', note: '한국어 ﾃﾞｨｰﾌﾟ'.normalize('NFD') }),
    storedPaper({ id: 'a:2', title: 'Transformer: 한국어 ディープ', identifiers: { arxiv: 'math/0309136' } }),
    storedPaper({
      id: 'a:3',
      title: 'Other',
      abstract: 'sorted in $O(n \\log n)$',
      identifiers: { arxiv: '2401.12346' },
    }),
  ];
  test.each([
    ['https://arxiv.org/abs/2401.12345', ['a:0']],
    ['arxiv.org/abs/2401.12345v2', ['a:0']],
    ['https://arxiv.org/pdf/2401.12345', ['a:0']],
    ['https://huggingface.co/papers/2401.12345', ['a:0']],
    ['https://doi.org/10.1000/xyz', ['a:0']],
    ['doi.org/10.1000/xyz', ['a:0']],
    ['arXiv 2401.12345', ['a:0']],
    ['arXiv: 2401.12345', ['a:0']],
    ['arXiv:2401.12345v2 [cs.CL]', ['a:0']],
    ['doi: 10.1000/xyz', ['a:0']],
    ['math.GT/0309136', ['a:2']],
    ['G\\"odel and M\\"uller', ['a:0']],
    ['G{\\"o}del', ['a:0']],
    ['Qwen 2.5', ['a:1']],
    ['한국어', ['a:1', 'a:2']],
    ['한국어'.normalize('NFD'), ['a:1', 'a:2']],
    ['ディープ', ['a:1', 'a:2']],
    ['ﾃﾞｨｰﾌﾟ', ['a:1', 'a:2']],
    ['trans\u00adfor\u200bmer', ['a:2']],
    ['log', ['a:3']],
  ])('%s', async (text, expected) => {
    const { query } = parseQuery(text, utcDays('2026-11-22'));
    const found = await search([segmentOf(papers)], query, { papers });
    expect(found.top.map(({ id }) => id).sort()).toEqual(expected);
  });
});

describe('odd queries are answered', () => {
  const all = known([]);
  test.each<[string, Query]>([
    ['ten thousand letters', { kind: 'word', text: 'x'.repeat(10_000) }],
    [
      'ten thousand words',
      { kind: 'and', queries: Array.from({ length: 10_000 }, (_, n) => ({ kind: 'word', text: `w${n}` })) },
    ],
    ['half a character', { kind: 'word', text: '\ud83d' }],
    ['an emoji', { kind: 'phrase', text: '👩‍🔬' }],
    ['a word with a typo behind a not', { kind: 'not', query: { kind: 'word', text: 'lantren' } }],
  ])('%s', async (_, wanted) => {
    const papers = [...all.map(({ paper }) => paper), storedPaper({ id: 'a:1', title: 'Lantern' })];
    const found = await search([segmentOf(papers)], wanted, { fuzzy: true, papers });
    expect(found.total).toBeLessThanOrEqual(1);
  });
});

describe('scores of a tree', () => {
  const papers = [
    storedPaper({ id: 'a:1', title: 'deep ice', abstract: 'sets' }),
    storedPaper({ id: 'a:2', title: 'ice', note: 'deep' }),
    storedPaper({ id: 'a:3', title: 'sets of ice' }),
  ];
  const keysFor = async (wanted: Query) =>
    new Map((await search([segmentOf(papers)], wanted, { papers })).top.map(({ id, key }) => [id, key]));

  test('add up what matches and are multiplied by the number of words that do', async () => {
    const deep = await keysFor({ kind: 'word', text: 'deep' });
    const sets = await keysFor({ kind: 'word', text: 'sets' });
    const either = await keysFor({
      kind: 'or',
      queries: [
        { kind: 'word', text: 'deep' },
        { kind: 'word', text: 'sets' },
      ],
    });
    expect(either.get('a:1')).toBeCloseTo(2 * ((deep.get('a:1') ?? 0) + (sets.get('a:1') ?? 0)), 9);
    expect(either.get('a:2')).toBeCloseTo(deep.get('a:2') ?? 0, 9);
    expect(either.get('a:3')).toBeCloseTo(sets.get('a:3') ?? 0, 9);
  });

  test('are not touched by filters', async () => {
    const deep = await keysFor({ kind: 'word', text: 'deep' });
    const filtered = await keysFor({
      kind: 'and',
      queries: [
        { kind: 'not', query: { kind: 'word', text: 'sets' } },
        { kind: 'word', text: 'deep' },
        { kind: 'flag', flag: 'unread' },
      ],
    });
    expect(filtered).toEqual(new Map([['a:2', deep.get('a:2')]]));
  });
});
