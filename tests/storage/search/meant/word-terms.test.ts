import { describe, expect, test } from 'vitest';
import { type PlainWord, plainWords } from '@/storage/search/meant/plain-words';
import { saidOften, termsOfWords } from '@/storage/search/meant/word-terms';
import { storedPaper } from '@/tests/storage/papers';
import { segmentOf, snapshotOf, words as typed } from '../memory-index';

async function found(titles: readonly string[], text: string) {
  const papers = titles.map((title, index) => storedPaper({ id: `a:${index}`, title }));
  const snapshot = snapshotOf([segmentOf(papers.slice(0, 2)), segmentOf(papers.slice(2))]);
  await snapshot.prepare();
  const words: PlainWord[] = plainWords(typed(text)).words;
  const terms = await termsOfWords(snapshot, words);
  return terms.map(({ text, expansions, exact }) => ({
    text,
    terms: expansions.map(({ term }) => term).sort(),
    exact: [...exact].sort(),
  }));
}

describe('a word stands for', () => {
  const titles = [
    'Zebra zebras',
    'Routing zebra',
    'Pretraining, pre-trained',
    'Lanterns lantern lantarn',
    'fished',
  ];
  test.each<[string, string[], string[]]>([
    ['zebra', ['zebra', 'zebras'], ['zebra']],
    ['routed', ['routing'], ['routed']],
    ['route routed', ['routing'], ['route', 'routed']],
    ['zebar', ['zebra'], ['zebra']], // swapped letters, and no other form: the spelling is a guess already
    ['lantirn', ['lantarn', 'lantern'], ['lantarn', 'lantern']],
    ['zeb', [], []],
    ['12345', [], []],
    ['nowhere', [], []],
  ])('%s: %j', async (text, terms, exact) => {
    const [word] = await found(titles, text);
    expect(word?.terms).toEqual(terms);
    expect(word?.exact).toEqual(exact);
  });

  test('a compound: its parts, or all of it in one word, which counts as another form', async () => {
    expect(await found(titles, 'pre-training')).toEqual([
      { text: 'pre-training', terms: ['pre', 'pretrained', 'pretraining'], exact: ['pre'] },
      { text: 'pre-training', terms: ['pretrained', 'pretraining', 'trained'], exact: ['training'] },
    ]);
  });
});

test('of many spellings the nearest and most frequent four are left', async () => {
  const titles = ['hat cart', 'cart card', 'card care', 'cars care', 'cars care', 'carp', 'caxx caxr'];
  const [word] = await found(titles, 'carx');
  expect(word?.terms).toEqual(['card', 'care', 'cars', 'cart']);
});

test('only eight unknown words are looked up by their spelling', async () => {
  const letters = [...'bcdfghjklm'];
  const titles = [letters.map((letter) => `word${letter}`).join(' ')];
  const words = await found(titles, letters.map((letter) => `w${letter}ord${letter}`).join(' '));
  expect(words.filter(({ terms }) => terms.length > 0)).toHaveLength(8);
});

test('of very many words those are left that tell the most, in their order', async () => {
  const rare = Array.from(
    { length: 30 },
    (_, n) => `rare${String.fromCharCode(97 + (n % 26))}${n < 26 ? 'x' : 'y'}`,
  );
  const usual = Array.from({ length: 20 }, (_, n) => `usual${String.fromCharCode(97 + n)}x`);
  const titles = [...rare.map((word) => `${word} ${usual.join(' ')}`), 'else'];
  const unknown = ['nowherea', 'nowhereb', 'nowherec'];
  const words = await found(titles, `the ${unknown.join(' ')} ${usual.join(' ')} ${rare.join(' ')} article`);
  expect(words).toHaveLength(40);
  expect(words.map(({ text }) => text)).toEqual([...usual.slice(0, 10), ...rare]);
});

test('words that all papers have in several fields tell more than unknown ones', async () => {
  const usual = Array.from(
    { length: 40 },
    (_, n) => `usual${String.fromCharCode(97 + (n % 26))}${n < 26 ? 'x' : 'y'}`,
  );
  const text = usual.join(' ');
  const papers = [1, 2, 3].map((n) => storedPaper({ id: `a:${n}`, title: text, abstract: text, note: text }));
  const snapshot = snapshotOf([segmentOf(papers)]);
  await snapshot.prepare();
  const { words } = plainWords(typed(`nowherea nowhereb ${text}`));
  expect((await termsOfWords(snapshot, words)).map((word) => word.text)).toEqual(usual);
});

test.each([
  [1, 1],
  [2, 1.8],
  [10, 5],
  [500, 8.858],
])('a word that is said %i times counts %f', (count, expected) => {
  expect(saidOften(count)).toBeCloseTo(expected, 3);
});
