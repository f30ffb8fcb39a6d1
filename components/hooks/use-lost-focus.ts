import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where a step takes the focus when it is first drawn, if it was lost with the control that led there. Whoever is
 * elsewhere, say in the search box, stays there.
 */
export function useLostFocus<E extends HTMLElement>() {
  const place = useRef<E>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return place;
}
