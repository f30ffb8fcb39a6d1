import { useEffect } from 'preact/hooks';
import { parseRoute, type Route } from './route';
import type { Store } from './store';

/** Where the page is now. It follows the address, which Back and Forward change, too. */
export function useRoute({ route }: Store): Route {
  useEffect(() => {
    const follow = () => {
      route.value = parseRoute(location.hash);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [route]);
  return route.value;
}
