import { expect, onTestFinished, test } from 'vitest';
import { openFts5, WEIGHTS } from './fts5.mjs';
import { openMiniSearch } from './minisearch.mjs';
import { openLibrary } from './offprint';

const PAPERS = [
  { n: 11, title: 'Lanterns over a quiet harbour', abstract: 'Lights on water.', authors: ['Glas, M.'] },
  { n: 12, title: 'Salt', abstract: 'Roads near a harbour. Lanterns are rare.', authors: ['Hopper, G.'] },
  { n: 13, title: 'Routing tables', abstract: '', authors: [] },
];

test('MiniSearch finds by any word, the title before the abstract', () => {
  const find = openMiniSearch(PAPERS);
  expect(find('which lanterns', 100)).toEqual([11, 12]);
  expect(find('which lanterns', 1)).toEqual([11]);
  expect(find('routed', 100)).toEqual([]);
});

test('FTS5 finds by any word and its forms, and takes no text for its own language', () => {
  const { find, close } = openFts5(PAPERS);
  onTestFinished(close);
  for (const weights of WEIGHTS) {
    expect(find('which lantern', 100, weights)).toEqual([11, 12]);
    expect(find('"ROUTED" AND NOT (NEAR*', 100, weights)).toContain(13);
    expect(find('?', 100, weights)).toEqual([]);
  }
});

test('each word counts once for FTS5', () => {
  const titles = ['Salt', 'Lanterns', 'Lanterns', ...Array.from({ length: 9 }, () => 'Roads')];
  const { find, close } = openFts5(titles.map((title, n) => ({ n, title, abstract: '', authors: [] })));
  onTestFinished(close);
  expect(find('lanterns, Lanterns or salt', 100, [1, 1, 1])).toEqual([0, 1, 2]); // the rarer word decides
});

test('Offprint answers typed text, its language included', async () => {
  const library = await openLibrary('test', PAPERS);
  onTestFinished(() => library.close());
  expect(await library.find('harbour', 100)).toEqual([11, 12]);
  expect(await library.find('title:salt', 100)).toEqual([12]);
  expect((await library.find('lanternz harbour', 100)).sort()).toEqual([11, 12]);
  expect(await library.similar(11, 100)).toEqual([12]);
});
