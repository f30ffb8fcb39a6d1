// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { PaperCard } from '@/utils/paper/schema';
import { attr, clip, text, wholeNumber } from '@/utils/reading/dom';

const root = new DOMParser().parseFromString(
  '<main><h3> Deep <b>Sets</b>\n</h3><p>  </p><p>second</p><a href=" /x "></a><a href="/y"></a><i title=""></i></main>',
  'text/html',
);

describe('text', () => {
  test.each([
    ['h3', 'Deep Sets'],
    ['p', undefined],
    ['p + p', 'second'],
    ['h4', undefined],
  ])('of %s is %j', (selector, expected) => {
    expect(text(root, selector)).toBe(expected);
  });
});

describe('attr', () => {
  test.each([
    ['a', 'href', '/x'],
    ['a', 'title', undefined],
    ['i', 'title', undefined],
    ['h4', 'title', undefined],
  ])('of %s, %s, is %j', (selector, name, expected) => {
    expect(attr(root, selector, name)).toBe(expected);
  });
});

describe('clip', () => {
  test.each([[''], [0], [null], [undefined], [['x']], [{ length: 1 }]])('takes %j for no text', (value) => {
    expect(clip(value)).toBeUndefined();
  });

  test('takes as much of a text as a card may carry, and no more', () => {
    const title = clip('x'.repeat(1_000_000));
    const card = { site: 'x1', listing: 'https://a.example/', identifiers: {} };
    expect(PaperCard.safeParse({ ...card, title }).success).toBe(true);
    expect(PaperCard.safeParse({ ...card, title: `${title}x` }).success).toBe(false);
  });
});

describe('wholeNumber', () => {
  test.each([
    ['12', 12],
    [' 1,024 upvotes', 1024],
    ['Upvote 7', 7],
    ['0', 0],
    [3, 3],
    [0, 0],
  ])('reads %j as %i', (value, expected) => {
    expect(wholeNumber(value)).toBe(expected);
  });

  test.each([
    [''],
    ['-'],
    ['none'],
    ['12345678901234567890'],
    [-1],
    [1.5],
    [Number.NaN],
    [1e300],
    [null],
    [true],
  ])('takes %j for none', (value) => {
    expect(wholeNumber(value)).toBeUndefined();
  });
});
