// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { createStore } from '@/components/desk/store';
import { SearchTools } from '@/components/searches/search-tools';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

function draw(hash: string, queries: string[], beside = false) {
  const desk = createDesk({ store: createStore(hash, 'comfortable') });
  desk.store.searches.value = queries.map((query) => ({ id: query, name: query, query }));
  desk.store.beside.value = beside;
  const save = vi.fn();
  drawAtDesk(<SearchTools saving={false} onSave={save} />, desk);
  return { desk, save };
}

const names = () => screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));

test.each<[string, string[], boolean, string[]]>([
  ['', [], false, []],
  ['#/?q=salt', [], false, ['Save this search']],
  ['#/?q=salt', ['graph'], false, ['Save this search', 'Saved searches']],
  ['#/?q=salt', ['graph'], true, ['Save this search']],
  ['#/?q=graph+', ['graph'], false, ['Saved searches']],
  ['', ['graph'], false, ['Saved searches']],
])('at “%s” with %j kept (columns: %s) there are %j', (hash, queries, beside, buttons) => {
  draw(hash, queries, beside);
  expect(names()).toEqual(buttons);
});

test('they open the form, and lead to what was kept', () => {
  const { desk, save } = draw('#/?q=salt', ['graph']);
  fireEvent.click(screen.getByRole('button', { name: 'Save this search' }));
  expect(save).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Saved searches' }));
  expect(desk.go).toHaveBeenCalledExactlyOnceWith({ view: 'searches' });
});
