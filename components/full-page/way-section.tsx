import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface WaySectionProps {
  /** A part of ids. */
  name: string;
  title: string;
  /** The name of the button that shows more, if there is more. */
  more?: string | false;
  onMore?(): void;
  /** What stands above the ways. */
  above?: ComponentChildren;
  /** Ways. */
  children: ComponentChildren;
}

/** Some ways under a heading. */
export function WaySection({ name, title, more, onMore, above, children }: WaySectionProps) {
  const list = useRef<HTMLUListElement>(null);
  /** How many ways there were when more was asked for. */
  const before = useRef<number>(undefined);
  useLayoutEffect(() => {
    // The button may be gone; the first of the new ways takes the focus.
    const first = before.current === undefined ? null : list.current?.children[before.current];
    if (!first) return;
    before.current = undefined;
    if (above) return; // what came there takes it itself
    first.querySelector<HTMLElement>('a')?.focus();
  });
  const id = `ways-${name}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" class="way-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {above}
      <ul ref={list}>{children}</ul>
      {more && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            before.current = list.current?.children.length;
            onMore?.();
          }}
        >
          {more}
        </button>
      )}
    </div>
  );
}
