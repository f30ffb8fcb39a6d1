// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SaveAllControl, SaveAllView } from '@/entrypoints/listing.content/save-all';
import { forge, inside, press, watchRoots } from './closed-roots';

const onPress = vi.fn();
const onUndo = vi.fn();
let control: SaveAllControl;

beforeEach(async () => {
  onPress.mockReset();
  onUndo.mockReset();
  watchRoots();
  // Loaded here, because it reads words as it loads and tests have them only from now on.
  const { createSaveAll } = await import('@/entrypoints/listing.content/save-all');
  control = createSaveAll(document, onPress, onUndo);
  document.body.replaceChildren(control.host);
});

function show(view: Partial<SaveAllView>): void {
  control.show({ cards: 20, saved: 0, ...view });
}

const main = () => inside(control.host).getByRole('button', { name: /^(Save all|All)/ });
const undo = () => inside(control.host).queryByRole('button', { name: /^Undo/ });
const hide = () => inside(control.host).getByRole('button', { name: 'Hide this on this page' });

describe('the control', () => {
  test.each<[string, Partial<SaveAllView>, string, string]>([
    ['nothing is saved', {}, 'Save all 20 on this page', 'Save all 20 on this page'],
    ['some is saved', { saved: 5 }, 'Save all 15 others', 'Save all 15 others'],
    ['all is saved', { saved: 20 }, 'All 20 saved', 'Save all: all 20 on this page are saved'],
    ['it saves', { saved: 5, running: { done: 5, of: 15 } }, 'Saving 5 of 15…', 'Save all: saving 5 of 15'],
    ['saving failed', { failure: 'The disk is full.' }, 'Save all again', 'Save all again'],
    [
      'it saves again after a failure',
      { failure: 'The disk is full.', running: { done: 0, of: 20 } },
      'Saving 0 of 20…',
      'Save all: saving 0 of 20',
    ],
    [
      'the extension was updated',
      { reload: true },
      'Reload to save',
      'Save all after a reload: Offprint was updated, so this page must be loaded again.',
    ],
  ])('when %s says so', (_, view, words, name) => {
    show(view);
    expect(inside(control.host).getByRole('button', { name })).toBe(main());
    expect(main().textContent).toBe(words);
    expect(name).toMatch(/^Save all/);
    expect(main().getAttribute('aria-busy')).toBe(String(view.running !== undefined));
  });

  test('tells a failure at once, and takes it back', () => {
    const alert = () => inside(control.host).getByRole('alert').textContent;
    show({});
    expect(alert()).toBe('');
    show({ failure: 'The disk is full.' });
    expect(alert()).toBe('The disk is full.');
    show({});
    expect(alert()).toBe('');
  });

  test('does not announce again what it has announced', () => {
    show({ failure: 'The disk is full.' });
    const words = inside(control.host).getByRole('alert').firstChild;
    show({ failure: 'The disk is full.', saved: 1 });
    expect(inside(control.host).getByRole('alert').firstChild).toBe(words);
  });

  test.each<[boolean, Partial<SaveAllView>]>([
    [false, { cards: 0 }],
    [false, { cards: 1 }], // a paper's own page needs no "all"
    [true, { cards: 2 }],
    [true, { cards: 1, failure: 'The disk is full.' }],
    [true, { cards: 1, undoable: true }],
    [true, { cards: 1, reload: true }],
  ])('is there: %s, with %j', (there, view) => {
    show(view);
    expect(inside(control.host).queryAllByRole('button').length > 0).toBe(there);
  });

  test('has words for a reload when no words can be had any more', () => {
    show({});
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    show({ reload: true });
    expect(main().textContent).toBe('Reload to save');
  });

  test('has the same attributes whatever it shows', () => {
    const seen = () => [...control.host.attributes].map(({ name, value }) => `${name}=${value}`);
    const before = seen();
    for (const view of [
      {},
      { saved: 20 },
      { failure: 'x' },
      { undoable: true },
      { reload: true },
      { cards: 0 },
    ]) {
      show(view);
      expect([view, seen()]).toEqual([view, before]);
    }
    expect(control.host.shadowRoot).toBeNull();
    expect(control.host.childNodes).toHaveLength(0);
  });
});

describe('undo', () => {
  test.each<[boolean, Partial<SaveAllView>]>([
    [true, { undoable: true }],
    [true, { undoable: true, saved: 20 }],
    [false, {}],
    [false, { undoable: false }],
    [false, { undoable: true, running: { done: 1, of: 2 } }],
    [false, { undoable: true, reload: true }],
  ])('offered: %s, with %j', (offered, view) => {
    show(view);
    expect(undo() !== null).toBe(offered);
  });

  test('says what it undoes, and undoes it when pressed', () => {
    show({ undoable: true });
    const button = undo();
    expect(button?.textContent).toBe('Undo');
    expect(button?.getAttribute('aria-label')).toBe('Undo what was last saved or removed on this page');
    if (button) press(button);
    expect(onUndo).toHaveBeenCalledTimes(1);
    expect(onPress).not.toHaveBeenCalled();
  });
});

describe('a press', () => {
  beforeEach(() => show({ undoable: true }));

  test('of the user saves all', () => {
    press(main());
    expect(onPress).toHaveBeenCalledTimes(1);
    expect(onUndo).not.toHaveBeenCalled();
  });

  test('of the user hides the control', () => {
    press(hide());
    expect(control.host.isConnected).toBe(false);
  });

  test('of the page does nothing at all', () => {
    for (const button of [main(), undo(), hide()]) {
      if (button) forge(button);
      button?.click();
    }
    expect(onPress).not.toHaveBeenCalled();
    expect(onUndo).not.toHaveBeenCalled();
    expect(control.host.isConnected).toBe(true);
  });
});
