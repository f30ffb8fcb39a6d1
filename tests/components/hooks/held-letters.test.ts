// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { focusBefore, holdLetters, takeLetters } from '@/components/hooks/held-letters';

let row: HTMLButtonElement;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<button id="row"></button><input id="box">';
  row = document.getElementById('row') as HTMLButtonElement;
  row.focus();
});
afterEach(() => {
  takeLetters();
  vi.useRealTimers();
});

const holder = () => document.querySelector('textarea');

test('a text field has the focus at once, and its letters are given out once', () => {
  expect(focusBefore()).toBe(row);
  holdLetters();
  expect(document.activeElement).toBe(holder());
  expect(holder()?.tabIndex).toBe(-1);
  expect(focusBefore()).toBe(row);
  (holder() as HTMLTextAreaElement).value = 'so';
  expect(takeLetters()).toBe('so');
  expect(holder()).toBeNull();
  expect(takeLetters()).toBe('');
});

test('asked twice there is still one field', () => {
  holdLetters();
  holdLetters();
  expect(document.querySelectorAll('textarea')).toHaveLength(1);
});

describe('they are let go', () => {
  test('when the person goes elsewhere', () => {
    holdLetters();
    document.getElementById('box')?.focus();
    expect(holder()).toBeNull();
    expect(document.activeElement?.id).toBe('box');
  });

  test('by Escape, and the focus returns', () => {
    holdLetters();
    holder()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(holder()).toBeNull();
    expect(document.activeElement).toBe(row);
  });

  test('when no field comes', () => {
    holdLetters();
    vi.advanceTimersByTime(10_000);
    expect(holder()).toBeNull();
    expect(document.activeElement).toBe(row);
  });
});
