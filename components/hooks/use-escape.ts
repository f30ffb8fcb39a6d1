import { useEffect, useRef } from 'preact/hooks';

/**
 * Goes back by Escape within a view, before the panel around it does. `onBack` says whether there was something to go
 * back from. A field that has used the key is left alone.
 */
export function useEscape(onBack: () => boolean): void {
  const latest = useRef(onBack);
  latest.current = onBack;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (latest.current()) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
