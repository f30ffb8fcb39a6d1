// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as downloads from '@/components/browser/download';
import { useCommands } from '@/components/hooks/use-commands';
import { saveCards } from '@/storage/commands';
import type { JournalEntry } from '@/storage/database';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { EXPORT_FORMATS } from '@/utils/formats';
import { usualRequest } from '@/utils/formats/parts/request';
import { answerMessages } from '../answer-messages';
import { closedDatabase } from '../unreadable';
import { stubWriter } from '../writer-worker';

const download = vi.spyOn(downloads, 'download');
const done = () => ({ ok: true, value: { entry: 7 } });
const full = () => ({ ok: false, code: 'full' });

beforeEach(() => void download.mockReset().mockResolvedValue());

function start(db = openDatabase()) {
  const { result } = renderHook(() => useCommands(db));
  return {
    now: () => ({ done: result.current?.done, failure: result.current?.failure?.words }),
    run: async (deed: (commands: ReturnType<typeof useCommands>['commands']) => Promise<unknown>) => {
      await act(async () => void (result.current && (await deed(result.current.commands))));
    },
  };
}

describe('removing and restoring', () => {
  test.each([
    ['remove', 'removePapers', 'Removed “Salt”'],
    ['restore', 'restorePapers', 'Restored “Salt”'],
  ] as const)('%s asks the worker and tells what was done', async (name, type, words) => {
    const asked = answerMessages({ [type]: done });
    const { now, run } = start();
    await run((commands) => commands[name]('doi:10.1/a', 'Salt'));
    expect(asked).toEqual([{ type, data: { ids: ['doi:10.1/a'] } }]);
    await vi.waitFor(() => expect(now()).toEqual({ done: { words, entry: 7 }, failure: undefined }));
  });

  test.each([
    ['the disk is full', full, 'The disk is full.'],
    ['nobody answers', undefined, 'Something went wrong, and it is not certain what was done.'],
  ])('tells why not when %s, and claims nothing', async (_, answer, words) => {
    answerMessages(answer ? { removePapers: answer } : {});
    const { now, run } = start();
    await run((commands) => commands.remove('doi:10.1/a', 'Salt'));
    await vi.waitFor(() => expect(now().failure).toContain(words));
    expect(now().done).toBeUndefined();
  });

  test.each([
    ['one paper', 'forgetPapers', { ids: ['doi:10.1/a'] }, 1, '1 paper deleted for good'],
    ['the whole trash', 'emptyTrash', undefined, 3, '3 papers deleted for good'],
  ] as const)('for good, of %s, is told, and offers no undo', async (_, type, data, papers, words) => {
    const asked = answerMessages({ removePapers: done, [type]: () => ({ ok: true, value: { papers } }) });
    const { now, run } = start();
    await run((commands) => commands.remove('doi:10.1/b', 'Salt'));
    await run((commands) => (data ? commands.forget('doi:10.1/a') : commands.emptyTrash()));
    expect(asked.at(-1)).toMatchObject(data ? { type, data } : { type });
    await vi.waitFor(() => expect(now()).toEqual({ done: { words }, failure: undefined }));
  });

  test('that works takes back the words of one that did not', async () => {
    let answer: () => unknown = full;
    answerMessages({ removePapers: () => answer() });
    const { now, run } = start();
    await run((commands) => commands.remove('doi:10.1/a', 'Salt'));
    await vi.waitFor(() => expect(now().failure).toBeTruthy());
    answer = done;
    await run((commands) => commands.remove('doi:10.1/a', 'Salt'));
    await vi.waitFor(() => expect(now()).toMatchObject({ failure: undefined, done: { entry: 7 } }));
  });
});

describe('undo', () => {
  test.each([
    [undefined, 'last'],
    ['last', 'last'],
    [3, 3],
  ] as const)(
    'of %s asks for %s, and its own way back is offered instead of what was done',
    async (entry, wanted) => {
      const asked = answerMessages({ removePapers: done, undo: () => ({ ok: true, value: { entry: 8 } }) });
      const { now, run } = start();
      await run((commands) => commands.remove('doi:10.1/a', 'Salt'));
      await vi.waitFor(() => expect(now().done).toBeTruthy());
      await run((commands) => commands.undo(entry));
      expect(asked.at(-1)).toEqual({ type: 'undo', data: { entry: wanted } });
      const undone = { words: 'Undone', entry: 8, again: true };
      await vi.waitFor(() => expect(now()).toEqual({ done: undone, failure: undefined }));
    },
  );

  test('says what stays because it was changed again since', async () => {
    const db = openDatabase();
    const step = { at: at(0), papers: 1, title: 'Salt' };
    const steps: JournalEntry[] = [
      { ...step, entry: 7, intention: 'import', undoneBy: 8, kept: 1 },
      { ...step, entry: 8, intention: 'undo', of: 7 },
    ];
    await db.journal.bulkPut(steps);
    answerMessages({ undo: () => ({ ok: true, value: { entry: 8 } }) });
    const { now, run } = start(db);
    await run((commands) => commands.undo(7));
    const words = 'Undone: Imported “Salt”. One change stays because it was changed again since.';
    await vi.waitFor(() => expect(now().done).toMatchObject({ words }));
  });

  test.each([
    [8, { words: 'Undone: Removed “Salt”', again: true }],
    [9, { words: 'Removed “Salt”' }],
    [10, { words: 'Undone: Removed “Salt”', again: true }],
  ])('by entry %i tells what it took back or did again, as the journal has it', async (entry, words) => {
    const db = openDatabase();
    const step = { at: at(0), papers: 1, title: 'Salt' };
    const steps: JournalEntry[] = [
      { ...step, entry: 7, intention: 'remove' },
      { ...step, entry: 8, intention: 'undo', of: 7 },
      { ...step, entry: 9, intention: 'undo', of: 8 },
      { ...step, entry: 10, intention: 'undo', of: 9 },
    ];
    await db.journal.bulkPut(steps);
    answerMessages({ undo: () => ({ ok: true, value: { entry } }) });
    const { now, run } = start(db);
    await run((commands) => commands.undo());
    await vi.waitFor(() => expect(now().done).toEqual({ ...words, entry }));
  });

  test('can be taken back itself, and says so only if there was something to redo', async () => {
    let entry: number | undefined = 9;
    const asked = answerMessages({ removePapers: done, redo: () => ({ ok: true, value: { entry } }) });
    const db = openDatabase();
    const step = { at: at(0), papers: 1, title: 'Salt' };
    const steps: JournalEntry[] = [
      { ...step, entry: 7, intention: 'remove' },
      { ...step, entry: 8, intention: 'undo', of: 7 },
      { ...step, entry: 9, intention: 'undo', of: 8 },
    ];
    await db.journal.bulkPut(steps);
    const { now, run } = start(db);
    await run((commands) => commands.redo());
    await vi.waitFor(() => expect(now().done).toEqual({ words: 'Removed “Salt”', entry: 9 }));
    entry = undefined;
    await run((commands) => commands.redo());
    expect(asked.map(({ type }) => type)).toEqual(['redo', 'redo']);
    expect(now()).toEqual({ done: { words: 'Removed “Salt”', entry: 9 }, failure: undefined });
  });

  test('answers with its entry, or with nothing if it failed', async () => {
    answerMessages({ undo: done });
    const { run } = start();
    const answers: unknown[] = [];
    await run(async (commands) => answers.push(await commands.undo(3)));
    answerMessages({ undo: full });
    await run(async (commands) => answers.push(await commands.undo(3)));
    expect(answers).toEqual([7, undefined]);
  });

  test('is not done again by what is done next', async () => {
    answerMessages({ removePapers: done, undo: done });
    const { now, run } = start();
    await run((commands) => commands.undo());
    await vi.waitFor(() => expect(now().done?.again).toBeTruthy());
    await run((commands) => commands.remove('doi:10.1/a', 'Salt'));
    await vi.waitFor(() => expect(now().done).toEqual({ words: 'Removed “Salt”', entry: 7 }));
  });

  test('that fails is still offered', async () => {
    answerMessages({ removePapers: done, undo: full });
    const { now, run } = start();
    await run((commands) => commands.remove('doi:10.1/a', 'Salt'));
    await vi.waitFor(() => expect(now().done).toBeTruthy());
    await run((commands) => commands.undo(7));
    await vi.waitFor(() => expect(now().failure).toContain('The disk is full.'));
    expect(now().done).toEqual({ words: 'Removed “Salt”', entry: 7 });
  });
});

describe('a change of very many papers', () => {
  const ended: JournalEntry = { entry: 7, intention: 'remove', at: at(1), papers: 100 };
  const step: JournalEntry = { ...ended, running: true };
  const cancelled: JournalEntry = { ...ended, undoneBy: 9 };
  const next: JournalEntry = { ...ended, entry: 8, papers: 2 };

  test('is told once all of it is done', async () => {
    const db = openDatabase();
    await db.journal.add(step);
    const asked = answerMessages({ removePapers: done });
    const { now, run } = start(db);
    await run((commands) => commands.moveAll(['doi:10.1/a', 'doi:10.1/b'], 'trash'));
    expect(asked).toEqual([{ type: 'removePapers', data: { ids: ['doi:10.1/a', 'doi:10.1/b'] } }]);
    expect(now().done).toBeUndefined();
    await act(async () => void (await db.journal.where({ entry: 7 }).modify({ papers: 900 })));
    await act(
      async () => void (await db.journal.where({ entry: 7 }).modify((row) => void delete row.running)),
    );
    await vi.waitFor(() => expect(now().done).toEqual({ words: 'Removed 900 papers', entry: 7 }));
  });

  test('is not told if it was cancelled', async () => {
    const db = openDatabase();
    await db.journal.add(step);
    answerMessages({ restorePapers: done, removePapers: () => ({ ok: true, value: { entry: 8 } }) });
    const { now, run } = start(db);
    await run((commands) => commands.moveAll(['doi:10.1/a'], 'library'));
    await act(async () => void (await db.journal.put(cancelled)));
    await db.journal.put(next);
    await run((commands) => commands.moveAll(['doi:10.1/a'], 'trash'));
    await vi.waitFor(() => expect(now().done).toEqual({ words: 'Removed 2 papers', entry: 8 }));
  });
});

test('what was told is forgotten when the person has gone on', async () => {
  answerMessages({ removePapers: done, undo: full });
  const { now, run } = start();
  await run((commands) => commands.remove('doi:10.1/a', 'Salt'));
  await run((commands) => commands.undo(7));
  await vi.waitFor(() => expect(now().failure).toBeTruthy());
  await run(async (commands) => commands.dismiss());
  expect(now()).toEqual({ done: undefined, failure: undefined });
});

describe('exporting', () => {
  test('hands over the library as a file', async () => {
    const db = openDatabase();
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt' })], at(0));
    stubWriter(db);
    answerMessages({ giveCitationKeys: () => ({ ok: true, value: null }) });
    const { run } = start(db);
    for (const format of EXPORT_FORMATS) {
      await run((commands) => commands.exportTo(usualRequest(format, 'apa')));
      const file = download.mock.lastCall?.[0];
      expect(file?.name).toMatch(new RegExp(`^offprint-\\d{4}-\\d\\d-\\d\\d\\.${format.extensions[0]}$`));
      expect(await file?.text()).toContain('Salt');
    }
    expect(download).toHaveBeenCalledTimes(EXPORT_FORMATS.length);
  });

  test('tells why not, and hands over no empty file', async () => {
    const { now, run } = start(closedDatabase());
    stubWriter(closedDatabase());
    const [format] = EXPORT_FORMATS;
    if (!format) throw new Error('no format');
    await run((commands) => commands.exportTo(usualRequest(format, 'apa')));
    await vi.waitFor(() => expect(now().failure).toContain('The browser cannot open Offprint'));
    expect(download).not.toHaveBeenCalled();
  });
});
