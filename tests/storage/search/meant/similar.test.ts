import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedTerms, similarDocuments } from '@/storage/search/meant/similar';
import { runs } from '@/tests/long';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import { tokenise } from '@/utils/text/tokens';
import { type MemorySegment, segmentOf, snapshotOf, without } from '../memory-index';

async function similar(segments: readonly MemorySegment[], papers: readonly Paper[], paper: Paper) {
  const snapshot = snapshotOf(segments);
  const { top, terms } = await similarDocuments(snapshot, paper, 20);
  const shared = top.map(({ id }) => {
    const found = papers.find((other) => other.id === id);
    return [id, [...sharedTerms(found ?? expect.unreachable(), terms)].sort()] as const;
  });
  return { terms, shared: Object.fromEntries(shared) };
}

/** What the first of these titles shares with the others, by their places. */
async function sharedBy(...titles: string[]) {
  const papers = titles.map((title, index) => storedPaper({ id: `${index}`, title }));
  return (await similar([segmentOf(papers)], papers, papers[0] as Paper)).shared;
}

test.each<[string, string[], Record<string, string[]>]>([
  ['rare words', ['Moss on winter roofs', 'Winter roofs', 'Tides'], { 1: ['roofs', 'winter'] }],
  [
    'no words that say nothing',
    [
      'We show that the novel moss and its roofs are as new',
      'We show that the novel moss',
      'And its are as new',
    ],
    { 1: ['moss'] },
  ],
  ['two letters', ['RL for QA in 3D', '3D of RL', 'QA in a day', 'For in'], { 1: ['3d', 'rl'], 2: ['qa'] }],
  ['no numbers, no single letters', ['Moss 17 in 2024 q', '17 moss', '2024 q', '2024.17'], { 1: ['moss'] }],
  [
    'signs that are written without spaces, in pairs',
    ['深層学習の研究', '深層学習', '研究すること', 'そのこと'],
    { 1: ['学习', '层学', '深层'], 2: ['研究'] },
  ],
  ['no endings and particles', ['学ぶことについて', 'ことについて書く'], {}],
  [
    'compounds by their parts',
    ['Kullback-Leibler moss', 'Kullback-Leibler', 'After Kullback'],
    { 1: ['kullback', 'leibler'], 2: ['kullback'] },
  ],
  ['compounds written as one word elsewhere', ['Statespace', 'State-space'], { 1: ['statespace'] }],
])('shared are %s', async (_, titles, expected) => {
  expect(await sharedBy(...titles)).toEqual(expected);
});

test('words that only this paper has take no place of others, also where it was indexed before', async () => {
  const own = Array.from({ length: 40 }, (_, index) => `own${String.fromCharCode(97 + index)}`).join(' ');
  const paper = storedPaper({ id: 'a:1', title: own, abstract: `${own} moss`, note: own });
  const others = ['a:2', 'a:3'].map((id) => storedPaper({ id, abstract: 'Moss everywhere' }));
  const old = without(segmentOf([paper]), [paper], new Set(['a:1']));
  const segments = [old, segmentOf([paper, ...others])];
  expect((await similar(segments, others, paper)).shared).toEqual({ 'a:2': ['moss'], 'a:3': ['moss'] });
});

test('words count where papers say what they are about, and who wrote them', async () => {
  const paper = storedPaper({ id: 'a:1', title: 'Moss', abstract: 'On roofs' });
  const others = [
    storedPaper({ id: 'a:2', title: 'Roofs', note: 'moss' }),
    storedPaper({ id: 'a:3', authors: ['Kate Moss'] }),
    storedPaper({ id: 'a:4', note: 'Moss on roofs' }),
  ];
  expect((await similar([segmentOf([paper, ...others])], others, paper)).shared).toEqual({
    'a:2': ['roofs'],
    'a:3': ['moss'],
  });
});

test('a paper is not like itself, and what makes others like it they have', async () => {
  const words = fc.constantFrom(
    'moss',
    'the',
    'state-space',
    'GPT-4',
    'RL',
    '深層学習',
    'roofs',
    '2024',
    'tides',
  );
  const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' '));
  const library = fc.array(fc.record({ title: text, abstract: text }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(library, fc.nat(11), async (texts, place) => {
      const papers = texts.map((fields, index) => storedPaper({ id: `a:${index}`, ...fields }));
      const paper = papers[place % papers.length] as Paper;
      const half = Math.ceil(papers.length / 2);
      const segments = [papers.slice(0, half), papers.slice(half)].map((part) => segmentOf(part));
      const { terms, shared } = await similar(segments, papers, paper);
      expect(Object.keys(shared)).not.toContain(paper.id);
      expect(Object.values(shared)).not.toContainEqual([]);
      const elsewhere = papers
        .filter((other) => other !== paper)
        .flatMap(({ title, abstract }) => tokenise(`${title} ${abstract}`).map(({ term }) => term));
      for (const term of terms) expect(elsewhere).toContain(term);
    }),
    { numRuns: runs(1000) },
  );
});
