// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { adoptOptions } from '@/components/browser/options';
import { createStore } from '@/components/desk/store';
import { useDeskState } from '@/components/desk/use-desk-state';
import { answerMessages } from '@/tests/components/answer-messages';
import { createDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const SALT = storedPaper({ id: 'a:salt', title: 'Salt' });

beforeEach(() => {
  location.hash = '';
});

function start(hash = '') {
  const { db, commands } = createDesk();
  const store = createStore(hash, 'comfortable');
  const { result } = renderHook(() => useDeskState(db, store, commands));
  if (!result.current) throw new Error('not drawn');
  return { desk: result.current, db, store, edit: vi.mocked(commands.edit), dismiss: commands.dismiss };
}

describe('going to a place', () => {
  test('changes the address and takes the last message away', () => {
    const { desk, dismiss } = start();
    desk.go({ view: 'paper', id: 'doi:10.1/a' });
    expect(location.hash).toBe('#/paper/doi%3A10.1%2Fa');
    expect(dismiss).toHaveBeenCalledOnce();
  });

  test('where one is already makes no step for Back', () => {
    const push = vi.spyOn(history, 'pushState').mockClear();
    const { desk, store } = start('#/trash');
    desk.go({ view: 'trash' });
    expect(push).not.toHaveBeenCalled();
    expect(store.route.value).toEqual({ view: 'trash' });
  });

  test('that a query finds asks it, and Back leads to what was asked before', () => {
    const { desk, store } = start('#/paper/a');
    const push = vi.spyOn(history, 'pushState').mockClear();
    desk.search('author:"Ada Byron"');
    expect(store.query.value).toBe('author:"Ada Byron"');
    expect(location.hash).toBe('#/?q=author:%22Ada+Byron%22');
    expect(push).toHaveBeenCalledOnce();
  });

  test('keeps what is asked, but for what it says itself', () => {
    const { desk, store } = start('#/?q=graph&sort=upvotes&group=year');
    desk.go({ view: 'trash' });
    expect(location.hash).toBe('#/trash?q=graph&sort=upvotes&group=year');
    desk.go({ view: 'papers' }, { query: 'is:unread' });
    expect(location.hash).toBe('#/?q=is:unread&sort=upvotes&group=year');
    expect(store.sort.value).toBe('upvotes');
  });

  test('writes what was typed last before it leaves it', () => {
    const { desk, store } = start();
    const replace = vi.spyOn(history, 'replaceState').mockClear();
    store.query.value = 'graph';
    desk.go({ view: 'trash' });
    expect(replace.mock.calls.map(([, , hash]) => hash)).toEqual(['#/?q=graph']);
  });
});

describe('typing', () => {
  test('makes no step for Back', () => {
    const push = vi.spyOn(history, 'pushState').mockClear();
    const { desk, store, dismiss } = start();
    desk.type('g');
    expect(store.query.value).toBe('g');
    expect(push).not.toHaveBeenCalled();
    expect(dismiss).toHaveBeenCalledOnce();
  });

  test('leads to the papers from another view', () => {
    const { desk, store } = start('#/trash');
    desk.type('g');
    expect(store.route.value).toEqual({ view: 'papers' });
    expect(location.hash).toBe('#/?q=g');
  });
});

describe('where papers stand beside the list', () => {
  function startBeside(hash: string) {
    const started = start(hash);
    started.store.beside.value = true;
    return started;
  }

  test('typing and searching leave the paper that is open', () => {
    const { desk, store } = startBeside('#/paper/a');
    desk.type('g');
    desk.search('graph');
    expect(store.route.value).toEqual({ view: 'paper', id: 'a' });
    expect(location.hash).toBe('#/paper/a?q=graph');
  });

  test('a paper stands beside the view that it was opened from, and is closed there', () => {
    const { desk, store } = startBeside('#/queue?q=graph');
    desk.go({ view: 'paper', id: 'a' });
    desk.go({ view: 'similar', id: 'a' });
    expect(location.hash).toBe('#/similar/a?q=graph&in=queue');
    desk.go({ view: 'paper', id: 'b' });
    desk.back();
    expect(store.route.value).toEqual({ view: 'queue' });
    expect(location.hash).toBe('#/queue?q=graph');
  });

  test('leafing makes no step for Back', () => {
    const { desk, store } = startBeside('#/paper/a?q=graph');
    const push = vi.spyOn(history, 'pushState').mockClear();
    desk.leaf('b');
    expect(store.route.value).toEqual({ view: 'paper', id: 'b' });
    expect(location.hash).toBe('#/paper/b?q=graph');
    expect(push).not.toHaveBeenCalled();
  });
});

describe('back', () => {
  test('leads to the list where a page was opened at another place', () => {
    const back = vi.spyOn(history, 'back');
    const { desk } = start('#/paper/a');
    desk.back();
    expect(back).not.toHaveBeenCalled();
    expect(location.hash).toBe('#/');
  });

  test('leads to the place before', () => {
    const back = vi.spyOn(history, 'back').mockImplementation(() => {});
    const length = vi.spyOn(history, 'length', 'get').mockReturnValue(3);
    const { desk } = start();
    desk.go({ view: 'paper', id: 'a' });
    length.mockReturnValue(4);
    desk.back();
    expect(back).toHaveBeenCalledOnce();
    expect(location.hash).toBe('#/paper/a');
  });
});

describe('an edit', () => {
  /** Lets the worker's answer wait. */
  function answerLater(edit: ReturnType<typeof start>['edit']) {
    let answer: (done: boolean) => void = () => {};
    edit.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    return (done: boolean) => answer(done);
  }

  test('is drawn before it is answered, and after it as it was written', async () => {
    const { desk, db, edit } = start();
    await db.papers.add(SALT);
    const answer = answerLater(edit);
    const editing = desk.edit(['a:salt'], { set: { starred: true }, add: { tags: ['optics'] } });
    expect(edit.mock.calls).toEqual([[['a:salt'], { set: { starred: true }, add: { tags: ['optics'] } }]]);
    expect(desk.shown(SALT)).toMatchObject({ starred: true, tags: ['optics'] });
    const written: Paper = { ...SALT, starred: true, tags: ['optics', 'lenses'], revision: 2 };
    await db.papers.put(written);
    answer(true);
    expect(await editing).toBe(true);
    expect(desk.shown(SALT)).toEqual(written);
  });

  test('that fails is drawn no more', async () => {
    const { desk, edit } = start();
    const answer = answerLater(edit);
    const editing = desk.edit(['a:salt'], { set: { status: 'read' } });
    expect(desk.shown(SALT).status).toBe('read');
    answer(false);
    expect(await editing).toBe(false);
    expect(desk.shown(SALT)).toBe(SALT);
  });

  test('that will be refused is asked, but not drawn', async () => {
    const { desk, edit } = start();
    const answer = answerLater(edit);
    const editing = desk.edit(['a:salt'], { set: { publishedAt: '2026-02-31', starred: true } });
    expect(edit).toHaveBeenCalledOnce();
    expect(desk.shown(SALT)).toEqual(SALT);
    answer(false);
    expect(await editing).toBe(false);
  });
});

describe('a paper that is opened', () => {
  test.each([
    [false, 0],
    [true, 1],
  ])('is told to the worker if the status follows (%s)', async (follows, times) => {
    adoptOptions({ statusFollows: follows });
    const asked = answerMessages({ openPaper: () => ({ ok: true, value: { entry: undefined } }) });
    const { desk } = start();
    await desk.opened('a:salt', 'https://a.example/');
    expect(asked).toHaveLength(times);
  });
});
