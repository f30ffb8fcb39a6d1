/**
 * Takes off the page what a test drew there, and what a file left there: files share the page that a worker has. The
 * testing library takes off its own only where hooks are global.
 */
import { cleanup, configure } from '@testing-library/preact';
import { afterAll, afterEach, vi } from 'vitest';
import { PATIENCE } from '@/scripts/lib/until.mjs';

configure({ asyncUtilTimeout: PATIENCE }); // by default a second

afterEach(cleanup);

/** What tests put in the place of the browser's own. `browser` itself is put there, too, so that not all can go. */
const STUBBED = ['Worker', 'matchMedia', 'open'] as const;
const own = STUBBED.map((name) => [name, Reflect.getOwnPropertyDescriptor(globalThis, name)] as const);

afterAll(() => {
  for (const [name, descriptor] of own)
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else Reflect.deleteProperty(globalThis, name);
  vi.useRealTimers();
  if (!('document' in globalThis)) return;
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
  location.hash = '';
});
