// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as downloads from '@/components/browser/download';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Failure } from '@/storage/failure';
import { type Asked, answerMessages } from '@/tests/components/answer-messages';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import type { FailureCode } from '@/utils/messages';

const reload = vi.spyOn(location, 'reload');
const download = vi.spyOn(downloads, 'download');

let asked: Asked[];

beforeEach(() => {
  reload.mockReset();
  download.mockReset();
  asked = answerMessages({ startAnew: () => ({ ok: true, value: null }) });
});

/** How many papers the library held when it last changed. */
const holdBefore = (count: number) => fakeBrowser.storage.local.set({ held: count });

function show(error: unknown, db = openDatabase(), onImport?: () => void) {
  render(<LibraryFailure db={db} error={error} onImport={onImport} />);
  return db;
}

function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** The beginning of the words for every failure. */
const WORDS: Record<FailureCode, string> = {
  refused: 'Offprint refused this request.',
  busy: 'Offprint is still busy with a large change.',
  tooLarge: 'This is too large to keep.',
  malformed: 'This card says something that is too long',
  unreadable: 'This is no file that Offprint can read.',
  notWritten: 'The file could not be written, and no part of it is left.',
  noTitle: 'A title cannot be empty.',
  badValue: 'This value cannot be kept.',
  held: 'Another paper in your library has this identifier.',
  sameName: 'There is a saved search of this name already.',
  keyTaken: 'Another paper has this citation key.',
  tooMany: 'These are too many papers for one file of this format',
  longNote: 'A note has room for 100,000 characters.',
  unnamed: 'This card has no title and no number',
  full: 'The disk is full.',
  unavailable: 'The browser cannot open Offprint',
  newer: 'Your library was written by a newer Offprint.',
  lost: 'Your library held papers before and is empty now.',
  unknown: 'Something went wrong, and it is not certain what was done.',
};

describe('a library that cannot be shown', () => {
  test.each(Object.entries(WORDS))('because of “%s” says so at once', async (code, words) => {
    await holdBefore(12);
    show(new Failure(code as FailureCode));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain(words);
    const title =
      code === 'lost' ? 'Your library is empty, and held 12 papers before' : 'Your library cannot be shown';
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  });

  test.each<[unknown, FailureCode]>([
    [new DOMException('', 'QuotaExceededError'), 'full'],
    [Object.assign(new Error(), { name: 'OpenFailedError' }), 'unavailable'],
    ['a string', 'unknown'],
    [undefined, 'unknown'],
  ])('because of %s finds the words too', (error, code) => {
    show(error);
    expect(screen.getByRole('alert').textContent).toContain(WORDS[code]);
  });

  test('can be tried again', () => {
    show(new Failure('unavailable'));
    expect(reload).not.toHaveBeenCalled();
    press('Try again');
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('a library that was lost', () => {
  test('says of one paper that it was one', async () => {
    await holdBefore(1);
    show(new Failure('lost'));
    const name = 'Your library is empty, and held 1 paper before';
    expect(await screen.findByRole('heading', { name })).toBeTruthy();
  });

  test('leads to the import of a backup, where there is one', () => {
    const onImport = vi.fn();
    show(new Failure('lost'), openDatabase(), onImport);
    expect(onImport).not.toHaveBeenCalled();
    press('Import a backup');
    expect(onImport).toHaveBeenCalledTimes(1);
    expect(asked).toEqual([]);
  });

  test('offers no import where there is none', () => {
    show(new Failure('lost'));
    expect(screen.queryByRole('button', { name: 'Import a backup' })).toBeNull();
  });

  test('can be begun anew: the worker first, then the page', async () => {
    show(new Failure('lost'));
    press('Start with an empty library');
    expect(reload).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(asked).toEqual([{ type: 'startAnew', data: undefined }]);
  });

  test('says so if it cannot be begun anew', async () => {
    answerMessages({});
    show(new Failure('lost'));
    press('Start with an empty library');
    expect((await screen.findByRole('status')).textContent).toContain(WORDS.unknown);
    expect(reload).not.toHaveBeenCalled();
  });

  test('holds nothing to export', () => {
    show(new Failure('lost'));
    expect(screen.queryByRole('button', { name: 'Export what is readable' })).toBeNull();
  });
});

describe('what is readable', () => {
  test('is still there, so that no backup is asked for', () => {
    show(new Failure('newer'), openDatabase(), vi.fn());
    expect(screen.queryByRole('button', { name: 'Import a backup' })).toBeNull();
  });

  test('is exported on demand, and the status names the file', async () => {
    const db = openDatabase();
    await db.papers.add(storedPaper({ id: 'arxiv:2609.00001', title: 'Lanterns' }));
    db.close();
    show(new Failure('newer'), db);
    expect(download).not.toHaveBeenCalled();
    press('Export what is readable');
    const status = await screen.findByRole('status');
    const file = download.mock.calls[0]?.[0];
    expect(file?.name).toMatch(/^offprint-salvaged-\d{4}-\d\d-\d\d\.json$/);
    expect(status.textContent).toBe(`What could be read is in ${file?.name}.`);
    expect(JSON.parse((await file?.text()) ?? '').papers).toMatchObject([{ title: 'Lanterns' }]);
  });

  test('may be nothing, which is said and exports no file', async () => {
    show(new Failure('newer'));
    press('Export what is readable');
    expect((await screen.findByRole('status')).textContent).toBe(
      'Nothing could be read. What is on the disk is untouched.',
    );
    expect(download).not.toHaveBeenCalled();
  });

  test('that the browser does not take is not told to be in a file', async () => {
    download.mockRejectedValueOnce(new Failure('full'));
    const db = openDatabase();
    await db.papers.add(storedPaper({ id: 'arxiv:2609.00001', title: 'Lanterns' }));
    db.close();
    show(new Failure('newer'), db);
    press('Export what is readable');
    expect((await screen.findByRole('status')).textContent).toContain(WORDS.full);
  });

  test('is never a reason to begin anew', () => {
    show(new Failure('newer'));
    expect(screen.queryByRole('button', { name: 'Start with an empty library' })).toBeNull();
  });
});
