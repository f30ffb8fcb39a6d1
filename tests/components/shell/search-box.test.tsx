// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { SearchBox } from '@/components/shell/search-box';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { libraryAnswers } from '@/tests/components/library-answers';
import { storedPaper } from '@/tests/storage/papers';
import { recount } from '@/tests/storage/recount';

const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search papers' });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent?.trim());
const chosen = () => screen.queryByRole('option', { selected: true })?.textContent?.trim();

async function draw() {
  const desk = createDesk();
  desk.type = vi.fn((query: string) => {
    desk.store.query.value = query;
  });
  await desk.db.papers.bulkAdd([
    storedPaper({ id: 'a:1', tags: ['to read', 'ml'] }),
    storedPaper({ id: 'a:2', tags: ['ml'] }),
  ]);
  await recount(desk.db);
  const names = vi.fn(async () => [{ name: 'Moss Institute', papers: 2 }]);
  desk.store.finder.value = { library: libraryAnswers({ names }), changes: 0 };
  drawAtDesk(<SearchBox />, desk);
  return desk;
}

async function type(value: string) {
  box().focus();
  await act(async () => {
    box().value = value;
    box().setSelectionRange(value.length, value.length);
    fireEvent.input(box());
  });
}

/** Whether the key was left to whoever listens behind the box. */
async function press(key: string, more: KeyboardEventInit = {}) {
  let left = true;
  await act(async () => {
    left = fireEvent.keyDown(box(), { key, ...more });
  });
  return left;
}

describe('without completions', () => {
  test.each(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape', 'Home'])('%s is left alone', async (key) => {
    await draw();
    expect(await press(key)).toBe(true);
    await type('lanterns');
    expect(options()).toEqual([]);
    expect(await press(key)).toBe(true);
    expect(box().value).toBe('lanterns');
  });
});

describe('with completions', () => {
  test('it is a search box that names its list, and which option is chosen', async () => {
    await draw();
    expect(box().getAttribute('aria-autocomplete')).toBe('list');
    expect(box().hasAttribute('aria-expanded')).toBe(false);
    await type('graph aut');
    const list = screen.getByRole('listbox', { name: 'Suggestions' });
    expect(box().getAttribute('aria-controls')).toBe(list.id);
    expect(box().hasAttribute('aria-activedescendant')).toBe(false);
    expect(screen.getByText('1 suggestion').getAttribute('aria-live')).toBe('polite');
    await press('ArrowDown');
    expect(box().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id);
    expect(chosen()).toBe('author: an author');
  });

  test('arrows go round, past the text as typed', async () => {
    await draw();
    await type('saved:this-');
    const seen: (string | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      expect(await press(key)).toBe(false);
      seen.push(chosen()?.split(' ')[0]);
    }
    const [week, month, year] = ['this-week', 'this-month', 'this-year'];
    expect(seen).toEqual([week, month, year, undefined, year, month]);
  });

  test.each(['Enter', 'Tab'])('%s takes the one that is chosen', async (key) => {
    const desk = await draw();
    await type('graph saved:tu');
    await press('ArrowDown');
    expect(await press(key)).toBe(false);
    expect(desk.type).toHaveBeenLastCalledWith('graph saved:tuesday ');
    expect(box().value).toBe('graph saved:tuesday ');
    expect(box().selectionStart).toBe('graph saved:tuesday '.length);
    expect(options()).toEqual([]);
  });

  test.each(['Enter', 'Tab'])('%s is left alone while none is chosen', async (key) => {
    await draw();
    await type('saved:tu');
    expect(await press(key)).toBe(true);
    expect(box().value).toBe('saved:tu');
  });

  test('the name of a field leads to its values', async () => {
    await draw();
    await type('ta');
    await press('ArrowDown');
    await press('Enter');
    expect(box().value).toBe('tag:');
    await waitFor(() => expect(options()).toEqual(['ml 2 papers', 'to read 1 paper']));
    await type('tag:re');
    await press('ArrowDown');
    await press('Enter');
    expect(box().value).toBe('tag:="to read" ');
  });

  test('names that the library knows are offered as soon as they are read', async () => {
    await draw();
    await type('org:mo');
    await waitFor(() => expect(options()).toEqual(['Moss Institute 2 papers']));
    await press('ArrowUp');
    await press('Tab');
    expect(box().value).toBe('org:"Moss Institute" ');
  });

  test('Escape closes the list and nothing else; the next is left alone', async () => {
    await draw();
    await type('saved:t');
    expect(await press('Escape')).toBe(false);
    expect(options()).toEqual([]);
    expect(box().value).toBe('saved:t');
    expect(await press('Escape')).toBe(true);
    await type('saved:tu');
    expect(options()).toHaveLength(1);
  });

  test.each(['ArrowLeft', 'Home'])('%s closes the list, as the caret leaves', async (key) => {
    await draw();
    await type('saved:t');
    expect(await press(key)).toBe(true);
    expect(options()).toEqual([]);
  });

  test('so does leaving the box, and a text that comes from elsewhere', async () => {
    const { store } = await draw();
    await type('saved:t');
    await act(async () => box().blur());
    expect(options()).toEqual([]);
    await type('saved:tu');
    await act(async () => {
      store.query.value = 'is:starred';
    });
    expect(options()).toEqual([]);
  });

  test('the mouse takes one', async () => {
    await draw();
    await type('is:st');
    await act(async () => void fireEvent.click(screen.getByRole('option')));
    expect(box().value).toBe('is:starred ');
  });

  test('keys of other commands, and of characters that are composed, are left alone', async () => {
    await draw();
    await type('saved:t');
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
      expect(await press('ArrowDown', held)).toBe(true);
    await press('ArrowDown');
    expect(await press('Tab', { shiftKey: true })).toBe(true);
  });
});
