// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { rowsAtHand } from '@/components/list/row-source';
import { ResultsView } from '@/components/results-view';
import type { Hit } from '@/storage/search/library-search';
import { storedPaper } from '@/tests/storage/papers';
import './cleanup';

const onRemove = vi.fn();
const onSimilar = vi.fn();
const onRestore = vi.fn();
const onError = vi.fn();

interface Shown {
  hits: Hit[];
  total: number;
  share: number;
  trashed?: boolean;
}

function show(results: Partial<Shown>, query = '', repaired = false, saved = 9) {
  const { hits, total, ...more } = { hits: [], total: 0, share: 1, ...results };
  const source = { ...rowsAtHand(hits, ({ paper }: Hit) => paper.id), total };
  const doings = { onRemove, onSimilar, onRestore, onError };
  render(
    <ResultsView
      results={{ list: query, source, ...more }}
      saved={saved}
      query={query}
      repaired={repaired}
      {...doings}
    />,
  );
}

function hits(count: number): Hit[] {
  return Array.from({ length: count }, (_, index) => ({
    paper: storedPaper({ id: `doi:10.1/${index}`, title: `Paper ${index}` }),
    terms: new Set<string>(),
  }));
}

describe('the status', () => {
  test.each<[Partial<Shown>, string]>([
    [{ total: 0 }, '0 papers'],
    [{ total: 1, hits: hits(1) }, '1 paper'],
    [{ total: 2, hits: hits(2) }, '2 papers'],
    [{ total: 12_345, hits: hits(2) }, '12,345 papers'],
    [{ total: 1, hits: hits(1), share: 0.429 }, '1 paper · Reading your library… 42%'],
    [{ total: 0, share: 0 }, '0 papers · Reading your library… 0%'],
    [{ total: 2, hits: hits(2), share: 0.999 }, '2 papers · Reading your library… 99%'],
  ])('of %j', (results, words) => {
    show(results, 'x');
    expect(screen.getByRole('status').textContent).toBe(words);
  });
});

describe('the list', () => {
  test('has one item per paper, in order, each with the title as a heading', () => {
    show({ hits: hits(3), total: 3 });
    const items = within(screen.getByRole('list', { name: 'Results' })).getAllByRole('listitem');
    expect(items.map((item) => within(item).getByRole('heading').textContent)).toEqual([
      'Paper 0',
      'Paper 1',
      'Paper 2',
    ]);
  });

  test('tells which paper is to be removed', () => {
    const shown = hits(2);
    show({ hits: shown, total: 2 });
    fireEvent.click(screen.getByRole('button', { name: 'Remove: Paper 1' }));
    expect(onRemove.mock.calls).toEqual([[shown[1]?.paper]]);
  });
});

describe('an empty list', () => {
  test('says of an empty library how to begin', () => {
    show({});
    expect(screen.getByRole('heading', { name: 'No papers yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open Daily Papers' }).getAttribute('href')).toBe(
      'https://huggingface.co/papers',
    );
  });

  test('says of a search that nothing was found, whatever was typed', () => {
    show({}, '<img src=x>');
    expect(screen.getByRole('heading', { name: 'Nothing found for “<img src=x>”' })).toBeTruthy();
    expect(screen.queryByText('No papers yet')).toBeNull();
  });

  test('says of a search in an empty library how to begin', () => {
    show({}, 'lanterns', false, 0);
    expect(screen.getByRole('heading', { name: 'No papers yet' })).toBeTruthy();
  });

  test.each(['', 'lanterns'])('says nothing of the kind while the library is being read (“%s”)', (query) => {
    show({ share: 0.5 }, query);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('is none with papers in it', () => {
    show({ hits: hits(1), total: 1 });
    expect(screen.queryByText('No papers yet')).toBeNull();
  });
});

test('says once that the index is made anew', () => {
  show({ total: 1, hits: hits(1) }, 'paper', true);
  expect(screen.getByText(/The search index was damaged/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('1 paper');
});

test('offers what lies in the trash to be restored, and nothing else', () => {
  show({ total: 1, hits: hits(1), trashed: true }, 'is:trashed');
  expect(screen.queryByRole('button', { name: /^(Remove|Similar)/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Restore: Paper 0' }));
  expect(onRestore.mock.calls[0]?.[0]).toMatchObject({ title: 'Paper 0' });
});
