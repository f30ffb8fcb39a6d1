import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusBefore } from './held-letters';

/**
 * When what is `open` over a page is gone, the focus returns to what had it before; if that has gone meanwhile, to the row of
 * the list that has the tab stop, else to the search box. What is open `beside` the list gives the focus to that row, if it
 * had it: meanwhile one may have walked on.
 */
export function useOpener(root: RefObject<HTMLElement | null>, open: boolean, beside = false): void {
  const opener = useRef<Element | null>(null);
  const before = useRef(false);
  if (open && !before.current) opener.current = focusBefore();
  before.current = open;

  useLayoutEffect(() => {
    const { current } = opener;
    if (open || !current) return;
    opener.current = null;
    if (beside && document.activeElement !== document.body) return;
    const there = !beside && current !== document.body && current.isConnected ? current : undefined;
    const find = (selector: string) => root.current?.querySelector(selector);
    const target = there ?? find('[data-stop][tabindex="0"]') ?? find('input[type=search]');
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }, [open]);
}
