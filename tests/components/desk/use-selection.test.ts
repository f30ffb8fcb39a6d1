import { expect, test } from 'vitest';
import type { Route, ViewName } from '@/components/desk/route';
import { createStore } from '@/components/desk/store';
import { listInSight, selectAt } from '@/components/desk/use-selection';

const IDS = ['a', 'b', 'c', 'd', 'e'];

function at(ids = IDS) {
  const store = createStore('', 'comfortable');
  const list = {
    list: '',
    total: ids.length,
    trashed: false,
    ids: async (from: number, to: number) => ids.slice(from, to),
    placeOf: async (id: string) => (ids.includes(id) ? ids.indexOf(id) : undefined),
  };
  store.listed.value = list;
  return { store, select: selectAt({ store }), ids: () => [...(store.selection.value?.ids ?? [])].join('') };
}

test.each<[Route, ViewName | undefined, boolean, boolean]>([
  [{ view: 'papers' }, undefined, false, true],
  [{ view: 'paper', id: 'a' }, undefined, true, true],
  [{ view: 'paper', id: 'a' }, undefined, false, false],
  [{ view: 'similar', id: 'a' }, 'queue', true, false],
  [{ view: 'tags' }, undefined, true, false],
])('at %j, over %s, beside: %s, the list is in sight: %s', (route, under, beside, seen) => {
  const { store } = at();
  store.route.value = route;
  store.under.value = under;
  store.beside.value = beside;
  expect(listInSight(store)).toBe(seen);
});

test('ranges begin at the paper that was chosen last, also the second one', async () => {
  const { select, ids } = at();
  select.toggle('b');
  await select.rangeTo('d');
  expect(ids()).toBe('bcd');
  await select.rangeTo('a');
  expect(ids()).toBe('bcda');
  select.toggle('e');
  await select.rangeTo('d');
  expect(ids()).toBe('bcdae');
});

test('a range that begins nowhere is the one paper, and the next begins there', async () => {
  const { select, ids } = at();
  await select.rangeTo('c');
  expect(ids()).toBe('c');
  await select.rangeTo('e');
  expect(ids()).toBe('cde');
});

test('all are those of the list, and none is selected once it ends', async () => {
  const { select, store, ids } = at();
  await select.all();
  expect(ids()).toBe('abcde');
  select.drop(['b', 'c']);
  expect(ids()).toBe('ade');
  select.end();
  expect(store.selection.value).toBeUndefined();
});

test('a newer state of the list answers where the older one cannot any more', async () => {
  const { select, store, ids } = at();
  const newer = store.listed.value;
  store.listed.value = newer && {
    ...newer,
    async ids() {
      store.listed.value = newer;
      throw new Error('merged');
    },
  };
  await select.all();
  expect(ids()).toBe('abcde');
});

test('a list that cannot be read says so', async () => {
  const { select, store } = at();
  store.listed.value = store.listed.value && {
    ...store.listed.value,
    ids: () => Promise.reject(new Error('lost')),
  };
  await expect(select.all()).rejects.toThrow('lost');
});

test('what another list answers comes too late', async () => {
  const { select, store } = at();
  const all = select.all();
  const range = select.rangeTo('b');
  store.listed.value = undefined;
  await Promise.all([all, range]);
  expect(store.selection.value).toBeUndefined();
});
