// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type IconName, icon } from '@/entrypoints/listing/buttons/icon';
import type { SaveAllControl, SaveAllView } from '@/entrypoints/listing/buttons/save-all';
import { forge, inside, press, textsIn, watchRoots } from '../closed-roots';

const onPress = vi.fn();
const onUndo = vi.fn();
const onTag = vi.fn();
let control: SaveAllControl;

beforeEach(async () => {
  onPress.mockReset();
  onUndo.mockReset();
  onTag.mockReset();
  watchRoots();
  // Loaded here, because it reads words as it loads and tests have them only from now on.
  const { createSaveAll } = await import('@/entrypoints/listing/buttons/save-all');
  control = createSaveAll(document, onPress, onUndo, onTag);
  document.body.replaceChildren(control.host);
});

/** An icon as it is drawn. */
function pictureOf(name: IconName): string {
  return icon(document, name).outerHTML;
}

function show(view: Partial<SaveAllView>): void {
  control.show({ cards: 20, saved: 0, ...view });
}

const main = () => inside(control.host).getByRole<HTMLElement>('button', { name: /^Save all/ });
const said = () => main().querySelector<HTMLElement>('[data-word]')?.dataset.word;
const undo = () => inside(control.host).queryByRole<HTMLElement>('button', { name: /^Undo/ });
const hide = () => inside(control.host).getByRole('button', { name: 'Hide this on this page' });

describe('the control', () => {
  test.each<[string, Partial<SaveAllView>, string, string]>([
    ['nothing is saved', {}, 'Save all 20', 'Save all 20'],
    ['some is saved', { saved: 5 }, 'Save all: 15 left', 'Save all: 15 left'],
    ['all is saved', { saved: 20 }, 'All 20 saved', 'Save all: all 20 on this page are saved'],
    ['it saves', { saved: 5, running: { done: 5, of: 15 } }, 'Saving 5 of 15…', 'Save all: saving 5 of 15'],
    [
      'saving failed',
      { failure: 'The disk is full.' },
      'The disk is full.',
      'Save all again. The disk is full.',
    ],
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
    expect(said()).toBe(words);
    expect(name).toMatch(/^Save all/);
    expect(main().getAttribute('aria-busy')).toBe(String(view.running !== undefined));
  });

  test('tells a failure at once, and takes it back', () => {
    show({});
    expect(main().title).toBe('');
    show({ failure: 'The disk is full.' });
    expect(main().title).toBe('The disk is full.');
    expect(main().querySelector('svg')?.outerHTML).toBe(pictureOf('reload'));
    expect(said()).toBe('The disk is full.');
    expect(main().getAttribute('aria-label')).toBe('Save all again. The disk is full.');
    show({});
    expect(main().title).toBe('');
    expect(main().outerHTML).not.toContain('disk');
  });

  test('stays the same buttons, so that they keep the focus, and makes no room for a failure', () => {
    show({ undoable: true, taggable: true });
    const before = inside(control.host).getAllByRole('button');
    for (const view of [{ failure: 'The disk is full.' }, { saved: 20 }, { running: { done: 0, of: 20 } }]) {
      show({ undoable: true, taggable: true, ...view });
      expect(inside(control.host).getAllByRole('button', { hidden: true })).toEqual(before);
      expect(before[0]?.parentElement?.children).toHaveLength(before.length);
    }
  });

  test.each<[boolean, Partial<SaveAllView>]>([
    [false, { cards: 0 }],
    [false, { cards: 1 }], // a paper's own page needs no "all"
    [true, { cards: 2 }],
    // Whatever the library says: the page can see how much room the control takes.
    ...[{ failure: 'The disk is full.' }, { undoable: true }, { reload: true }, { saved: 1 }].flatMap(
      (view): [boolean, Partial<SaveAllView>][] => [
        [false, { cards: 1, ...view }],
        [true, { cards: 2, ...view }],
      ],
    ),
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
    expect(said()).toBe('Reload to save');
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
      expect([view, textsIn(control.host)]).toEqual([view, []]);
    }
    expect(control.host.shadowRoot).toBeNull();
    expect(control.host.childNodes).toHaveLength(0);
  });
});

describe('tag', () => {
  const tag = () => inside(control.host).queryByRole<HTMLElement>('button', { name: /^Tag the paper/ });

  test.each<[boolean, Partial<SaveAllView>]>([
    [false, {}],
    [true, { taggable: true }],
    [true, { taggable: true, cards: 1 }], // a paper's own page has no "all"
    [false, { taggable: true, reload: true }],
    [false, { taggable: true, running: { done: 1, of: 20 } }],
  ])('is offered: %s, with %j', (there, view) => {
    show(view);
    expect(tag() !== null).toBe(there);
  });

  test('obeys presses of the user only', () => {
    show({ taggable: true });
    tag()?.click(); // a script's own click is not trusted
    expect(onTag).not.toHaveBeenCalled();
    press(tag() as HTMLElement);
    expect(onTag).toHaveBeenCalledOnce();
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
    expect(button?.dataset.word).toBe('Undo');
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
