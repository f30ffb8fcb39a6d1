// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import * as downloads from '@/components/browser/download';
import { DamagedRecords } from '@/components/views/papers/damaged-records';
import { Failure } from '@/storage/failure';
import { openDatabase } from '@/tests/storage/open-database';

test('a library that is whole says nothing', async () => {
  const db = openDatabase();
  const { container } = render(<DamagedRecords db={db} />);
  await db.damaged.count();
  expect(container.textContent).toBe('');
});

test('damaged records are told, and saved as they were found', async () => {
  const download = vi.spyOn(downloads, 'download').mockResolvedValue();
  const db = openDatabase();
  const rows = [{ id: 'arxiv:1', authors: 7 }, { id: 'arxiv:2' }];
  await db.damaged.bulkAdd(rows.map((row) => ({ table: 'papers' as const, id: row.id, row })));
  render(<DamagedRecords db={db} />);
  await screen.findByText(/^2 records are damaged and were set aside/);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Save as a file' })));
  await vi.waitFor(() => expect(download).toHaveBeenCalled());
  expect(JSON.parse((await download.mock.calls[0]?.[0]?.text()) ?? '')).toEqual(rows);
});

test('a file that the browser does not take is told', async () => {
  vi.spyOn(downloads, 'download').mockRejectedValue(new Failure('notWritten'));
  const db = openDatabase();
  await db.damaged.add({ table: 'papers', id: 'arxiv:1', row: { id: 'arxiv:1' } });
  render(<DamagedRecords db={db} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Save as a file' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The file could not be written');
});
