// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SaveButton, SaveState } from '@/entrypoints/listing/buttons/save-button';
import { forge, inside, press, pressDown, rootOf, textsIn, watchRoots } from '../closed-roots';

const STATES: SaveState[] = ['save', 'saving', 'saved', 'removing', 'failed', 'changed', 'reload'];

const presses = { down: vi.fn(), press: vi.fn() };
let button: SaveButton;

beforeEach(async () => {
  for (const heard of Object.values(presses)) heard.mockReset();
  watchRoots();
  // Loaded here, because it reads words as it loads and tests have them only from now on.
  const { createSaveButton } = await import('@/entrypoints/listing/buttons/save-button');
  button = createSaveButton(document, presses);
  document.body.replaceChildren(button.host);
  button.show('save', 'Lanterns');
});

const shown = () => inside(button.host).getByRole<HTMLButtonElement>('button');

/** The words that it shows. */
const wordShown = () => shown().querySelector<HTMLElement>('[data-word]')?.dataset.word;

describe('the button', () => {
  test.each<[SaveState, string, string, boolean]>([
    ['save', 'Save', 'Save to Offprint: Lanterns', false],
    ['saving', 'Saving', 'Save to Offprint, saving: Lanterns', true],
    ['saved', 'Saved', 'Saved in Offprint: Lanterns', false],
    ['removing', 'Removing', 'Saved in Offprint, removing: Lanterns', true],
    ['failed', 'Failed', 'Save to Offprint failed. The disk is full. Press to try again.', false],
    [
      'changed',
      'Changed',
      'Save to Offprint: the card changed, so nothing was saved. Press again for: Lanterns',
      false,
    ],
    [
      'reload',
      'Reload',
      'Save to Offprint after a reload: Offprint was updated, so this page must be loaded again.',
      false,
    ],
  ])('in the state “%s” shows “%s” and is named “%s”', (state, word, name, busy) => {
    button.show(state, 'Lanterns', state === 'failed' ? 'The disk is full.' : undefined);
    expect(inside(button.host).getByRole('button', { name })).toBe(shown());
    expect(wordShown()).toBe(word);
    expect(shown().getAttribute('aria-busy')).toBe(String(busy));
    expect(shown().querySelectorAll('svg[aria-hidden=true]')).toHaveLength(1);
  });

  test('tells by pointing at it how to remove, and why saving failed', () => {
    expect(shown().title).toBe('');
    button.show('saved', 'Lanterns');
    expect(shown().title).toBe('Press to remove');
    button.show('failed', 'Lanterns', 'The disk is full.');
    expect(shown().title).toBe('The disk is full.');
    button.show('save', 'Lanterns');
    expect(shown().title).toBe('');
  });

  test('stays the same element, so that it keeps the focus', () => {
    const before = shown();
    for (const state of STATES) {
      button.show(state, 'Lanterns');
      expect(shown()).toBe(before);
    }
  });

  test('takes a title for text', () => {
    button.show('save', '<img src=x>');
    expect(inside(button.host).getByRole('button', { name: 'Save to Offprint: <img src=x>' })).toBeTruthy();
    expect(rootOf(button.host).querySelector('img')).toBeNull();
  });

  test('has words for a reload when no words can be had any more', () => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    button.show('reload', 'Lanterns');
    expect(wordShown()).toBe('Reload');
    expect(shown().getAttribute('aria-label')).toMatch(/must be loaded again/);
  });
});

describe('a press', () => {
  test('of the user is heard', () => {
    press(shown());
    expect(presses.press).toHaveBeenCalledTimes(1);
  });

  test('of the page is not', () => {
    forge(shown());
    shown().click();
    forge(button.host);
    button.host.click();
    expect(presses.press).not.toHaveBeenCalled();
  });

  test.each([
    ['the user', press],
    ['the page', forge],
  ])('of %s never follows the link that the card may be', (_, how) => {
    const heard = vi.fn();
    const link = document.createElement('a');
    link.addEventListener('click', heard);
    link.append(button.host);
    document.body.replaceChildren(link);
    expect(how(shown()).defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('a press that begins', () => {
  test.each(['pointerdown', 'keydown'])('with %s of the user is heard', (type) => {
    pressDown(shown(), type);
    expect(presses.down).toHaveBeenCalledTimes(1);
    expect(presses.press).not.toHaveBeenCalled();
  });

  test.each(['pointerdown', 'keydown'])('with %s of the page is not', (type) => {
    pressDown(shown(), type, false);
    expect(presses.down).not.toHaveBeenCalled();
  });
});

describe('drawing', () => {
  test('makes the face anew whatever it says, so that it is the same work', () => {
    for (const before of STATES)
      for (const after of STATES) {
        button.show(before, 'Lanterns', 'why');
        const [face, ...others] = shown().children;
        expect(others).toEqual([]);
        button.show(after, 'Lanterns', 'why');
        expect(shown().children).toHaveLength(1);
        expect([before, after, shown().firstChild === face]).toEqual([before, after, false]);
      }
  });
});

describe('what the page sees', () => {
  const seen = () => [...button.host.attributes].map(({ name, value }) => [name, value]);

  test('is the same in every state', () => {
    const before = seen();
    for (const state of STATES) {
      button.show(state, `Lanterns ${state}`, 'why');
      expect([state, seen()]).toEqual([state, before]);
      expect([state, textsIn(button.host)]).toEqual([state, []]);
      expect(button.host.childNodes).toHaveLength(0);
    }
  });

  test('is no inside', () => {
    expect(button.host.shadowRoot).toBeNull();
    expect(rootOf(button.host).mode).toBe('closed');
    expect(document.body.textContent).toBe('');
  });

  test('is nothing before it is placed', () => {
    expect(seen()).toEqual([]);
  });
});
