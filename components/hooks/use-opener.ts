import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusBefore } from './held-letters';

/**
 * When what lies over a page is gone, the focus returns to what had it before; if that has gone meanwhile, to the row of
 * the list that has the tab stop, else to the search box.
 */
export function useOpener(root: RefObject<HTMLElement | null>, over: boolean): void {
  const opener = useRef<Element | null>(null);
  const before = useRef(false);
  if (over && !before.current) opener.current = focusBefore();
  before.current = over;

  useLayoutEffect(() => {
    const { current } = opener;
    if (over || !current) return;
    opener.current = null;
    const there = current !== document.body && current.isConnected ? current : undefined;
    const target = there ?? root.current?.querySelector('[data-stop][tabindex="0"], input[type=search]');
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }, [over]);
}
