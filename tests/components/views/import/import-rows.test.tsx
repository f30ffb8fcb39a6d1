// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportRows } from '@/components/views/import/import-rows';
import type { Row } from '@/storage/import/row';

const ROWS: Row[] = [
  { outcome: 'new', title: 'Lanterns over a quiet harbour', year: '2026' },
  { outcome: 'merged', begins: 'Small lamps on moored boats…' },
  { outcome: 'unchanged' },
];

const onLeft = vi.fn<(left: number[]) => void>();
const onRetitle = vi.fn<(place: number, title: string) => void>();

beforeEach(() => {
  onLeft.mockReset();
  onRetitle.mockReset();
});

/** Keeps what is left out, as the preview does. */
function Chooser({ rows, choosing = true }: { rows: readonly Row[]; choosing?: boolean }) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const keep = (next: ReadonlySet<number>) => {
    onLeft([...next]);
    setLeft(next);
  };
  return <ImportRows rows={rows} choosing={choosing} left={left} onLeft={keep} onRetitle={onRetitle} />;
}

const items = () =>
  within(screen.getByRole('list', { name: 'Papers to choose from' })).getAllByRole('listitem');
const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const all = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /of \d+ chosen$/ });

describe('rows', () => {
  test('have no ticks if there is nothing to choose, but titles to edit', () => {
    render(<Chooser rows={ROWS} choosing={false} />);
    expect(items()).toHaveLength(ROWS.length);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getAllByRole('button', { name: /^Edit the title/ })).toHaveLength(ROWS.length);
  });

  test('tell title or beginning, year, and what importing does', () => {
    render(<Chooser rows={ROWS} />);
    expect(items().map((item) => item.querySelector('p')?.textContent)).toEqual([
      'Lanterns over a quiet harbour 2026 · new',
      'Title missing: Small lamps on moored boats… you have it; this adds to it',
      'Title missing you have it already',
    ]);
  });

  test('of bare numbers tell the title that the library has for them', () => {
    render(
      <Chooser
        rows={[
          { outcome: 'unchanged', known: 'Lanterns', begins: 'DOI 10.1000/a' },
          { outcome: 'new', begins: 'arXiv 2609.00002' },
        ]}
      />,
    );
    expect(items().map((item) => item.querySelector('p')?.textContent)).toEqual([
      'Lanterns · DOI 10.1000/a you have it already',
      'Title missing: arXiv 2609.00002 new',
    ]);
    expect(tick('Lanterns')).toBeTruthy();
  });

  test('tell the first authors, and how many others there are', () => {
    const authors = ['María Glas', 'Tove Lykta', 'Ivo Lum'];
    render(<Chooser rows={[{ outcome: 'new', title: 'Salt', authors, others: 2, year: '2026' }]} />);
    expect(items()[0]?.textContent).toContain('María Glas, Tove Lykta, Ivo Lum +2 · 2026 · new');
  });

  test('tell what no identifier names, and what is perhaps no paper', () => {
    const rows: Row[] = [1, 2].map(() => ({ outcome: 'new', title: 'Salt', unnamed: true }));
    const props = { rows, choosing: true, left: new Set<number>(), onLeft: () => {}, onRetitle };
    render(<ImportRows {...props} unsure={new Set([1])} />);
    expect(items().map((item) => item.querySelector('p')?.textContent)).toEqual([
      'Salt new · without an identifier',
      'Salt new · perhaps not a paper',
    ]);
  });

  test('are named for those who do not see them', () => {
    render(<Chooser rows={ROWS} />);
    expect(tick('Lanterns over a quiet harbour').checked).toBe(true);
    expect(tick('Small lamps on moored boats…').checked).toBe(true);
    expect(tick('Title missing').checked).toBe(true);
  });

  test('show titles as text', () => {
    render(<Chooser rows={[{ outcome: 'new', title: '<img src=x>' }]} />);
    expect(items()[0]?.querySelector('img')).toBeNull();
    expect(items()[0]?.textContent).toContain('<img src=x>');
  });

  test('are a hundred at first, and a hundred more when asked', () => {
    const rows = Array.from(
      { length: 250 },
      (_, index): Row => ({ outcome: 'new', title: `Paper ${index}` }),
    );
    render(<Chooser rows={rows} />);
    expect(items()).toHaveLength(100);
    fireEvent.click(screen.getByRole('button', { name: '… and 150 more' }));
    expect(items()).toHaveLength(200);
    fireEvent.click(screen.getByRole('button', { name: '… and 50 more' }));
    expect(items()).toHaveLength(250);
    expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
  });
});

describe('ticks', () => {
  test('leave one paper out and take it back', () => {
    render(<Chooser rows={ROWS} />);
    fireEvent.click(tick('Small lamps on moored boats…'));
    expect(onLeft).toHaveBeenLastCalledWith([1]);
    expect(tick('Small lamps on moored boats…').checked).toBe(false);
    fireEvent.click(tick('Title missing'));
    expect(onLeft).toHaveBeenLastCalledWith([1, 2]);
    fireEvent.click(tick('Small lamps on moored boats…'));
    expect(onLeft).toHaveBeenLastCalledWith([2]);
  });

  test('of all: full, half and empty', () => {
    render(<Chooser rows={ROWS} />);
    const state = () => [all().checked, all().indeterminate];
    expect(state()).toEqual([true, false]);
    fireEvent.click(tick('Title missing'));
    expect(state()).toEqual([false, true]);
    expect(screen.getByText('2 of 3 chosen')).toBeTruthy();
    fireEvent.click(all()); // some are out: all come back
    expect(onLeft).toHaveBeenLastCalledWith([]);
    expect(state()).toEqual([true, false]);
    fireEvent.click(all());
    expect(onLeft).toHaveBeenLastCalledWith([0, 1, 2]);
    expect(state()).toEqual([false, false]);
    expect(screen.getByText('0 of 3 chosen')).toBeTruthy();
  });

  test('of all count papers that are not drawn yet', () => {
    const rows = Array.from(
      { length: 150 },
      (_, index): Row => ({ outcome: 'new', title: `Paper ${index}` }),
    );
    render(<Chooser rows={rows} />);
    fireEvent.click(all());
    expect(onLeft.mock.lastCall?.[0]).toHaveLength(150);
  });
});

describe('a filter', () => {
  const TITLES = ['Lanterns over a quiet harbour', 'Salt and silence', 'Herons at dusk', 'Salted harbours'];
  const MANY: Row[] = [
    ...TITLES.map((title): Row => ({ outcome: 'new', title, year: '2024' })),
    { outcome: 'new', begins: 'Small lamps on moored boats…', year: '2026' },
    ...Array.from({ length: 16 }, (_, index): Row => ({ outcome: 'new', title: `Paper ${index}` })),
  ];
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Filter these papers' });
  const list = () => screen.queryByRole('list', { name: 'Papers to choose from' });
  const shown = () =>
    screen.queryAllByRole('listitem').map((item) => item.querySelector('input')?.getAttribute('aria-label'));
  const told = () => document.querySelector('[aria-live]')?.textContent;

  async function filter(value: string, rows: number) {
    fireEvent.input(field(), { target: { value } });
    await vi.waitFor(() => expect(shown()).toHaveLength(rows));
  }

  test('is there for more than a handful only', () => {
    const { rerender } = render(<Chooser rows={MANY.slice(0, 20)} />);
    expect(screen.queryByRole('textbox')).toBeNull();
    rerender(<Chooser rows={MANY} />);
    expect(field().value).toBe('');
    expect(shown()).toHaveLength(21);
  });

  test.each<[text: string, names: string[]]>([
    ['harb', ['Lanterns over a quiet harbour', 'Salted harbours']],
    ['SALT silence', ['Salt and silence']],
    ['2026', ['Small lamps on moored boats…']],
    ['herons 2024', ['Herons at dusk']],
    ['moored', ['Small lamps on moored boats…']],
    ['silense', ['Salt and silence']],
  ])('for %j shows %j, in their order', async (text, names) => {
    render(<Chooser rows={MANY} />);
    await filter(text, names.length);
    expect(shown()).toEqual(names);
    expect(told()).toBe(names.length === 1 ? '1 paper matches' : `${names.length} papers match`);
  });

  test('shows what is spelled alike only where nothing matches as it is typed', async () => {
    const rows = [
      ...MANY,
      { outcome: 'new', title: 'Grape and graph' },
      { outcome: 'new', title: 'Grape' },
    ] as Row[];
    render(<Chooser rows={rows} />);
    await filter('graph', 1);
    expect(shown()).toEqual(['Grape and graph']);
  });

  test('that matches nothing says so, and has nothing to tick', async () => {
    render(<Chooser rows={MANY} />);
    await filter('zebra', 0);
    expect(told()).toBe('No papers match');
    expect(list()).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test.each(['', '  ', '?!'])('of %j shows all, and tells nothing', async (text) => {
    render(<Chooser rows={MANY} />);
    await filter('salt', 2);
    await filter(text, 21);
    expect(told()).toBe('');
    expect(screen.getByText('21 of 21 chosen')).toBeTruthy();
  });

  test('leaves the ticks of hidden rows alone; "all" is about those shown, and says so', async () => {
    render(<Chooser rows={MANY} />);
    fireEvent.click(tick('Herons at dusk'));
    await filter('salt', 2);
    expect(screen.getByText('Shown here: 2 of 2 chosen')).toBeTruthy();
    fireEvent.click(all());
    expect(onLeft).toHaveBeenLastCalledWith([2, 1, 3]);
    expect(screen.getByText('Shown here: 0 of 2 chosen')).toBeTruthy();
    fireEvent.click(tick('Salted harbours'));
    expect([all().checked, all().indeterminate]).toEqual([false, true]);
    fireEvent.click(all());
    expect(onLeft).toHaveBeenLastCalledWith([2]);
    expect([all().checked, all().indeterminate]).toEqual([true, false]);
    await filter('', 21);
    expect(screen.getByText('20 of 21 chosen')).toBeTruthy();
    expect(tick('Herons at dusk').checked).toBe(false);
  });

  test('is cleared by Escape, which goes further only once it is empty', async () => {
    render(<Chooser rows={MANY} />);
    await filter('salt', 2);
    expect(fireEvent.keyDown(field(), { key: 'Escape' })).toBe(false);
    await vi.waitFor(() => expect(shown()).toHaveLength(21));
    expect(field().value).toBe('');
    expect(fireEvent.keyDown(field(), { key: 'Escape' })).toBe(true);
  });

  test('keeps a row whose title is edited until another text is typed', async () => {
    const { rerender } = render(<Chooser rows={MANY} />);
    await filter('salt', 2);
    fireEvent.click(screen.getByRole('button', { name: 'Edit the title: Salt and silence' }));
    const title = screen.getByRole('textbox', { name: 'Title' });
    fireEvent.input(title, { target: { value: 'Pepper' } });
    fireEvent.keyDown(title, { key: 'Enter' });
    expect(onRetitle.mock.calls).toEqual([[1, 'Pepper']]); // its place in the whole list
    const titled = MANY.map((row, place) => (place === 1 ? { ...row, title: 'Pepper' } : row));
    rerender(<Chooser rows={titled} />);
    await filter('pepper', 1);
    await filter('salt', 1);
    expect(shown()).toEqual(['Salted harbours']);
    rerender(<Chooser rows={MANY} />);
    await filter('salt', 2);
    rerender(<Chooser rows={titled} />);
    await act(() => new Promise((resume) => setTimeout(resume, 20))); // the search over the new titles is there
    expect(shown()).toEqual(['Pepper', 'Salted harbours']);
  });

  test('counts what is not drawn yet among what matches', async () => {
    const rows = Array.from(
      { length: 260 },
      (_, index): Row => ({ outcome: 'new', title: index % 2 ? 'Salt' : 'Fox' }),
    );
    render(<Chooser rows={rows} />);
    await filter('salt', 100);
    await vi.waitFor(() => screen.getByText('130 papers match'));
    fireEvent.click(screen.getByRole('button', { name: '… and 30 more' }));
    expect(shown()).toHaveLength(130);
    fireEvent.click(all());
    expect(onLeft.mock.lastCall?.[0]).toHaveLength(130);
    expect(onLeft.mock.lastCall?.[0].every((place) => place % 2 === 1)).toBe(true);
  });
});

describe('editing a title', () => {
  function edit(name = 'Lanterns over a quiet harbour'): HTMLTextAreaElement {
    fireEvent.click(screen.getByRole('button', { name: `Edit the title: ${name}` }));
    return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Title' });
  }
  const type = (field: HTMLTextAreaElement, value: string) => fireEvent.input(field, { target: { value } });
  const closed = () => screen.queryByRole('textbox') === null;

  beforeEach(() => {
    render(<Chooser rows={ROWS} />);
  });

  test('begins with the title, in a field that has the focus', () => {
    const field = edit();
    expect(field.value).toBe('Lanterns over a quiet harbour');
    expect(document.activeElement).toBe(field);
  });

  test('says how to end it', () => {
    const hint = document.getElementById(edit().getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('Enter keeps it, Escape leaves the title as it was.');
  });

  test('ends by Enter and by Escape on the button that it began with', () => {
    for (const key of ['Enter', 'Escape']) {
      fireEvent.keyDown(edit(), { key });
      act(() => undefined); // effects
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Edit the title: Lanterns/);
    }
  });

  test('of a paper without one begins empty', () => {
    expect(edit('Small lamps on moored boats…').value).toBe('');
  });

  test.each<[string, (field: HTMLTextAreaElement) => void]>([
    ['Enter', (field) => fireEvent.keyDown(field, { key: 'Enter' })],
    ['leaving the field', (field) => fireEvent.blur(field)],
  ])('is kept by %s, once', (_, leave) => {
    const field = edit();
    type(field, '  Salt \n');
    leave(field);
    fireEvent.blur(field); // as some browsers do when the field goes
    expect(closed()).toBe(true);
    expect(onRetitle.mock.calls).toEqual([[0, 'Salt']]);
  });

  test('is given up by Escape, which goes no further', () => {
    const beyond = vi.fn();
    document.body.addEventListener('keydown', beyond);
    const field = edit();
    type(field, 'Salt');
    expect(fireEvent.keyDown(field, { key: 'Escape' })).toBe(false);
    fireEvent.blur(field);
    expect(closed()).toBe(true);
    expect(onRetitle).not.toHaveBeenCalled();
    expect(beyond).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', beyond);
  });

  test.each([['   '], ['Lanterns over a quiet harbour']])('to %j changes nothing', (title) => {
    const field = edit();
    type(field, title);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(closed()).toBe(true);
    expect(onRetitle).not.toHaveBeenCalled();
  });

  test('goes on with every other key', () => {
    const field = edit();
    expect(fireEvent.keyDown(field, { key: 'a' })).toBe(true);
    expect(closed()).toBe(false);
  });

  test('can be done again', () => {
    const first = edit();
    type(first, 'Salt');
    fireEvent.keyDown(first, { key: 'Escape' });
    const second = edit();
    type(second, 'Herons');
    fireEvent.keyDown(second, { key: 'Enter' });
    expect(onRetitle.mock.calls).toEqual([[0, 'Herons']]);
  });
});
