// @vitest-environment happy-dom
/**
 * Nothing is laid out here: rows have the height that is assumed, and the window is 768 px high. What needs real heights
 * or scrolling is in tests/e2e/windowed-list.spec.ts.
 */
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import type { RowSource } from '@/components/list/row-source';
import { usePages } from '@/components/list/use-pages';
import { WindowedList } from '@/components/list/windowed-list';
import { keyOf, type NumberedRow, numbered, upTo } from './numbered';

const HEIGHT = 100;

interface ListProps {
  source: RowSource<NumberedRow>;
  list?: string;
  grouped?: boolean;
}

function List({ source, list = 'all', grouped = false }: ListProps) {
  const rows = usePages({ list, source, keyOf, onError: () => {} });
  return (
    <WindowedList
      label="Results"
      rows={rows}
      estimate={HEIGHT}
      groupOf={grouped ? ({ key }) => String(Math.floor(Number(key) / 3)) : undefined}
      groupWords={(group) => `Group ${group}`}
      renderRow={({ key }, _, stop) => (
        <h2>
          <a href={`#${key}`} {...stop}>
            Paper {key}
          </a>
        </h2>
      )}
    />
  );
}

function show(props: ListProps) {
  const { rerender } = render(<List {...props} />);
  return (next: ListProps) => rerender(<List {...next} />);
}

const items = () => within(screen.getByRole('list', { name: 'Results' })).queryAllByRole('listitem');
const drawn = () => items().map((item) => item.getAttribute('aria-posinset'));
const link = (number: number | string) => screen.findByRole('link', { name: `Paper ${number}` });
const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
/** Waits until all is drawn. */
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
/** Waits until the link to a paper has the focus. */
const focused = (number: number | string) =>
  vi.waitFor(() => expect(document.activeElement?.textContent).toBe(`Paper ${number}`));

describe('what is drawn', () => {
  test('is what is in sight of a long list, and a few rows more, with their places', () => {
    show({ source: numbered(upTo(10_000)) });
    expect(items().length).toBeLessThan(20);
    expect(items()[0]?.getAttribute('aria-setsize')).toBe('10000');
    expect(drawn()).toEqual(upTo(items().length).map((index) => String(index + 1)));
    expect(items()[2]?.style.top).toBe('200px');
    expect(screen.getByRole('list').style.height).toBe('1000000px');
  });

  test('is all of a list of one page', () => {
    show({ source: numbered(upTo(50)) });
    expect(items()).toHaveLength(50);
  });

  test('is nothing of an empty list', () => {
    show({ source: numbered([]) });
    expect(items()).toEqual([]);
  });
});

describe('the tab stop', () => {
  test('is that of one row', () => {
    show({ source: numbered(upTo(1000)) });
    const stops = screen.getAllByRole('link').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map(({ textContent }) => textContent)).toEqual(['Paper 0']);
  });

  test.each([
    [['ArrowDown'], 1],
    [['ArrowDown', 'ArrowDown', 'ArrowUp'], 1],
    [['PageDown'], 1],
    [['End'], 199],
    [['End', 'ArrowUp'], 198],
    [['End', 'ArrowDown'], 199],
    [['End', 'Home'], 0],
    [['ArrowUp'], 0],
  ])('is moved by %j', async (keys, place) => {
    show({ source: numbered(upTo(200)) });
    (await link(0)).focus();
    for (const key of keys) {
      press(key);
      await tick();
    }
    await focused(place);
  });

  test('waits for a row that is not read yet', async () => {
    show({ source: numbered(upTo(10_000)) });
    (await link(0)).focus();
    await tick();
    press('End');
    await focused(9999);
  });

  test.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])('leaves keys with %s alone', async (modifier) => {
    show({ source: numbered(upTo(200)) });
    (await link(0)).focus();
    expect(fireEvent.keyDown(document.activeElement as Element, { key: 'End', [modifier]: true })).toBe(true);
    expect(document.activeElement?.textContent).toBe('Paper 0');
  });
});

describe('a change of the rows', () => {
  test('leaves the focus in the same row', async () => {
    const next = show({ source: numbered(upTo(200)) });
    (await link(3)).focus();
    next({ source: numbered(['new', ...upTo(200)], 1) });
    await link('new');
    await focused(3);
    expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('5');
  });

  test('gives the focus to the row in its place if its own has gone', async () => {
    const next = show({ source: numbered(upTo(200)) });
    (await link(3)).focus();
    next({
      source: numbered(
        upTo(200).filter((number) => number !== 3),
        1,
      ),
    });
    await focused(4);
  });

  test('takes no focus that is elsewhere', async () => {
    const next = show({ source: numbered(upTo(200)) });
    next({ source: numbered(['new', ...upTo(200)], 1) });
    await link('new');
    expect(document.activeElement).toBe(document.body);
  });

  test('to another list begins with its first row', async () => {
    const next = show({ source: numbered(upTo(200)) });
    (await link(3)).focus();
    next({ source: numbered(['other', ...upTo(60)], 1), list: 'found' });
    const stops = screen.getAllByRole('link').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map(({ textContent }) => textContent)).toEqual(['Paper other']);
  });
});

test('groups have a divider above their first row, which is no heading and no item', () => {
  show({ source: numbered(upTo(7)), grouped: true });
  expect(items()).toHaveLength(7);
  expect(screen.getAllByRole('heading')).toHaveLength(7);
  const above = items().map((item) => item.querySelector('[role=presentation]')?.textContent);
  expect(above).toEqual(['Group 0', undefined, undefined, 'Group 1', undefined, undefined, 'Group 2']);
});
