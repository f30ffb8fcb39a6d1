// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Shell } from '@/components/shell/shell';
import { saveCards } from '@/storage/commands';
import { answerMessages } from '@/tests/components/answer-messages';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

vi.mock('@/storage/tags', () => ({ allTags: async () => [] }));
vi.mock('@/components/browser/note-port', () => ({ openNote: vi.fn() }));

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
  vi.spyOn(fakeBrowser.windows, 'getCurrent').mockResolvedValue({ id: 1 } as never);
});

/** Draws the panel over a library of two papers, with a worker that edits and removes. */
async function draw(hash = '') {
  const db = openDatabase();
  await saveCards(db, [LANTERNS], at(0));
  await saveCards(db, [SALT], at(1));
  const done = () => ({ ok: true, value: { entry: 1 } });
  const asked = answerMessages({ editPapers: done, removePapers: done, undo: done, redo: done, goOn: done });
  location.hash = hash; // last, so that nothing of the test before can change it
  const view = render(
    <Shell db={db} banner={<p>Banner</p>} without={['collect']}>
      <button type="button">Open side panel</button>
    </Shell>,
  );
  return { db, asked, ...view };
}

/** The address changes, as links, Back and the desk change it. */
const goTo = (hash: string) =>
  act(async () => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });
const keydown = (key: string) =>
  act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
const press = (button: HTMLElement) => act(async () => void fireEvent.click(button));
const heading = (level: number) => screen.queryByRole('heading', { level })?.textContent;
const results = () => screen.findByRole('list', { name: 'Results', hidden: true });

test('it shows the papers under the toolbar, with what the page around adds', async () => {
  await draw();
  expect(heading(1)).toBe('Offprint');
  await results();
  expect(screen.getByText('Banner')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open side panel' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Collect' })).toBeNull();
  expect((await screen.findByText('2 papers')).getAttribute('role')).toBe('status');
});

describe('another view', () => {
  test('stands in the place of the list, which is hidden and keeps its place', async () => {
    await draw();
    const list = await results();
    await goTo('#/trash');
    expect(await screen.findByRole('heading', { name: 'The trash is empty' })).toBeTruthy();
    expect(heading(1)).toBe('Trash');
    expect(list.closest('[hidden]')).toBeTruthy();
    expect(list.isConnected).toBe(true);
  });

  test('is left by Escape', async () => {
    await draw('#/trash');
    await screen.findByRole('heading', { name: 'The trash is empty' });
    await keydown('Escape');
    expect(location.hash).toBe('#/');
    await goTo('#/'); // the browser would tell so itself
    expect(heading(1)).toBe('Offprint');
  });

  test('is where the address says', async () => {
    await draw('#/history');
    expect(heading(1)).toBe('History');
  });
});

describe('the page of a paper', () => {
  test('lies over the list, which nothing can reach meanwhile', async () => {
    const { db } = await draw();
    const [paper] = await db.papers.toArray();
    const list = await results();
    await goTo(`#/paper/${encodeURIComponent(paper?.id ?? '')}`);
    expect(await screen.findByRole('heading', { level: 2, name: paper?.title ?? '' })).toBeTruthy();
    expect(list.closest('[inert]')).toBeTruthy();
    expect(list.closest('[hidden]')).toBeNull();
  });

  test('is left by Escape, and the list can be reached again', async () => {
    const { db } = await draw();
    const [paper] = await db.papers.toArray();
    await goTo(`#/paper/${encodeURIComponent(paper?.id ?? '')}`);
    await screen.findByRole('button', { name: 'Edit' });
    const back = vi.spyOn(history, 'back').mockImplementation(() => {});
    await keydown('Escape');
    if (back.mock.calls.length > 0) await goTo('#/');
    back.mockRestore();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect((await results()).closest('[inert]')).toBeNull();
  });

  test('tells there why an edit failed, and not under it', async () => {
    const { db } = await draw();
    answerMessages({ editPapers: () => ({ ok: false, code: 'full' }) });
    const [paper] = await db.papers.toArray();
    await goTo(`#/paper/${encodeURIComponent(paper?.id ?? '')}`);
    const page = await screen.findByRole('article');
    await press(await within(page).findByRole('button', { name: 'Star' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
    expect(page.contains(screen.getByRole('alert'))).toBe(true);
    expect(await within(page).findByRole('button', { name: 'Star' })).toBeTruthy();
  });
});

test('what was done is told, with Undo', async () => {
  const { asked, db } = await draw();
  const [paper] = await db.papers.toArray();
  await goTo(`#/paper/${encodeURIComponent(paper?.id ?? '')}`);
  await press(await screen.findByRole('button', { name: /^Remove: / }));
  await screen.findByText(/^Removed “/);
  await press(screen.getByRole('button', { name: 'Undo' }));
  await vi.waitFor(() => expect(asked).toContainEqual({ type: 'undo', data: { entry: 1 } }));
});

test('letters are keys, and “?” shows what they do', async () => {
  const { asked } = await draw();
  await results();
  await keydown('z');
  await vi.waitFor(() => expect(asked.some(({ type }) => type === 'undo')).toBe(true));
  await keydown('?');
  expect(document.querySelector('dialog')?.open).toBe(true);
});

describe('a full page with room for columns', () => {
  async function drawFull(hash: string) {
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    location.hash = hash;
    const db = openDatabase();
    await saveCards(db, [LANTERNS], at(0));
    answerMessages({ goOn: () => ({ ok: true, value: null }) });
    render(<Shell db={db} aside={<nav>Ways</nav>} without={['collect']} />);
  }

  test('shows a paper beside the list, which can be reached', async () => {
    await drawFull('#/paper/arxiv%3A2609.00001');
    expect(await screen.findByRole('heading', { level: 2, name: LANTERNS.title ?? '' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
    expect((await results()).closest('[inert]')).toBeNull();
    expect(screen.getByText('Ways')).toBeTruthy();
  });

  test('says what to do while no paper is chosen', async () => {
    await drawFull('');
    expect(await screen.findByRole('heading', { name: 'No paper chosen' })).toBeTruthy();
  });

  test('shows a paper beside the view that it was opened from', async () => {
    await drawFull('#/paper/arxiv%3A2609.00001?in=trash');
    expect(await screen.findByRole('heading', { name: 'The trash is empty' })).toBeTruthy();
    expect(await screen.findByRole('heading', { level: 2, name: LANTERNS.title ?? '' })).toBeTruthy();
    expect(heading(1)).toBe('Trash');
  });
});

test.each(['#/atlas', '#/collect'])('an address that leads nowhere here says so: %s', async (hash) => {
  await draw(hash);
  expect(await screen.findByRole('heading', { name: 'This address leads nowhere' })).toBeTruthy();
  await press(screen.getByRole('button', { name: 'Show all papers' }));
  expect(await screen.findByText('2 papers')).toBeTruthy();
});
