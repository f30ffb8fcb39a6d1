// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import type { Desk } from '@/components/desk/desk';
import { useInnerLinks } from '@/components/shell/use-inner-links';

function Scene({ go }: { go: Desk['go'] }) {
  const root = useRef<HTMLElement>(null);
  useInnerLinks(root, { go });
  return (
    <main ref={root}>
      <a href="#/paper/a">
        <b>Ours</b>
      </a>
      <a href="https://a.example/#/paper/a">Theirs</a>
      {/* biome-ignore lint/a11y/useValidAnchor: it stands for a link that follows itself */}
      <a href="#/trash" onClick={(event) => event.preventDefault()}>
        Handled
      </a>
    </main>
  );
}

function draw() {
  const go = vi.fn<Desk['go']>();
  render(<Scene go={go} />);
  return go;
}

test('a link to a place of ours is followed at the desk', () => {
  const go = draw();
  expect(fireEvent.click(screen.getByText('Ours'))).toBe(false);
  expect(go.mock.calls).toEqual([[{ view: 'paper', id: 'a' }]]);
});

test.each<[string, MouseEventInit]>([
  ['Ours', { ctrlKey: true }],
  ['Ours', { metaKey: true }],
  ['Ours', { shiftKey: true }],
  ['Ours', { button: 1 }],
  ['Handled', {}],
])('“%s” pressed with %j is left alone', (name, how) => {
  const go = draw();
  fireEvent.click(screen.getByText(name), how);
  expect(go).not.toHaveBeenCalled();
});

test('other links are the browser’s', () => {
  const go = draw();
  const link = screen.getByText('Theirs');
  let kept = false;
  addEventListener(
    'click',
    (event) => {
      kept = !event.defaultPrevented;
      event.preventDefault(); // nothing is to be loaded here
    },
    { once: true },
  );
  fireEvent.click(link);
  expect(kept).toBe(true);
  expect(go).not.toHaveBeenCalled();
});
