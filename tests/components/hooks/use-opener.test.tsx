// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { expect, test } from 'vitest';
import { useOpener } from '@/components/hooks/use-opener';

interface SceneProps {
  over: boolean;
  without?: boolean;
  beside?: boolean;
}

function Scene({ over, without, beside = false }: SceneProps) {
  const root = useRef<HTMLElement>(null);
  useOpener(root, over, beside);
  return (
    <main ref={root}>
      <input type="search" aria-label="Search" />
      {!without && (
        <a href="#/paper/a" id="opener">
          A
        </a>
      )}
      <a href="#/paper/b" id="stop" data-stop="true" tabIndex={0}>
        B
      </a>
      {over && (
        <button type="button" id="back">
          Back
        </button>
      )}
    </main>
  );
}

const focus = (id: string) => document.getElementById(id)?.focus();

test('what was over the page gives the focus back to where it came from', () => {
  const { rerender } = render(<Scene over={false} />);
  focus('opener');
  rerender(<Scene over />);
  focus('back');
  rerender(<Scene over />);
  rerender(<Scene over={false} />);
  expect(document.activeElement?.id).toBe('opener');
});

test('the list takes the focus if that has gone', () => {
  const { rerender } = render(<Scene over={false} />);
  focus('opener');
  rerender(<Scene over />);
  focus('back');
  rerender(<Scene over without />);
  rerender(<Scene over={false} without />);
  expect(document.activeElement?.id).toBe('stop');
});

test('where nothing was over the page, the focus stays', () => {
  render(<Scene over={false} />);
  focus('stop');
  expect(document.activeElement?.id).toBe('stop');
});

test.each([
  ['back', 'stop'],
  ['opener', 'opener'],
])(
  'what was beside the list gives the focus to the row with the tab stop, if it had it (%s)',
  (had, gets) => {
    const { rerender } = render(<Scene over={false} beside />);
    focus('opener');
    rerender(<Scene over beside />);
    focus(had);
    rerender(<Scene over={false} beside />);
    expect(document.activeElement?.id).toBe(gets);
  },
);
