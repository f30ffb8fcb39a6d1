// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import type { Field } from '@/components/desk/route';
import { PaperView } from '@/components/views/paper/paper-view';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { closedDatabase } from '@/tests/components/unreadable';
import { at } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

vi.mock('@/storage/tags', () => ({ allTags: async () => [] }));
vi.mock('@/components/browser/note-port', () => ({ openNote: vi.fn() }));

const LANTERNS = storedPaper({
  id: 'a:1',
  title: String.raw`Lanterns in $\mathcal{O}(n^2)$`,
  authors: ['Ada Byron'],
  abstract: 'A quiet harbour.',
  tags: ['optics'],
  note: 'Ask Grace.',
});

async function draw(field?: Field, parts: { shown?: (paper: Paper) => Paper } = {}) {
  const db = openDatabase();
  await db.papers.add(LANTERNS);
  const desk = drawAtDesk(<PaperView id="a:1" field={field} />, createDesk({ db, ...parts }));
  await screen.findByRole('button', { name: /^Remove: Lanterns/ });
  return desk;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('it shows what is known of the paper', async () => {
  await draw();
  expect(screen.getByRole('article', { name: 'Lanterns in O(n²)' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Lanterns in O(n²)');
  expect(screen.getByRole('button', { name: 'Ada Byron' })).toBeTruthy();
  expect(screen.getByText('A quiet harbour.')).toBeTruthy();
  expect(within(screen.getByRole('list', { name: 'Tags' })).getByText('optics')).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('Ask Grace.');
});

test('one textbox is called “Note”, and nothing else has the word in its name', async () => {
  await draw();
  expect(screen.getAllByRole('textbox', { name: /note/i })).toHaveLength(1);
  expect(screen.queryByRole('button', { name: /note/i })).toBeNull();
});

test.each<[Field | undefined, number]>([
  [undefined, 1],
  ['note', 1],
  ['tags', 0],
])('opening it (at %s) is told, but not where a paper just saved is tagged', async (field, times) => {
  const { opened } = await draw(field);
  expect(vi.mocked(opened).mock.calls).toEqual(Array(times).fill(['a:1']));
});

test('edits that wait are drawn, in its bar, too', async () => {
  await draw(undefined, { shown: (paper) => ({ ...paper, title: 'Salt', starred: true }) });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Salt');
  expect(screen.getByRole('button', { name: 'Unstar' })).toBeTruthy();
});

describe('the focus', () => {
  test('is on the way back at first', async () => {
    await draw();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back' }));
  });

  test.each<[Field, () => HTMLElement]>([
    ['note', () => screen.getByRole('textbox', { name: 'Note' })],
    ['tags', () => screen.getByRole('combobox', { name: 'Add tag' })],
  ])('is in the field “%s” where that was asked for', async (field, element) => {
    await draw(field);
    await vi.waitFor(() => expect(document.activeElement).toBe(element()));
  });
});

describe('its bar', () => {
  test('leads back', async () => {
    const { back } = await draw();
    press('Back');
    expect(back).toHaveBeenCalledOnce();
  });

  test('removes the paper', async () => {
    const { commands } = await draw();
    press(/^Remove: /);
    expect(commands.remove).toHaveBeenCalledExactlyOnceWith('a:1', 'Lanterns in O(n²)');
  });

  test('opens the form', async () => {
    const { go } = await draw();
    press('Edit');
    expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'paper', id: 'a:1', field: 'edit' });
  });

  test('closes the form, which stands in the place of the paper', async () => {
    const { go } = await draw('edit');
    expect(screen.getByRole('form', { name: 'Edit' })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Edit' }).getAttribute('aria-pressed')).toBe('true');
    press('Edit');
    expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'paper', id: 'a:1' });
  });
});

test('it follows the library', async () => {
  const { db } = await draw();
  await act(async () => void (await db.papers.update('a:1', { title: 'Salt' })));
  expect(await screen.findByRole('heading', { name: 'Salt' })).toBeTruthy();
});

describe('a paper that is not there', () => {
  test('is said not to be', async () => {
    drawAtDesk(<PaperView id="a:2" />);
    expect(await screen.findByRole('heading', { name: 'This paper is not in your library' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Back' })).toBeTruthy();
  });

  test('can be restored if it lies in the trash', async () => {
    const db = openDatabase();
    await db.trash.add({ id: 'a:1', trashedAt: at(0), paper: LANTERNS, sightings: [] });
    const { commands } = drawAtDesk(<PaperView id="a:1" />, createDesk({ db }));
    await screen.findByRole('heading', { name: '“Lanterns in O(n²)” is in the trash' });
    press('Restore');
    expect(commands.restore).toHaveBeenCalledExactlyOnceWith('a:1', 'Lanterns in O(n²)');
  });

  test('is not said to be gone where the library cannot be read', async () => {
    drawAtDesk(<PaperView id="a:1" />, createDesk({ db: closedDatabase() }));
    expect((await screen.findByRole('alert')).textContent).toContain('Your library cannot be shown');
    expect(screen.queryByText(/not in your library/)).toBeNull();
  });
});
