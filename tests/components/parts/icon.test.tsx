// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { Star } from 'lucide';
import { expect, test } from 'vitest';
import { Icon } from '@/components/parts/icon';

const drawn = (name?: string) =>
  render(<Icon of={Star} {...(name !== undefined && { class: name })} />).container.querySelector('svg');

test('an icon is drawn, and nothing to a screen reader', () => {
  const svg = drawn();
  expect(svg?.childElementCount).toBe(Star.length);
  expect(svg?.querySelector('path')?.getAttribute('d')).toBeTruthy();
  expect(svg?.getAttribute('aria-hidden')).toBe('true');
  expect(svg?.getAttribute('class')).toBe('icon');
});

test('it takes a class', () => {
  expect(drawn('large')?.getAttribute('class')).toBe('icon large');
});
