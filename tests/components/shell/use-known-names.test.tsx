// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { Finder } from '@/components/desk/store';
import { useKnownNames } from '@/components/shell/use-known-names';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { libraryAnswers } from '@/tests/components/library-answers';
import { storedPaper } from '@/tests/storage/papers';
import { recount } from '@/tests/storage/recount';
import type { QueryField } from '@/utils/query/fields';

const PAPERS = [
  storedPaper({ id: 'a:1', tags: ['rare', 'often'], authors: ['Ada Berg', 'Bo'] }),
  storedPaper({ id: 'a:2', tags: ['often'], authors: ['Bo'] }),
];

type Find = Finder['library']['find'];

/** A search that finds these papers, of `total`. */
const finding = (total: number) =>
  vi.fn<Find>(async () => ({
    ...{
      hits: PAPERS.map((paper) => ({ paper, terms: new Set<string>() })),
      total,
      meant: 0,
      trashed: false,
    },
    read: async () => [],
    placeOf: async () => undefined,
  }));

function Names({ field, typed }: { field: QueryField; typed: string }) {
  const names = useKnownNames(field, typed);
  return <output>{names.map(({ name, papers = '?' }) => `${name} ${papers}`).join(', ')}</output>;
}

async function show(field: QueryField, typed: string, library = libraryAnswers()) {
  const desk = createDesk();
  await desk.db.papers.bulkAdd(PAPERS);
  await recount(desk.db);
  drawAtDesk(<Names field={field} typed={typed} />, desk);
  await act(() => {
    desk.store.finder.value = { library, changes: 0 };
  });
  return (names: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(names));
}

test.each<QueryField>(['tags', 'exactTag'])('%s are those of the library', async (field) => {
  const shows = await show(field, '');
  await shows('often 2, rare 1');
});

test.each<[QueryField, string]>([
  ['venue', 'venue'],
  ['organization', 'organization'],
  ['submitter', 'submitter'],
  ['site', 'place'],
])('values of %s are read from the index', async (field, column) => {
  const names = vi.fn(async () => [{ name: 'ICML', papers: 3 }]);
  const shows = await show(field, '', libraryAnswers({ names }));
  await shows('ICML 3');
  expect(names).toHaveBeenCalledExactlyOnceWith(column);
});

test('authors are those of the papers that have such an author', async () => {
  const find = finding(2);
  const shows = await show('authors', 'Berg, a', libraryAnswers({ find }));
  await shows('Bo 2, Ada Berg 1');
  const [query, options] = find.mock.calls.at(-1) ?? [];
  const word = (text: string) => ({ kind: 'word', text, field: 'authors' });
  expect(query).toEqual({ kind: 'and', queries: [word('berg'), word('a')] });
  expect(options).toMatchObject({ limit: 200, sort: 'saved' });
});

test('authors of a part of the papers go without a number', async () => {
  const find = finding(9);
  const shows = await show('authors', '', libraryAnswers({ find }));
  await shows('Bo ?, Ada Berg ?');
  expect(find.mock.calls.at(-1)?.[0]).toEqual({ kind: 'all' });
});
