// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { createStore } from '@/components/desk/store';
import { SaveSearch } from '@/components/searches/save-search';
import { answerMessages } from '@/tests/components/answer-messages';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

async function draw(hash: string, kept = true) {
  const asked = answerMessages({ saveSearch: () => ({ ok: true, value: { id: 'a', entry: 1 } }) });
  const done = vi.fn();
  const desk = createDesk({ store: createStore(hash, 'comfortable') });
  desk.store.searches.value = [{ id: 'b', name: 'Graph', query: 'graph tree' }];
  vi.mocked(desk.commands.ask).mockImplementation(
    (request) => request.then(() => (kept ? {} : undefined)) as never,
  );
  drawAtDesk(<SaveSearch onDone={done} />, desk);
  return { asked, done };
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the search' });
const submit = () => act(async () => void fireEvent.submit(field().form as HTMLFormElement));

test('it proposes a name that there is not yet, ready to be typed over', async () => {
  await draw('#/?q=title:graph');
  expect(field().value).toBe('graph 2');
  expect(document.activeElement).toBe(field());
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 7]);
});

test('it keeps the query with its order and its groups', async () => {
  const { asked, done } = await draw('#/?q=+is:unread&sort=upvotes&group=year');
  fireEvent.input(field(), { target: { value: 'New' } });
  await submit();
  const search = { name: 'New', query: 'is:unread', sort: 'upvotes', group: 'year' };
  expect(asked.map(({ data }) => data)).toEqual([{ search }]);
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
});

test('the usual order and no groups are not kept', async () => {
  const { asked } = await draw('#/?q=salt');
  await submit();
  expect(asked.map(({ data }) => data)).toEqual([{ search: { name: 'salt', query: 'salt' } }]);
});

test('what fails stays open, with the name as it was typed', async () => {
  const { done } = await draw('#/?q=salt', false);
  fireEvent.input(field(), { target: { value: 'GRAPH' } });
  await submit();
  expect(done).not.toHaveBeenCalled();
  expect(field().value).toBe('GRAPH');
});

test('without a name nothing is kept, and Escape gives it up', async () => {
  const { asked, done } = await draw('#/?q=salt');
  fireEvent.input(field(), { target: { value: '  ' } });
  await submit();
  expect(asked).toEqual([]);
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(done).toHaveBeenCalledOnce();
});
