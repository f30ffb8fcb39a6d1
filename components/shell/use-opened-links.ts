import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '@/components/desk/desk';

/** Hears where a link of a paper is followed, in whichever row, menu or page it stands, with any button of a mouse. */
export function useOpenedLinks(root: RefObject<HTMLElement | null>, { opened }: Pick<Desk, 'opened'>): void {
  const latest = useRef(opened);
  latest.current = opened;

  useEffect(() => {
    const { current } = root;
    function onPress({ target, button }: MouseEvent) {
      if (button > 1 || !(target instanceof Element)) return; // the right one opens a menu
      const link = target.closest<HTMLAnchorElement>('a[target=_blank]');
      const id = link?.closest<HTMLElement>('[data-paper]')?.dataset.paper;
      if (link && id !== undefined) void latest.current(id, link.href);
    }
    current?.addEventListener('click', onPress);
    current?.addEventListener('auxclick', onPress);
    return () => {
      current?.removeEventListener('click', onPress);
      current?.removeEventListener('auxclick', onPress);
    };
  }, []);
}
