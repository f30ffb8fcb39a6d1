import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMeant } from '@/storage/search/meant/find-meant';
import { type PlainWord, plainWords } from '@/storage/search/meant/plain-words';
import { findDocuments } from '@/storage/search/query/find';
import { planQuery } from '@/storage/search/query/plan';
import { Scorer } from '@/storage/search/query/score';
import type { Snapshot } from '@/storage/search/snapshot/snapshot';
import { LONG } from '@/tests/long';
import { and, not, phrase, word } from '@/tests/random-queries';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import { fieldTexts } from '@/utils/paper/searched-texts';
import type { Query } from '@/utils/query/query-tree';
import { isFunctionWord } from '@/utils/text/function-words';
import { queryTerms } from '@/utils/text/tokens';
import { grow, type MemorySegment, segmentOf, snapshotOf, words } from '../memory-index';
import { allTerms, isFormOf, liveDocuments } from './naive-words';

interface Asked {
  snapshot: Snapshot;
  papers: readonly Paper[];
  signal?: AbortSignal;
  /** Called before papers are read. */
  onRead?: () => void;
}

/** What the passes before this one show, and what this one adds. */
async function ask(query: Query, { snapshot, papers, signal, onRead }: Asked) {
  const read = async (ids: readonly string[]) => {
    onRead?.();
    return ids.map((id) => papers.find((paper) => paper.id === id));
  };
  const scorer = new Scorer(snapshot);
  const options = { limit: 1000, sort: 'relevance' as const };
  const exact = await findDocuments(snapshot, scorer, planQuery(query, false), options, read);
  const alike = await findDocuments(
    ...([snapshot, scorer, planQuery(query, true), { ...options, known: exact.docs }, read] as const),
  );
  const shown = [exact, alike];
  const known = shown.map(({ docs }) => docs);
  const meant = await findMeant(snapshot, scorer, query, { limit: 100, known, signal }, read);
  return { shown: shown.flatMap(({ top }) => top.map(({ id }) => id)), meant };
}

function library(...titles: string[]): { segments: MemorySegment[]; papers: Paper[] } {
  const papers = titles.map((title, index) => storedPaper({ id: `a:${index}`, title }));
  const half = Math.ceil(papers.length / 2);
  return { segments: [segmentOf(papers.slice(0, half)), segmentOf(papers.slice(half))], papers };
}

/** Ids with what is missing, best first. */
async function meantIn(titles: string[], query: Query) {
  const { segments, papers } = library(...titles);
  const { meant } = await ask(query, { snapshot: snapshotOf(segments), papers });
  return meant?.top.map(({ id }) => [id, ...(meant.missing.get(id) ?? [])]);
}

const WORDS = [
  'camera',
  'cameras',
  'trap',
  'trapped',
  'zebra',
  'zebar',
  'snow',
  'the',
  'of',
  'state-space',
  '状態',
];
const text = fc
  .array(fc.constantFrom(...WORDS, 'statespace', '2024'), { maxLength: 7 })
  .map((parts) => parts.join(' '));
const item = fc.record({
  number: fc.nat(14),
  title: text,
  abstract: text,
  note: text,
  starred: fc.boolean(),
  publishedAt: fc.constantFrom('2023', '2024-05'),
});
const history = fc.record({
  parts: fc.array(fc.uniqueArray(item, { selector: ({ number }) => number, maxLength: 9 }), {
    minLength: 1,
    maxLength: 3,
  }),
  removed: fc.uniqueArray(fc.nat(14), { maxLength: 3 }),
});
const plain = fc.constantFrom(...WORDS, 'nowhere', 'snwo', 'moss', 'which').map((one) => word(one));

const has = (paper: Paper, field: 'title' | 'abstract' | 'note', term: string) =>
  queryTerms(paper[field] ?? '').includes(term);
/** Conditions, and whether a paper meets them. */
const CONDITIONS: [Query, (paper: Paper) => boolean][] = [
  [word('snow', 'title'), (paper) => has(paper, 'title', 'snow')],
  [not(word('snow')), (paper) => !allTerms(paper).has('snow')],
  [not(phrase('camera trap')), (paper) => !hasRow(paper)],
  [phrase('camera trap'), hasRow],
  [{ kind: 'range', column: 'year', from: 2024 }, (paper) => paper.publishedAt !== '2023'],
  [{ kind: 'flag', flag: 'starred' }, (paper) => paper.starred],
  [
    { kind: 'or', queries: [word('snow'), { kind: 'flag', flag: 'starred' }] },
    (paper) => paper.starred || allTerms(paper).has('snow'),
  ],
];

function hasRow(paper: Paper): boolean {
  return (['title', 'abstract', 'note'] as const).some((field) =>
    fieldTexts(paper, field).some((one) => ` ${queryTerms(one).join(' ')} `.includes(' camera trap ')),
  );
}

/** What a word is taken for if the index does not know it. */
const SPELLINGS = new Map([
  ['zebar', 'zebra'],
  ['zebra', 'zebar'],
  ['snwo', 'snow'],
]);

/** The plain words that a paper has not, by its text and all terms that the index knows. */
function missingIn(paper: Paper, words: readonly PlainWord[], vocabulary: readonly string[]): string[] {
  const own = allTerms(paper);
  const lacking = new Map<string, boolean>();
  for (const { text, terms, wholes } of words) {
    const asked = [...terms, ...wholes];
    const known = vocabulary.some((term) => asked.some((one) => isFormOf(one, term)));
    const spelled = own.has(SPELLINGS.get(terms[0] ?? '') ?? '');
    const there = known ? [...own].some((term) => asked.some((one) => isFormOf(one, term))) : spelled;
    lacking.set(text, (lacking.get(text) ?? true) && !there);
  }
  return [...lacking].filter(([, lacks]) => lacks).map(([text]) => text);
}

test('conditions hold, nothing comes twice, and what is missing is', async () => {
  const met = { rows: 0, missing: 0 };
  const conditions = fc.subarray(CONDITIONS, { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.array(plain, { minLength: 1, maxLength: 6 }),
      conditions,
      async (items, asked, extra) => {
        const papers = items.parts.map((part) =>
          part.map(({ number, ...fields }) => storedPaper({ id: `a:${number}`, ...fields })),
        );
        const { segments, live } = grow(papers, new Set(items.removed.map((number) => `a:${number}`)));
        const snapshot = snapshotOf(segments);
        const query = and(...asked, ...extra.map(([one]) => one));
        const { shown, meant } = await ask(query, { snapshot, papers: live });
        if (!meant) {
          expect(plainWords(query).words.length).toBeLessThan(2);
          return;
        }
        const paperOf = (id: string) => live.find((one) => one.id === id) ?? expect.unreachable();
        const ids = meant.top.map(({ id }) => id);
        expect(new Set([...shown, ...ids]).size).toBe(shown.length + ids.length);
        expect(meant.total).toBe(ids.length);
        const docs = await liveDocuments(snapshot);
        expect([...meant.docs]).toEqual(ids.map((id) => docs.get(id)));
        const vocabulary = papers.flat().flatMap((paper) => [...allTerms(paper)]);
        const loose = ids.some((id) =>
          extra.some(([one, holds]) => one.kind === 'phrase' && !holds(paperOf(id))),
        );
        // A phrase among many words, of which nothing at all would be found, may be plain words.
        if (loose) expect([shown.length, plainWords(query, true).words.length > 4]).toEqual([0, true]);
        const asWords = plainWords(query, loose).words;
        for (const [place, id] of ids.entries()) {
          const paper = paperOf(id);
          for (const [one, holds] of extra)
            if (one.kind !== 'phrase' || !loose) expect(holds(paper), JSON.stringify(one)).toBe(true);
          expect(meant.keys[place]).toBeLessThanOrEqual(meant.keys[place - 1] ?? Number.POSITIVE_INFINITY);
          const told = (meant.missing.get(id) ?? []).filter((one) => !isFunctionWord(one));
          const expected = missingIn(paper, asWords, vocabulary).filter((one) => !isFunctionWord(one));
          if (plainWords(query).words.some(({ stem }) => !isFunctionWord(stem)))
            expect(told).toEqual(expected);
          met.rows++;
          met.missing += told.length;
        }
      },
    ),
    { numRuns: LONG ? 4000 : 100 },
  );
  expect(Math.min(met.rows, met.missing)).toBeGreaterThan(100);
});

describe('of few words', () => {
  test('a paper has most of their rarity', async () => {
    const usual = Array.from({ length: 20 }, () => 'snow');
    const titles = ['camera zebra', 'camera trap', 'snow', ...usual];
    expect(await meantIn(titles, words('camera zebra trap snow'))).toEqual([
      ['a:0', 'trap', 'snow'],
      ['a:1', 'zebra', 'snow'],
    ]);
  });

  test('those that hold a sentence together count only where they are rare', async () => {
    const titles = ['camera', 'zebra about', ...Array.from({ length: 30 }, () => 'moss about')];
    expect(await meantIn(titles, words('about camera zebra'))).toEqual(
      [
        ['a:1', 'camera'],
        ['a:0', 'zebra'],
      ].sort(),
    );
    expect(
      await meantIn(
        ['camera', 'zebra without', ...Array.from({ length: 30 }, () => 'moss')],
        words('without camera'),
      ),
    ).toEqual(expect.arrayContaining([['a:0', 'without']]));
  });

  test('a word that nobody has is missing everywhere', async () => {
    expect(await meantIn(['camera', 'zebra'], words('camera nowhere'))).toEqual([['a:0', 'nowhere']]);
  });

  test('a compound in one word is there', async () => {
    const found = await meantIn(['unet snow', 'unet tide', 'snow', 'ice', 'moss'], words('U-Net snow zebra'));
    expect(found?.sort()).toEqual([
      ['a:0', 'zebra'],
      ['a:1', 'snow', 'zebra'],
    ]);
  });
});

describe('of many words', () => {
  const many = 'which articles deal with camera trap zebra snow moss';

  test('any will do, most of them first, and no text says what is missing', async () => {
    const titles = ['camera', 'camera trap zebra', 'tide'];
    const found = await meantIn(titles, words(many));
    expect(found?.map(([id]) => id)).toEqual(['a:1', 'a:0']);
    const long = Array.from(
      { length: 40 },
      (_, n) =>
        `${'bcdfghjklmnpqrstvwxz'[n % 20]}onda${String.fromCharCode(97 + (n % 26))}${n < 26 ? 'x' : 'z'}`,
    );
    expect(await meantIn([long.slice(0, 3).join(' '), 'tide'], words(long.join(' ')))).toEqual([['a:0']]);
  });

  test('those of the best papers bring others up', async () => {
    const filler = Array.from({ length: 40 }, (_, n) => `tide${n}`);
    const good = ['camera trap zebra snow burchell', 'camera trap zebra moss burchell'];
    const found = await meantIn(
      [...good, 'snow unrelated', 'snow burchell', ...filler],
      words('camera trap zebra snow moss'),
    );
    expect(found?.map(([id]) => id)).toEqual(['a:0', 'a:1', 'a:3', 'a:2']);
  });

  test('phrases are plain words only if nothing at all is found otherwise', async () => {
    const query = and(...['snow', 'moss', 'tide'].map((one) => word(one)), phrase('camera trap'));
    const ids = async (...titles: string[]) => (await meantIn(titles, query))?.map(([id]) => id);
    expect(await ids('snow camera', 'ice')).toEqual(['a:0']);
    expect(await ids('snow camera', 'snow moss camera trap')).toEqual(['a:1']);
    expect(await ids('snow moss tide camera trap', 'snow camera')).toEqual([]); // found as written already
  });

  test('phrases among few words always hold', async () => {
    const query = and(word('snow'), word('moss'), phrase('camera trap'));
    expect(await meantIn(['snow moss camera'], query)).toEqual([]);
  });
});

test('words that stand together in the question do so in the better paper', async () => {
  const titles = ['camera one two three four five trap', 'camera trap one two three four five', 'zebra'];
  expect((await meantIn(titles, words('camera trap zebra')))?.map(([id]) => id).slice(0, 3)).toEqual([
    'a:2',
    'a:1',
    'a:0',
  ]);
});

describe('bad input is answered', () => {
  const { segments, papers } = library('camera trap zebra', 'the of', 'zebra 状態空間', 'की का', 'snow');
  const letters = 'abcdefghijklmnop';
  test.each<[string, Query, number | undefined]>([
    ['one word', word('zebra'), undefined],
    ['one word 500 times', words(Array.from({ length: 500 }, () => 'zebra').join(' ')), undefined],
    ['two words 500 times', words(Array.from({ length: 500 }, () => 'zebra nowhere').join(' ')), 2],
    [
      'ten thousand characters',
      words(Array.from({ length: 1700 }, (_, n) => `word${letters[n % 16]}`).join(' ')),
      0,
    ],
    ['only function words', words('of the and to be'), 1],
    ['no word that the library knows', words('qwertz uiopü asdfgh yxcvbn mnbvcx'), 0],
    ['mixed scripts', words('状態空間 zebra की мосты ﬁne 😀 \ud83d'), 3],
    ['nothing', { kind: 'all' }, undefined],
    ['signs', words('+ … \ud83d'), undefined],
    ['a group', { kind: 'or', queries: [word('zebra'), word('snow')] }, undefined],
  ])('%s', async (_, query, count) => {
    const { meant } = await ask(query, { snapshot: snapshotOf(segments), papers });
    expect(meant?.total).toBe(count);
  });

  test('a library without papers', async () => {
    const { meant } = await ask(words('camera trap'), { snapshot: snapshotOf([]), papers: [] });
    expect(meant?.total).toBe(0);
  });
});

test('what is not wanted any more is given up', async () => {
  const titles = Array.from({ length: 12 }, (_, n) => `camera trap zebra ${n}`);
  const { segments, papers } = library(...titles, 'camera', 'moss');
  const query = words('camera trap zebra snow moss tide');
  const asked = { snapshot: snapshotOf(segments), papers };
  const given = new Error('given up');
  await expect(ask(query, { ...asked, signal: AbortSignal.abort(given) })).rejects.toBe(given);
  let reads = 0;
  await ask(query, { ...asked, onRead: () => reads++ });
  expect(reads).toBe(2); // for nearness, and for further words
  for (let place = 1; place <= reads; place++) {
    const abort = new AbortController();
    let now = 0;
    const onRead = () => {
      if (++now === place) abort.abort(given);
    };
    await expect(ask(query, { ...asked, signal: abort.signal, onRead })).rejects.toBe(given);
    expect(now).toBe(place);
  }
});
