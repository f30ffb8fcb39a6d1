import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '@/components/desk/desk';
import { parseRoute } from '@/components/desk/route';

/**
 * Follows links to places of ours, whichever view they stand in. The browser would, too, but what the list is asked would be
 * lost. A link that is to open elsewhere is left to the browser.
 */
export function useInnerLinks(root: RefObject<HTMLElement | null>, { go }: Pick<Desk, 'go'>): void {
  const latest = useRef(go);
  latest.current = go;

  useEffect(() => {
    const { current } = root;
    function onClick(event: MouseEvent) {
      const { target, button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
      if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
      const href = target instanceof Element && target.closest('a[href^="#/"]')?.getAttribute('href');
      if (!href) return;
      event.preventDefault();
      latest.current(parseRoute(href));
    }
    current?.addEventListener('click', onClick);
    return () => current?.removeEventListener('click', onClick);
  }, []);
}
