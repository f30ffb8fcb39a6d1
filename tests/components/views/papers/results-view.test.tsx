// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import type { Results } from '@/components/hooks/use-search';
import { ResultsView } from '@/components/views/papers/results-view';
import type { Hit } from '@/storage/search/library-search';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { rowsAtHand } from '@/tests/components/list/rows-at-hand';
import { storedPaper } from '@/tests/storage/papers';

const onHelp = vi.fn();

interface Shown extends Partial<Pick<Results, 'share' | 'trashed' | 'group'>> {
  hits?: Hit[];
  total?: number;
}

function show({ hits: known = [], total = known.length, ...rest }: Shown, query = '', more = {}) {
  const desk = createDesk();
  desk.store.query.value = query;
  const source = {
    ...rowsAtHand(known, ({ paper }) => paper.id),
    total,
    ids: async () => known.map(({ paper }) => paper.id),
  };
  const results: Results = { list: query, source, share: 1, ...rest };
  const doings = { onHelp, onError: vi.fn() };
  drawAtDesk(
    <ResultsView results={results} saved={9} repaired={false} helping={false} {...doings} {...more} />,
    desk,
  );
  return desk;
}

function hits(count: number): Hit[] {
  return Array.from({ length: count }, (_, index) => ({
    paper: storedPaper({ id: `doi:10.1/${index}`, title: `Paper ${index}` }),
    terms: new Set<string>(),
  }));
}

describe('the status', () => {
  test.each<[Shown, string]>([
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

test('dividers stand above groups; they are neither headings nor items, and rows keep their places', () => {
  const known = hits(3).map((hit, index) => ({ ...hit, group: index < 2 ? '2026' : '' }));
  show({ hits: known, group: 'year' });
  const items = within(screen.getByRole('list', { name: 'Results' })).getAllByRole('listitem');
  expect(items.map((item) => item.querySelector('.divider')?.textContent)).toEqual([
    '2026',
    undefined,
    'Year unknown',
  ]);
  expect(within(items[0] as HTMLElement).getAllByRole('heading')).toHaveLength(1);
  expect(items[2]?.getAttribute('aria-posinset')).toBe('3');
  expect(items[2]?.getAttribute('aria-setsize')).toBe('3');
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

  test('tells every item its place among all, also those that are not drawn', () => {
    show({ hits: hits(3), total: 5010 });
    const [first] = screen.getAllByRole('listitem');
    expect(first?.getAttribute('aria-setsize')).toBe('5010');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
  });

  test('has one tab stop for all its papers', () => {
    show({ hits: hits(3) });
    const list = screen.getByRole('list', { name: 'Results' });
    const stops = [...list.querySelectorAll<HTMLElement>('a, button')];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0).map(({ textContent }) => textContent)).toEqual([
      'Paper 0',
    ]);
  });

  test('keeps the place of its rows when one of them is edited', () => {
    const { edit } = show({ hits: hits(2) });
    fireEvent.click(screen.getAllByRole('button', { name: 'Star' })[1] as HTMLElement);
    expect(edit).toHaveBeenCalledExactlyOnceWith(['doi:10.1/1'], { set: { starred: true } });
  });

  test.each([
    ['', false],
    ['harbour', true],
  ])('shows the best place of the abstract only where something is asked for (“%s”)', (query, shown) => {
    const [hit] = hits(1) as [Hit];
    show({ hits: [{ ...hit, paper: { ...hit.paper, abstract: 'A quiet harbour.' } }] }, query);
    expect(screen.queryByText('A quiet harbour.') !== null).toBe(shown);
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
    show({}, 'lanterns', { saved: 0 });
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
  show({ hits: hits(1) }, 'paper', { repaired: true });
  expect(screen.getByText(/The search index was damaged/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('1 paper');
});

test('offers what lies in the trash to be restored, and nothing else', () => {
  const { commands } = show({ hits: hits(1), trashed: true }, 'is:trashed');
  expect(screen.queryByRole('button', { name: /^(Star|Status|More)/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Restore: Paper 0' }));
  expect(commands.restore).toHaveBeenCalledExactlyOnceWith('doi:10.1/0', 'Paper 0');
});
