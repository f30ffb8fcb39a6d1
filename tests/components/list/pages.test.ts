import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PAGE, Pages, type Sight } from '@/components/list/pages';
import { keyOf, type NumberedRow, numbered, upTo } from './numbered';

const onChange = vi.fn();
const onError = vi.fn();
let pages: Pages<NumberedRow>;

beforeEach(() => {
  vi.clearAllMocks();
  pages = new Pages(keyOf, onChange, onError);
});

const sight = (first: number, more: Partial<Sight> = {}): Sight => ({
  ...{ first, last: first + 9, top: first === 0, ...more },
});
const read = (index: number) => vi.waitFor(() => expect(pages.rowAt(index)).toBeDefined());

describe('reading', () => {
  test('begins with the rows that are known, without asking for them', () => {
    const source = numbered(upTo(1000));
    pages.show('all', source);
    pages.want(sight(0));
    expect(pages.rowAt(49)).toEqual({ key: '49', version: 0 });
    expect(pages.rowAt(50)).toBeUndefined();
    expect(pages.total).toBe(1000);
    expect(source.read).not.toHaveBeenCalled();
  });

  test('goes page by page, and asks for none twice', async () => {
    const source = numbered(upTo(1000));
    pages.show('all', source);
    pages.want(sight(45));
    await read(50);
    pages.want(sight(95));
    await read(100);
    pages.want(sight(45));
    expect(source.read.mock.calls).toEqual([
      [50, 100],
      [100, 150],
    ]);
    expect(pages.keyAt(149)).toBe('149');
  });

  test('leaves out what was scrolled past in the meantime', async () => {
    const source = numbered(upTo(100_000));
    pages.show('all', source);
    for (let first = 100; first < 90_000; first += 100) pages.want(sight(first));
    await read(89_900);
    expect(source.read.mock.calls.length).toBeLessThan(5);
  });

  test('keeps few pages, and the keys of those that it forgets', async () => {
    const source = numbered(upTo(5000));
    pages.show('all', source);
    for (let first = 0; first < 5000; first += PAGE) {
      pages.want(sight(first));
      await read(first);
    }
    const kept = upTo(5000).filter((index) => pages.rowAt(index)).length;
    expect(kept).toBeLessThanOrEqual(600);
    expect(pages.rowAt(4999)).toBeDefined();
    expect(pages.rowAt(0)).toBeUndefined();
    expect(pages.keyAt(0)).toBe('0');
  });

  test('tells why it fails, and tries again when something else comes into sight', async () => {
    const source = numbered(upTo(1000));
    source.read.mockRejectedValueOnce(new Error('closed'));
    pages.show('all', source);
    pages.want(sight(200));
    await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(new Error('closed')));
    pages.want(sight(201));
    await read(201);
  });
});

describe('another list', () => {
  test('replaces the old one at once, from its top', async () => {
    pages.show('all', numbered(upTo(1000)));
    pages.want(sight(200));
    await read(200);
    pages.show('found', numbered(upTo(80), 1));
    expect(pages).toMatchObject({ total: 80, list: 'found', anchor: undefined });
    expect(pages.rowAt(0)).toEqual({ key: '0', version: 1 });
    expect(pages.rowAt(200)).toBeUndefined();
  });
});

describe('a newer state of the same list', () => {
  test('is shown at once at the top, with what came in there', () => {
    pages.show('all', numbered(upTo(1000)));
    pages.want(sight(0));
    const { change } = pages;
    pages.show('all', numbered(['new', ...upTo(1000)], 1));
    expect(pages.rowAt(0)).toEqual({ key: 'new', version: 1 });
    expect(pages).toMatchObject({ total: 1001, anchor: undefined, change: change + 1 });
  });

  test('leaves the old rows until those in sight are read, and says where they stand', async () => {
    pages.show('all', numbered(upTo(1000)));
    pages.want(sight(200));
    await read(200);
    const newer = numbered(['new', ...upTo(1000).filter((key) => key !== 200)], 1);
    let answer = () => {};
    const rows = newer.read.getMockImplementation();
    newer.read.mockImplementationOnce(
      (from, to) => new Promise((resolve) => (answer = () => resolve(rows?.(from, to) ?? []))),
    );
    pages.show('all', newer);
    await vi.waitFor(() => expect(newer.read).toHaveBeenCalled());
    expect(pages.rowAt(200)).toEqual({ key: '200', version: 0 });
    answer();
    await vi.waitFor(() => expect(pages.anchor).toEqual({ key: '201', from: 201, to: 201 }));
    expect(pages.rowAt(201)).toEqual({ key: '201', version: 1 });
    expect(pages.total).toBe(1000);
  });

  test('follows the row that is held, also out of sight', async () => {
    pages.show('all', numbered(upTo(1000)));
    pages.want(sight(0, { held: '700' }));
    pages.show('all', numbered(['new', ...upTo(1000)], 1));
    await vi.waitFor(() => expect(pages.held).toBe(701));
    pages.show('all', numbered(upTo(600), 2));
    await vi.waitFor(() => expect(pages.total).toBe(600));
    expect(pages.held).toBeUndefined();
  });

  test('gives way to a still newer one', async () => {
    pages.show('all', numbered(upTo(1000)));
    pages.want(sight(200));
    await read(200);
    pages.show('all', numbered(upTo(999), 1));
    pages.show('all', numbered(upTo(998), 2));
    await vi.waitFor(() => expect(pages.total).toBe(998));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pages.rowAt(200)?.version).toBe(2);
  });

  test('keeps the place by number if nothing of what was in sight is left', async () => {
    pages.show('all', numbered(upTo(1000)));
    pages.want(sight(200));
    await read(200);
    pages.show('all', numbered(['only', 'these'], 1));
    await vi.waitFor(() => expect(pages.total).toBe(2));
    expect(pages.anchor?.to).toBe(1);
  });
});
