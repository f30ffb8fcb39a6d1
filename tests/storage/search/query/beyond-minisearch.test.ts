/** Where the equality with MiniSearch ends: what is found beyond it, and what that weighs. */
import { describe, expect, test } from 'vitest';
import { storedPaper } from '@/tests/storage/papers';
import { oracle, search, segmentOf, words } from '../memory-index';

/** One word a paper, so that a score is that of one term. */
async function scores(titles: readonly string[], text: string, fuzzy: boolean) {
  const papers = titles.map((title, index) => storedPaper({ id: `a:${index}`, title }));
  const half = Math.ceil(titles.length / 2);
  const segments = [segmentOf(papers.slice(0, half)), segmentOf(papers.slice(half))];
  const found = await search(segments, words(text), { fuzzy });
  const judge = oracle(papers);
  const byTitle = (ids: Iterable<[string, number]>) =>
    new Map([...ids].map(([id, score]) => [titles[Number(id.slice(2))] ?? '', score]));
  return {
    ours: byTitle(found.top.map(({ id, key }) => [id, key])),
    theirs: byTitle(judge(text, fuzzy)),
    exactly: (title: string) => byTitle(judge(title, false)).get(title) ?? Number.NaN,
  };
}

describe('forms', () => {
  const titles = ['routing', 'route', 'router', 'routine', 'tide', 'ice'];
  test('are found beside what MiniSearch finds, for nine tenths of the word itself', async () => {
    const { ours, theirs, exactly } = await scores(titles, 'routing', false);
    expect([...theirs.keys()]).toEqual(['routing']);
    expect([...ours.keys()]).toEqual(['routing', 'route']);
    expect(ours.get('routing')).toBeCloseTo(theirs.get('routing') ?? 0, 9);
    expect(ours.get('route')).toBeCloseTo(0.9 * exactly('route'), 9);
  });

  test('that are longer words count as forms', async () => {
    const { ours, theirs, exactly } = await scores(['zebra', 'zebras', 'zebrafish', 'tide'], 'zebra', false);
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    expect(ours.get('zebras')).toBeCloseTo(0.9 * exactly('zebras'), 9);
    for (const title of ['zebra', 'zebrafish'])
      expect(ours.get(title)).toBeCloseTo(theirs.get(title) ?? 0, 9);
  });
});

test('two swapped letters are one error', async () => {
  const { ours, theirs, exactly } = await scores(['zebra', 'tide', 'ice'], 'zebar', true);
  expect(theirs.size).toBe(0);
  expect(ours.get('zebra')).toBeCloseTo(((0.45 * 5) / 6) * exactly('zebra'), 9);
});

test('without a form or swapped letters the scores are the same', async () => {
  const { ours, theirs } = await scores(['lantern', 'lantarn', 'lanternfish', 'tide'], 'lantern', true);
  expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
  for (const [title, score] of theirs) expect(ours.get(title)).toBeCloseTo(score, 9);
});
