// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createHost, isHost } from '@/entrypoints/listing/buttons/host';
import { rootOf, watchRoots } from '../closed-roots';

beforeEach(watchRoots);

test.each(['offprint-save', 'offprint-save-all'] as const)('%s has a closed root with its style', (name) => {
  const { host, root } = createHost(document, name, 'p { color: red }');
  expect(host.localName).toBe(name);
  expect(host.shadowRoot).toBeNull();
  expect(rootOf(host)).toBe(root);
  expect(root.querySelector('style')?.textContent).toMatch(/^:host \{[\s\S]*p \{ color: red \}$/);
  expect(isHost(host)).toBe(true);
});

test.each([
  ['another element', () => document.createElement('article')],
  ['text', () => document.createTextNode('offprint-save')],
  [
    'an element that contains one',
    () => {
      const outer = document.createElement('div');
      outer.append(createHost(document, 'offprint-save', '').host);
      return outer;
    },
  ],
])('%s is none of ours', (_, make) => {
  expect(isHost(make())).toBe(false);
});
