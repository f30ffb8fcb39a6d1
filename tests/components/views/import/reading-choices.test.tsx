// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Source } from '@/components/hooks/use-import';
import { ReadingChoices } from '@/components/views/import/reading-choices';
import type { ImportPlan } from '@/storage/import/reader';
import { drawAtDesk } from '@/tests/components/desk-context';
import { planOf } from '@/tests/components/reader-worker';

const onRead = vi.fn<(source: Source) => void>();
const SOURCE: Source = { files: [new Blob(['x'])] };

beforeEach(() => void onRead.mockReset());

function show(rest: Partial<ImportPlan>, source = SOURCE) {
  drawAtDesk(<ReadingChoices plan={planOf(1, 0, 0, rest)} source={source} onRead={onRead} />);
}

test('a file that leaves nothing open asks nothing', () => {
  show({});
  expect(document.querySelector('label, details')).toBeNull();
});

test('an encoding that was guessed can be set, and the same files are read again', () => {
  show({ files: [{ name: 'a.bib', papers: 1, guessed: 'windows-1252' }] });
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: /^Encoding/ });
  expect(select.selectedOptions[0]?.textContent).toBe('Western (windows-1252)');
  fireEvent.change(select, { target: { value: 'windows-1251' } });
  expect(onRead.mock.calls).toEqual([[{ ...SOURCE, encoding: 'windows-1251' }]]);
  expect(onRead.mock.calls[0]?.[0].files).toBe(SOURCE.files);
});

test('tags are kept unless the person says otherwise; collections only if so', () => {
  show({ own: { tags: 2, collections: 1, childNotes: 0 } });
  const [tags, collections, ...more] = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(more).toEqual([]);
  expect([tags?.checked, collections?.checked]).toEqual([true, false]);
  expect(screen.getByLabelText('Keep its 2 tags and keywords')).toBe(tags);
  fireEvent.click(screen.getByLabelText('Keep its collection as a tag'));
  expect(onRead.mock.calls).toEqual([
    [{ ...SOURCE, keep: { tags: true, collections: true, childNotes: false } }],
  ]);
});

test('the columns of a table can be set; they are open as long as none is a title', () => {
  show({ columns: { Name: 'none', Jahr: 'date' } });
  expect(document.querySelector('details')?.open).toBe(true);
  fireEvent.change(screen.getByRole('combobox', { name: 'Name' }), { target: { value: 'title' } });
  expect(onRead.mock.calls).toEqual([[{ ...SOURCE, columns: { Name: 'title', Jahr: 'date' } }]]);
});

test('the columns of a table that is understood are folded', () => {
  show({ columns: { Title: 'title', Rank: 'none' } });
  expect(document.querySelector('details')?.open).toBe(false);
  expect(screen.getByText('Columns: 1 of 2 are read')).toBeTruthy();
});
