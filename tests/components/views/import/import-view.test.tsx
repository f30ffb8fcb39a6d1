// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportView } from '@/components/views/import/import-view';
import type { OffprintDatabase } from '@/storage/database';
import type { ImportPlan } from '@/storage/import/reader';
import type { FromReader } from '@/storage/import/reader.worker';
import { type Asked, answerMessages } from '@/tests/components/answer-messages';
import { drawAtDesk } from '@/tests/components/desk-context';
import {
  planOf,
  ReaderWorker,
  refusals,
  stubReader,
  theReader,
  withReader,
} from '@/tests/components/reader-worker';
import { at } from '@/tests/storage/cards';
import { BATCH, openDatabase } from '@/tests/storage/open-database';

const onUndo = vi.fn<(entry: number) => Promise<number | undefined>>();
const onShow = vi.fn<() => void>();

let db: OffprintDatabase;
let asked: Asked[];
let answer: () => unknown;
const IMPORTED = { entry: 7, at: at(0), intention: 'import', papers: 2 } as const;

/** Keeps the text as the panel does. */
function Shown() {
  const [text, setText] = useState('');
  return <ImportView {...{ db, text, onUndo, onShow }} onText={setText} />;
}

beforeEach(async () => {
  stubReader();
  db = openDatabase();
  await db.journal.put(IMPORTED);
  onUndo.mockReset().mockResolvedValue(8);
  answer = () => ({ ok: true, value: { entry: 7 } });
  asked = answerMessages({ importStaged: () => answer() });
  drawAtDesk(<Shown />);
});

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const status = () => screen.getByRole('status').textContent;

async function choose(text = '{}'): Promise<File> {
  const file = new File([text], 'library.json');
  const input = screen.getByLabelText('Choose files, or drop them here');
  await withReader(() => act(() => void fireEvent.change(input, { target: { files: [file] } })));
  return file;
}

const box = () => screen.getByLabelText<HTMLTextAreaElement>('Or paste or drop text');

async function paste(text: string): Promise<void> {
  await act(() => void fireEvent.input(box(), { target: { value: text } }));
  await withReader(() => press('Read this text'));
}

async function hear(message: FromReader): Promise<void> {
  await act(() => theReader().tell(message));
}

async function preview(plan: ImportPlan): Promise<void> {
  await choose();
  await hear({ plan });
}

async function press(name: string): Promise<void> {
  await act(() => void fireEvent.click(button(name)));
}

describe('choosing', () => {
  test('takes files, of the formats that can be read', async () => {
    const input = screen.getByLabelText('Choose files, or drop them here') as HTMLInputElement;
    expect(input.type).toBe('file');
    expect(input.accept.split(',')).toContain('.json');
    const file = await choose();
    expect(theReader().files).toEqual([file]);
  });

  test('that ends without a file starts nothing', async () => {
    const input = screen.getByLabelText('Choose files, or drop them here');
    await act(() => void fireEvent.change(input, { target: { files: [] } }));
    expect(ReaderWorker.made).toEqual([]);
    expect(input.isConnected).toBe(true);
  });

  test('takes pasted text', async () => {
    expect(button('Read this text').disabled).toBe(true);
    const field = screen.getByLabelText('Or paste or drop text');
    await act(() => void fireEvent.input(field, { target: { value: '  \n' } }));
    expect(button('Read this text').disabled).toBe(true);
    await act(() => void fireEvent.input(field, { target: { value: '{"papers":[]}' } }));
    await withReader(() => press('Read this text'));
    expect(await theReader().files[0]?.text()).toBe('{"papers":[]}');
  });
});

describe('pasted text', () => {
  test('stays when its preview is given up', async () => {
    await paste('{}');
    await hear({ plan: planOf(2) });
    await press('Cancel');
    expect(box().value).toBe('{}');
  });

  test('makes room for another once it is imported', async () => {
    await paste('{}');
    await hear({ plan: planOf(2) });
    await press('Import 2 papers');
    fireEvent.click(await screen.findByRole('button', { name: 'Paste another text' }));
    await vi.waitFor(() => expect(box().value).toBe(''));
  });

  test('stays when a file is imported', async () => {
    await act(() => void fireEvent.input(box(), { target: { value: '{}' } }));
    await preview(planOf(2));
    await press('Import 2 papers');
    fireEvent.click(await screen.findByRole('button', { name: 'Choose another file' }));
    await vi.waitFor(() => expect(box().value).toBe('{}'));
  });
});

describe('the keyboard', () => {
  const focused = () => document.activeElement;
  const file = () => screen.getByLabelText('Choose files, or drop them here');

  test('is led from step to step: to what is told, and to the choice of a file', async () => {
    file().focus();
    await choose();
    expect(focused()).toBe(screen.getByRole('status'));
    await hear({ plan: planOf(2) });
    expect([focused(), status()]).toEqual([screen.getByRole('status'), '2 papers']);
    button('Cancel').focus();
    await press('Cancel');
    expect(focused()).toBe(file());
    await preview(planOf(2));
    button('Import 2 papers').focus();
    await press('Import 2 papers');
    await screen.findByRole('button', { name: 'Undo' });
    expect([focused(), status()]).toEqual([screen.getByRole('status'), expect.stringMatching(/^Imported/)]);
    button('Choose another file').focus();
    await press('Choose another file');
    expect(focused()).toBe(file());
  });

  test('is led to the way on after a failure', async () => {
    file().focus();
    await choose();
    await hear({ plan: undefined });
    expect(focused()).toBe(button('Choose another file'));
  });

  test('is left where it is if that is elsewhere', async () => {
    const search = document.body.appendChild(document.createElement('input'));
    search.focus();
    await preview(planOf(2));
    await press('Cancel');
    expect(focused()).toBe(search);
    search.remove();
  });
});

describe('reading', () => {
  test('tells that and how far it is', async () => {
    await choose();
    expect(status()).toBe('Reading…');
    const bar = () => screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Reading…' });
    expect(bar().hasAttribute('value')).toBe(false);
    await hear({ progress: { step: 'reading', share: 0.25 } });
    expect(bar().getAttribute('value')).toBe('0.25');
    await hear({ progress: { step: 'comparing', share: 0.75 } });
    expect(status()).toBe('Comparing with your library…');
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('0.75');
  });
});

describe('the preview', () => {
  test('tells what the file would bring, and nothing is imported yet', async () => {
    await preview(planOf(2, 1, 3));
    expect(status()).toBe('6 papers');
    for (const [words, titles] of [
      ['2 new', ['Fresh 1', 'Fresh 2']],
      ['1 merged with what you have', ['Known 1']],
      ['3 unchanged', ['Same 1', 'Same 2', 'Same 3']],
    ] as const) {
      const details = screen.getByText(words).closest('details') as HTMLElement;
      expect([...details.querySelectorAll('li')].map((item) => item.textContent)).toEqual(titles);
    }
    expect(screen.queryByText(/refused/)).toBeNull();
    expect(asked).toEqual([]);
  });

  test.each<[ImportPlan, string, string]>([
    [planOf(1), 'Import 1 paper', '1 paper'],
    [planOf(2, 1, 3), 'Import 3 papers', '6 papers'],
    [planOf(1000, 1), 'Import 1,001 papers', '1,001 papers'],
  ])('offers what is useful (%#)', async (plan, name, words) => {
    await preview(plan);
    expect(button(name).disabled).toBe(false);
    expect(status()).toBe(words);
  });

  test.each([
    [planOf(0), '0 papers · There are no papers in this.'],
    [planOf(0, 0, 1), '1 paper · You have this paper already.'],
    [planOf(0, 0, 3), '3 papers · You have all of these already.'],
  ])(
    'says why there is nothing to import, without a button that cannot be pressed (%#)',
    async (plan, words) => {
      await preview(plan);
      expect(status()).toBe(words);
      const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent);
      expect(buttons).toEqual(words.startsWith('0') ? ['Cancel'] : ['Show papers', 'Cancel']);
    },
  );

  test.each<[string, Partial<ImportPlan>]>([
    ['all refused', { refused: refusals([{ place: 1, reason: 'notARecord' }]) }],
    ['of a newer Offprint', { files: [{ name: 'a.json', format: 'json', papers: 0, problem: 'newer' }] }],
  ])('does not call a file empty whose papers are %s', async (_, rest) => {
    await preview(planOf(0, 0, 0, rest));
    expect(status()).toBe('0 papers');
    expect(button('Import 0 papers').disabled).toBe(true);
  });

  test('tells how many more there are than it shows', async () => {
    await preview(planOf(250));
    expect(screen.getByText('… and 150 more')).toBeTruthy();
    expect(screen.getAllByRole('listitem', { hidden: true })).toHaveLength(101);
  });

  test('tells which records are refused, and why', async () => {
    await preview(
      planOf(1, 0, 0, {
        refused: refusals([
          { place: 2, reason: 'notARecord' },
          { place: 5, title: '<img src=x>', reason: 'badField', field: 'authors' },
          { place: 9, title: 'Salt', reason: 'unnamed' },
        ]),
      }),
    );
    const details = screen.getByText('3 refused').closest('details') as HTMLElement;
    expect(
      within(details)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      '2. Title missing: not a record',
      '5. <img src=x>: the field “authors” is not as it should be',
      '9. Salt: neither title nor number',
    ]);
    expect(button('Import 1 paper').disabled).toBe(false);
  });

  test.each([
    ['newer', 'This file was written by a newer Offprint.'],
    ['truncated', 'This file ends too early.'],
  ] as const)('says of a file that is %s that it is', async (problem, words) => {
    await preview(planOf(1, 0, 0, { files: [{ name: 'a.json', format: 'json', papers: 1, problem }] }));
    expect(screen.getByText(new RegExp(`^${words}`))).toBeTruthy();
  });

  test('can be given up, and nothing is imported or kept', async () => {
    await db.staged.add({ batch: BATCH, part: 0, records: [], source: 'library' });
    await preview(planOf(2));
    await press('Cancel');
    expect(screen.getByLabelText('Choose files, or drop them here')).toBeTruthy();
    expect(asked).toEqual([]);
    await vi.waitFor(async () => expect(await db.staged.count()).toBe(0));
  });
});

describe('importing', () => {
  test('that is under way is shown where another one could begin', async () => {
    const task = { entry: 7, work: { batch: BATCH }, done: 5, parts: 9, kept: 0 };
    await db.settings.put({ name: 'tasks', value: [task] });
    await vi.waitFor(() => expect(status()).toBe('Importing… 55%'));
    expect(screen.getByLabelText('Choose files, or drop them here')).toBeTruthy();
    await press('Cancel');
    expect(onUndo.mock.calls).toEqual([[7]]);
  });

  test('tells how far it is, then what came of it', async () => {
    let finish = (_: unknown) => {};
    answer = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    await preview(planOf(4, 3, 2, { refused: refusals([{ place: 1, reason: 'notARecord' }]) }));
    await press('Import 7 papers');
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.data).toEqual({ batch: BATCH, parts: 1 });
    expect(status()).toBe('Importing…');
    const running = { ...IMPORTED, running: true } as const;
    await db.journal.put(running);
    const task = { entry: 7, work: { batch: BATCH }, done: 5, parts: 9, kept: 0 };
    await db.settings.put({ name: 'tasks', value: [task] });
    await vi.waitFor(() => expect(status()).toBe('Importing… 55%'));
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe(String(5 / 9));
    await db.settings.delete('tasks');
    await db.journal.where({ entry: 7 }).modify((row) => void delete row.running);
    finish({ ok: true, value: { entry: 7 } });
    await vi.waitFor(() => expect(status()).toBe('Imported: 4 new, 3 merged, 2 unchanged, 1 refused.'));
  });

  test('tells what came back from the trash', async () => {
    const plan = planOf(4, 3);
    plan.preview.trashed = { count: 2, titles: [] };
    await preview(plan);
    await press('Import 9 papers');
    await vi.waitFor(() =>
      expect(status()).toBe('Imported: 4 new, 3 merged, 2 back from the trash, 0 unchanged, 0 refused.'),
    );
  });

  describe('that is done', () => {
    beforeEach(async () => {
      await preview(planOf(2));
      await press('Import 2 papers');
      await screen.findByRole('button', { name: 'Undo' });
    });

    const undone = () => db.journal.update(7, { undoneBy: 8 });
    const redone = () => db.journal.where({ entry: 7 }).modify((row) => void delete row.undoneBy);

    test('can be taken back, is told as that, and can be done again, all in one place', async () => {
      const undo = button('Undo');
      undo.focus();
      onUndo.mockImplementationOnce(async () => undone().then(() => 8));
      await press('Undo');
      expect(await screen.findByRole('button', { name: 'Redo' })).toBe(undo);
      expect(status()).toBe('Undone: none of these changes is in your library now.');
      onUndo.mockImplementationOnce(async () => redone().then(() => 9));
      await press('Redo');
      expect(await screen.findByRole('button', { name: 'Undo' })).toBe(undo);
      expect(status()).toBe('Imported: 2 new, 0 merged, 0 unchanged, 0 refused.');
      expect(onUndo.mock.calls).toEqual([[7], [8]]);
      expect(document.activeElement).toBe(undo);
    });

    test('is told as taken back also if that was done elsewhere', async () => {
      await undone();
      expect(await screen.findByRole('button', { name: 'Redo' })).toBeTruthy();
      expect(status()).toMatch(/^Undone/);
      await redone();
      expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    });

    test('stays as it is if it could not be taken back, which can be tried again', async () => {
      onUndo.mockResolvedValue(undefined);
      await press('Undo');
      expect(status()).toMatch(/^Imported/);
      await press('Undo');
      expect(onUndo.mock.calls).toEqual([[7], [7]]);
    });

    test('is taken back once by two quick presses', async () => {
      onUndo.mockReturnValue(new Promise(() => undefined));
      await press('Undo');
      await press('Undo');
      expect(onUndo).toHaveBeenCalledTimes(1);
    });
  });

  test('that changed nothing offers nothing to take back', async () => {
    answer = () => ({ ok: true, value: { entry: undefined } });
    await preview(planOf(2));
    await press('Import 2 papers');
    await screen.findByRole('button', { name: 'Choose another file' });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('leads to the next file', async () => {
    await preview(planOf(2));
    await press('Import 2 papers');
    await screen.findByRole('button', { name: 'Undo' });
    await press('Choose another file');
    expect(screen.getByLabelText('Choose files, or drop them here')).toBeTruthy();
  });
});

describe('a failure', () => {
  test.each<[string, FromReader, string]>([
    ['of the format', { plan: undefined }, 'This is no file that Offprint can read.'],
    ['of the disk', { failure: 'full' }, 'The disk is full.'],
    ['of a lost library', { failure: 'lost' }, 'Your library held papers before'],
    [
      'of an unknown kind',
      { failure: 'unknown' },
      'Something went wrong, and it is not certain what was done.',
    ],
  ])('%s while reading is told in words, with a way on', async (_, message, words) => {
    await choose();
    await hear(message);
    const alert = screen.getByRole('alert');
    expect(within(alert).getByRole('heading').textContent).toBe('The file could not be imported');
    expect(alert.textContent).toContain(words);
    await press('Choose another file');
    expect(screen.getByLabelText('Choose files, or drop them here')).toBeTruthy();
  });

  test('of pasted text is told as that, and the text is still there', async () => {
    await paste('Nothing to see');
    await hear({ plan: undefined });
    const alert = screen.getByRole('alert');
    expect(within(alert).getByRole('heading').textContent).toBe('This text could not be imported');
    expect(alert.textContent).toContain('This is no text that Offprint can read.');
    await press('Back to the text');
    expect(box().value).toBe('Nothing to see');
    expect(document.activeElement).toBe(box());
  });

  test('while importing is told in words', async () => {
    answer = () => ({ ok: false, code: 'full' });
    await preview(planOf(2));
    await press('Import 2 papers');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
    expect(screen.queryByText(/^Imported/)).toBeNull();
  });
});
