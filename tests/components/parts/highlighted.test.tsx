// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Highlighted } from '@/components/parts/highlighted';

function shown(text: string, ...terms: string[]) {
  const { container } = render(<Highlighted text={text} terms={new Set(terms)} />);
  const marks = [...container.querySelectorAll('mark')].map(({ textContent }) => textContent);
  return { container, marks };
}

test.each<[string, string[], string[]]>([
  ['Lanterns over a harbour', ['lanterns', 'harbour'], ['Lanterns', 'harbour']],
  ['Lanterns over lanterns', ['lanterns'], ['Lanterns', 'lanterns']],
  ['Émile Müller', ['muller'], ['Müller']],
  ['Lanterns over a harbour', ['lantern'], []],
  ['Lanterns over a harbour', [], []],
])('in “%s” the terms %j mark %j', (text, terms, expected) => {
  const { container, marks } = shown(text, ...terms);
  expect(marks).toEqual(expected);
  expect(container.textContent).toBe(text);
});

test.each([
  ['<img src=x onerror=alert(1)>', 'img'],
  ['</mark><script>alert(1)</script>', 'script'],
  ['a &lt;b&gt; &amp; c', 'b'],
])('%s stays text, its words marked', (text, word) => {
  const { container, marks } = shown(text, word);
  expect(container.textContent).toBe(text);
  expect([...container.querySelectorAll(':not(mark)')]).toEqual([]);
  expect(new Set(marks)).toEqual(new Set([word]));
});
