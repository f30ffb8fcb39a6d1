import { expect, test } from 'vitest';
import { Patch } from '@/utils/paper/patch';

test.each<[unknown]>([
  [{ set: { title: 'T', authors: ['A'], status: 'read', starred: true }, clear: ['venue'] }],
  [{ add: { tags: ['a'], identifiers: [{ kind: 'doi', value: '10.1/x' }] }, remove: { tags: [] } }],
  [{ restore: ['title', 'identifiers'] }],
])('takes %j', (patch) => {
  expect(Patch.parse(patch)).toEqual(patch);
});

test.each<[unknown]>([
  [{ set: { note: 'N' } }],
  [{ set: { authorCount: 3 } }],
  [{ set: { status: 'burnt' } }],
  [{ set: { type: 'poem' } }],
  [{ set: { authors: 'A' } }],
  [{ set: { savedAt: '2026-01-01T00:00:00.000Z' } }],
  [{ clear: ['tags'] }],
  [{ clear: ['identifiers'] }],
  [{ restore: ['status'] }],
  [{ add: { tags: 'a' } }],
  [{ add: { identifiers: ['10.1/x'] } }],
  [{ more: 1 }],
])('refuses %j', (patch) => {
  expect(Patch.safeParse(patch).success).toBe(false);
});
