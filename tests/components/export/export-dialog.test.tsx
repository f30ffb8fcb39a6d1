// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as downloads from '@/components/browser/download';
import type { Desk } from '@/components/desk/desk';
import { extended, NOTHING } from '@/components/desk/selection';
import { ExportDialog } from '@/components/export/export-dialog';
import { saveCards } from '@/storage/commands';
import { Failure } from '@/storage/failure';
import { answerMessages } from '@/tests/components/answer-messages';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { stubLostWriter, stubWriter } from '@/tests/components/writer-worker';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

const TITLES = ['Salt in winter', 'Lanterns', 'Kites', 'Herons'];
const idOf = (index: number) => `arxiv:2609.0000${index + 1}`;
const download = vi.spyOn(downloads, 'download');
let desk: Desk;

beforeEach(async () => {
  download.mockReset().mockResolvedValue();
  const db = openDatabase();
  for (const [index, title] of TITLES.entries())
    await saveCards(db, [card({ identifiers: { arxiv: `2609.0000${index + 1}` }, title })], at(index));
  stubWriter(db);
  answerMessages({ giveCitationKeys: () => ({ ok: true, value: null }) });
  desk = createDesk({ db });
  desk.store.exporting.value = 'library';
});

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name, hidden: true });
const radio = (name: string) => screen.findByRole<HTMLInputElement>('radio', { name, hidden: true });
const preview = () => screen.getByLabelText<HTMLTextAreaElement>('Preview').value;
const status = () => screen.getByRole('status', { hidden: true }).textContent;

function list(total: number) {
  desk.store.query.value = 'salt';
  desk.store.listed.value = {
    ...{ list: '', total, trashed: false },
    ids: async (from, to) => [idOf(0), idOf(3)].slice(from, to),
    placeOf: async () => undefined,
  };
}

async function saved(): Promise<string> {
  await waitFor(() => expect(button('Download').disabled).toBe(false));
  fireEvent.click(button('Download'));
  await waitFor(() => expect(download).toHaveBeenCalledOnce());
  return (await download.mock.lastCall?.[0].text()) ?? '';
}

describe('what is exported', () => {
  test('is the whole library at first, and the newest papers are shown', async () => {
    drawAtDesk(<ExportDialog />, desk);
    expect((await radio('The whole library (4 papers)')).checked).toBe(true);
    await waitFor(() => expect(preview()).toContain('Herons'));
    expect(preview()).not.toContain('Salt');
    const { papers } = JSON.parse(await saved());
    expect(papers).toHaveLength(4);
    await waitFor(() => expect(status()).toMatch(/^offprint-.*\.json with 4 papers went to the browser/));
  });

  test('can be the selection', async () => {
    desk.store.selection.value = extended(NOTHING, [idOf(1)]);
    desk.store.exporting.value = 'selection';
    drawAtDesk(<ExportDialog />, desk);
    await radio('The selected paper');
    expect(JSON.parse(await saved()).papers.map(({ title }: { title: string }) => title)).toEqual([
      'Lanterns',
    ]);
  });

  test('can be what was found', async () => {
    list(2);
    drawAtDesk(<ExportDialog />, desk);
    fireEvent.click(await radio('The 2 papers in the list'));
    await waitFor(() => expect(preview()).toContain('Salt'));
    expect(JSON.parse(await saved()).papers).toHaveLength(2);
  });
});

test('what is the person’s own can be left out', async () => {
  await desk.db.papers.update(idOf(0), { starred: true, note: 'mine alone' });
  drawAtDesk(<ExportDialog />, desk);
  fireEvent.change(screen.getByLabelText('Of your own'), { target: { value: 'nothing' } });
  await waitFor(() => expect(preview()).toContain('Herons'));
  const text = await saved();
  expect(text).not.toContain('mine alone');
  expect(text).not.toContain('"starred":true');
});

test('copies the text, and says how many papers that are', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  drawAtDesk(<ExportDialog />, desk);
  await waitFor(() => expect(button('Copy').disabled).toBe(false));
  fireEvent.click(button('Copy'));
  await waitFor(() => expect(status()).toBe('4 papers were copied.'));
  expect(write.mock.lastCall?.[0]).toContain('Kites');
  expect(download).not.toHaveBeenCalled();
});

test('a library that cannot be read gives no file, and says so', async () => {
  drawAtDesk(<ExportDialog />, desk);
  await waitFor(() => expect(button('Download').disabled).toBe(false));
  desk.db.close({ disableAutoOpen: true });
  fireEvent.click(button('Download'));
  await waitFor(() => expect(status()).toContain('The browser cannot open Offprint'));
  expect(download).not.toHaveBeenCalled();
});

describe('a file', () => {
  const NOT_WRITTEN = /^The file could not be written, and no part of it is left/;
  const press = async (name: string) => {
    await waitFor(() => expect(button(name).disabled).toBe(false));
    fireEvent.click(button(name));
  };
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented ? 'asked' : 'left';
  };

  test.each([
    ['full', /^The disk is full/],
    ['notWritten', NOT_WRITTEN],
  ] as const)(
    'that the browser refuses (%s) is not told to be there, and can be written again',
    async (code, words) => {
      download.mockRejectedValueOnce(new Failure(code));
      drawAtDesk(<ExportDialog />, desk);
      await press('Download');
      await waitFor(() => expect(status()).toMatch(words));
      await press('Download');
      await waitFor(() => expect(status()).toMatch(/^offprint-.*\.json with 4 papers went/));
    },
  );

  test('whose writer ends half-way is told, and nothing is downloaded', async () => {
    const writer = stubLostWriter();
    drawAtDesk(<ExportDialog />, desk);
    await press('Download');
    await waitFor(() => expect(status()).toBe('Writing… 50%'));
    writer.end();
    await waitFor(() => expect(status()).toMatch(NOT_WRITTEN));
    expect(download).not.toHaveBeenCalled();
    expect(button('Download').disabled).toBe(false);
  });

  test('is asked about if the page is closed while it is written, and only then', async () => {
    const writer = stubLostWriter();
    drawAtDesk(<ExportDialog />, desk);
    await waitFor(() => expect(button('Download').disabled).toBe(false));
    expect(leave()).toBe('left');
    await press('Download');
    await waitFor(() => expect(status()).toBe('Writing… 50%'));
    expect(leave()).toBe('asked');
    fireEvent.click(button('Cancel'));
    await waitFor(() => expect(leave()).toBe('left'));
    expect(writer.ended).toBe(true);
  });

  test('is dropped with its page', async () => {
    const writer = stubLostWriter();
    drawAtDesk(<ExportDialog />, desk);
    await press('Download');
    await waitFor(() => expect(status()).toBe('Writing… 50%'));
    cleanup();
    await waitFor(() => expect(writer.ended).toBe(true));
    expect(leave()).toBe('left');
    expect(download).not.toHaveBeenCalled();
  });

  test('that cannot be copied is told so', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    drawAtDesk(<ExportDialog />, desk);
    await press('Copy');
    await waitFor(() => expect(status()).toBe('The browser did not let Offprint copy this.'));
  });
});

test('a library of nothing has nothing to export', async () => {
  await desk.db.papers.clear();
  drawAtDesk(<ExportDialog />, desk);
  await waitFor(() => expect(status()).toBe('There is nothing to export.'));
  expect(button('Download').disabled).toBe(true);
});

describe('a bibliography of the person', () => {
  const choose = async (text: string) => {
    const input = await screen.findByLabelText(/^Only what this file lacks/);
    fireEvent.change(input, { target: { files: [new File([text], 'mine.bib')] } });
  };

  test('gets only what it lacks', async () => {
    drawAtDesk(<ExportDialog />, desk);
    await choose('@misc{a, eprint = {2609.00004}, archiveprefix = {arXiv}}');
    await waitFor(() => expect(status()).toBe('It lacks 3 papers.'));
    await waitFor(() => expect(preview()).toContain('Kites'));
    expect(preview()).not.toContain('Herons');
    expect(JSON.parse(await saved()).papers).toHaveLength(3);
  });

  test('is read in the background, and how far that is, is told', async () => {
    const reader = stubLostWriter();
    drawAtDesk(<ExportDialog />, desk);
    await radio('The whole library (4 papers)');
    await choose('@misc{a, title = {A}}');
    await waitFor(() => expect(status()).toBe('Reading that file… 50%'));
    expect(button('Download').disabled).toBe(true);
    fireEvent.click(button('Close'));
    cleanup();
    await waitFor(() => expect(reader.ended).toBe(true));
  });

  test('that has all of them gets nothing', async () => {
    desk.store.selection.value = extended(NOTHING, [idOf(1)]);
    desk.store.exporting.value = 'selection';
    drawAtDesk(<ExportDialog />, desk);
    await choose('@misc{a, eprint = {2609.00002}, archiveprefix = {arXiv}}');
    await waitFor(() => expect(status()).toBe('It has all of them.'));
    expect(button('Download').disabled).toBe(true);
  });

  test('that cannot be read is told', async () => {
    drawAtDesk(<ExportDialog />, desk);
    await choose('\0\0\0\0');
    await waitFor(() => expect(status()).toMatch(/^This is no file that Offprint can read/));
    expect(button('Download').disabled).toBe(true);
  });
});

test('citations are written in the style that is chosen, and copied with their italics', async () => {
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  drawAtDesk(<ExportDialog />, desk);
  fireEvent.change(await screen.findByLabelText('Format'), { target: { value: 'citations' } });
  fireEvent.change(screen.getByLabelText('Style'), { target: { value: 'ieee' } });
  await waitFor(() => expect(preview()).toMatch(/^\[1\]/));
  fireEvent.click(button('Copy'));
  await waitFor(() => expect(write).toHaveBeenCalledOnce());
  const [item] = write.mock.lastCall?.[0] ?? [];
  expect(await (await item?.getType('text/html'))?.text()).toMatch(/^<p>\[1\]/);
  expect(await (await item?.getType('text/plain'))?.text()).toMatch(/^\[1\] “/);
});
