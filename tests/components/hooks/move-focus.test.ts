// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { leaveRow, moveFocus } from '@/components/hooks/move-focus';

/** A box, three papers of which the second has no link, and a button outside. */
function fill(): void {
  const box = document.createElement('input');
  box.type = 'search';
  const list = document.createElement('ul');
  for (const name of ['first', 'unlinked', 'third']) {
    const item = document.createElement('li');
    const heading = document.createElement('h2');
    const link = document.createElement(name === 'unlinked' ? 'span' : 'a');
    if (link instanceof HTMLAnchorElement) link.href = `https://a.example/${name}`;
    link.id = name;
    const remove = document.createElement('button');
    remove.id = `remove-${name}`;
    heading.append(link);
    item.append(heading, remove);
    list.append(item);
  }
  box.id = 'box';
  const outside = document.createElement('button');
  outside.id = 'outside';
  document.body.replaceChildren(box, list, outside);
}

/** Where the focus is after `key` is pressed at `id`, and whether the page still hears of the key. */
function press(id: string, key: string): { at: string | undefined; heard: boolean } {
  document.getElementById(id)?.focus();
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true });
  moveFocus(event, document.body);
  return { at: document.activeElement?.id, heard: !event.defaultPrevented };
}

beforeEach(fill);

describe('moveFocus', () => {
  test('leads to the main control of a row, where it is named, though buttons stand before it', () => {
    const star = document.createElement('button');
    document.querySelector('li')?.prepend(star);
    document.querySelector('#first')?.setAttribute('data-stop', 'true');
    expect(press('box', 'ArrowDown')).toEqual({ at: 'first', heard: false });
  });

  test.each([
    ['box', 'ArrowDown', 'first'],
    ['first', 'ArrowDown', 'remove-unlinked'],
    ['remove-unlinked', 'ArrowDown', 'third'],
    ['third', 'ArrowDown', 'third'],
    ['remove-first', 'ArrowDown', 'remove-unlinked'],
    ['third', 'ArrowUp', 'remove-unlinked'],
    ['first', 'ArrowUp', 'box'],
    ['remove-third', 'ArrowUp', 'remove-unlinked'],
    ['third', 'Escape', 'box'],
    ['remove-first', 'Escape', 'box'],
  ])('leads from %s by %s to %s', (from, key, to) => {
    expect(press(from, key)).toEqual({ at: to, heard: false });
  });

  test.each([
    ['box', 'ArrowUp'],
    ['box', 'Escape'], // clears the box
    ['box', 'ArrowRight'],
    ['first', 'Enter'], // opens the paper
    ['first', 'Tab'],
    ['outside', 'ArrowDown'],
    ['outside', 'Escape'],
  ])('leaves %s to itself on %s', (from, key) => {
    expect(press(from, key)).toEqual({ at: from, heard: true });
  });

  test('stays in the box if there is no result', () => {
    document.querySelector('ul')?.replaceChildren();
    expect(press('box', 'ArrowDown').at).toBe('box');
  });
});

test('rows that are hidden or hold nothing to press are passed over', () => {
  const [, second] = document.querySelectorAll('li');
  second?.setAttribute('hidden', '');
  document.querySelector('ul')?.append(document.createElement('li'));
  expect(press('first', 'ArrowDown').at).toBe('third');
  expect(press('third', 'ArrowDown').at).toBe('third');
});

describe('leaveRow', () => {
  test.each([
    ['remove-first', 'remove-unlinked'],
    ['remove-third', 'remove-unlinked'],
    ['outside', 'box'],
  ])('leads from %s to %s', (from, to) => {
    document.getElementById(from)?.focus();
    leaveRow(document.body);
    expect(document.activeElement?.id).toBe(to);
  });

  test('leads from the only row into the box', () => {
    for (const row of [...document.querySelectorAll('li')].slice(1)) row.remove();
    document.getElementById('remove-first')?.focus();
    leaveRow(document.body);
    expect(document.activeElement?.id).toBe('box');
  });
});
