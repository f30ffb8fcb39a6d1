import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '@/components/desk/desk';

/** Whoever holds an arrow key sees the papers between only in the list (ms). */
const PAUSE_MS = 90;

/**
 * While a paper's page is open beside the list, it shows the paper whose row the keys have led to. Answers with the id of the
 * last paper that came so: that one was not opened by a deed of its own.
 */
export function useLeafing(root: RefObject<HTMLElement | null>, { store, leaf }: Desk): string | undefined {
  const came = useRef<string>(undefined);
  useEffect(() => {
    const { current } = root;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function onFocusIn({ target }: FocusEvent) {
      clearTimeout(timer);
      // A press with the mouse on a button of another row is about that button.
      if (!(target instanceof Element) || !target.matches('.windowed [data-stop]:focus-visible')) return;
      const id = target.closest<HTMLElement>('[data-paper]')?.dataset.paper;
      if (id === undefined) return;
      timer = setTimeout(() => {
        const route = store.route.peek();
        if (!store.beside.peek() || route.view !== 'paper' || route.id === id) return;
        if (route.field === 'edit') return; // what is typed there stays in sight
        came.current = id;
        leaf(id);
      }, PAUSE_MS);
    }
    current?.addEventListener('focusin', onFocusIn);
    return () => {
      clearTimeout(timer);
      current?.removeEventListener('focusin', onFocusIn);
    };
  }, [store]);
  return came.current;
}
