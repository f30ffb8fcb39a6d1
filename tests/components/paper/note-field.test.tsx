// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type OpenNote, openNote } from '@/components/browser/note-port';
import { holdLetters } from '@/components/hooks/held-letters';
import { NoteField } from '@/components/paper/note-field';
import { storedPaper } from '@/tests/storage/papers';

vi.mock('@/components/browser/note-port', () => ({ openNote: vi.fn() }));

const newEditor = () => ({
  write: vi.fn<OpenNote['write']>(),
  close: vi.fn<OpenNote['close']>(),
  onState(listener: typeof tell) {
    tell = listener;
  },
});
/** Another one for every test: Preact ends what was drawn for the test before a little later. */
let editor = newEditor();
let tell: Parameters<OpenNote['onState']>[0] = () => {};

beforeEach(() => {
  vi.clearAllMocks();
  editor = newEditor();
  vi.mocked(openNote).mockImplementation(() => editor);
});

const paperWith = (note?: string) => storedPaper({ id: 'a:1', ...(note !== undefined && { note }) });
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const type = (value: string) => act(() => void fireEvent.input(field(), { target: { value } }));

/** Draws the field; answers with how another version of the note is drawn. */
function draw(note?: string, focused = false) {
  const { rerender, unmount, container } = render(<NoteField paper={paperWith(note)} focused={focused} />);
  const read = (next: string) => act(() => rerender(<NoteField paper={paperWith(next)} focused={focused} />));
  return { read, unmount, container };
}

test('a note is shown as Markdown, and its text stands in the field', async () => {
  draw('Ask **Ada**.');
  expect((await screen.findByText('Ada')).localName).toBe('strong');
  expect(field().value).toBe('Ask **Ada**.');
});

test('a full disk is told as that, and what was typed stays', async () => {
  draw();
  await type('Ask Ada.');
  await act(() => tell('failed', 'full'));
  expect(document.querySelector('.note-state')?.textContent).toMatch(/^Not saved: the disk is full\./);
  expect(field().value).toBe('Ask Ada.');
});

test('letters that were typed before the field was drawn stand in it, are saved, and the next ones follow', () => {
  holdLetters();
  const holder = document.activeElement as HTMLTextAreaElement;
  holder.value = 'hi';
  draw('Ask. ', true);
  expect(document.activeElement).toBe(field());
  expect(field().value).toBe('Ask. hi');
  expect(field().selectionStart).toBe('Ask. hi'.length);
  expect(editor.write.mock.calls).toEqual([['Ask. hi']]);
  expect(holder.isConnected).toBe(false);
});

test('nothing is saved where nothing was typed before; the caret is at the end', () => {
  holdLetters();
  draw('Ask.', true);
  expect(editor.write).not.toHaveBeenCalled();
  expect(field().selectionStart).toBe(4);
});

test('without a note there is only the field', () => {
  const { container } = draw();
  expect(field().value).toBe('');
  expect(container.querySelector('.note-shown')).toBeNull();
});

test.each([true, false])('it has the focus if that was asked for (%s)', (focused) => {
  draw('', focused);
  expect(document.activeElement === field()).toBe(focused);
});

describe('what is typed', () => {
  test('goes to the worker letter by letter, through one port', async () => {
    draw();
    await type('A');
    await type('As');
    expect(openNote).toHaveBeenCalledOnce();
    expect(vi.mocked(openNote).mock.calls[0]?.[0]).toBe('a:1');
    expect(editor.write.mock.calls).toEqual([['A'], ['As']]);
    expect(field().value).toBe('As');
  });

  test('is told to be saved, or not', async () => {
    draw();
    await type('A');
    const told = async (state: Parameters<typeof tell>[0]) => {
      await act(() => tell(state));
      return document.querySelector('[aria-live]')?.textContent;
    };
    expect(await told('saving')).toBe('Saving…');
    expect(await told('saved')).toBe('Saved');
    expect(await told('failed')).toContain('Not saved. What you typed is still here');
    expect(field().value).toBe('A');
  });

  test('stays while an older text is read', async () => {
    const { read } = draw('A');
    field().focus();
    await type('A thought');
    await read('A th');
    expect(field().value).toBe('A thought');
  });

  test('gives way to the text of the library once the field is left', async () => {
    const { read } = draw('A');
    field().focus();
    await type('A thought');
    await act(() => field().blur());
    expect(editor.close).toHaveBeenCalledOnce();
    await read('A thought\n\nAnother, of another window');
    expect(field().value).toBe('A thought\n\nAnother, of another window');
  });

  test('is not given up when the field is left before it is read back', async () => {
    draw('A');
    field().focus();
    await type('A thought');
    await act(() => field().blur());
    expect(field().value).toBe('A thought');
  });

  test('goes on through a new port after the field was left', async () => {
    draw('', true);
    await type('A');
    await act(() => field().blur());
    await type('AB');
    expect(openNote).toHaveBeenCalledTimes(2);
  });

  test('ends the port when the page of the paper is left', async () => {
    const { unmount } = draw();
    await type('A');
    await act(() => void unmount());
    expect(editor.close).toHaveBeenCalledOnce();
  });
});

test('the longest text that can be kept is told', async () => {
  draw('x'.repeat(100_000));
  expect(field().maxLength).toBe(100_000);
  expect(document.querySelector('[aria-live]')?.textContent).toContain('(100,000 characters)');
});
