// @vitest-environment happy-dom
import { act, render } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { type Desk, DeskContext } from '@/components/desk/desk';
import { createStore } from '@/components/desk/store';
import { useLeafing } from '@/components/full-page/use-leafing';
import { createDesk } from '@/tests/components/desk-context';

function Scene({ desk }: { desk: Desk }) {
  const root = useRef<HTMLElement>(null);
  useLeafing(root, desk);
  return (
    <DeskContext.Provider value={desk}>
      <main ref={root}>
        <ul class="windowed">
          {['a', 'b', 'c'].map((id) => (
            <li key={id} data-paper={id}>
              <a href="#/" id={id} data-stop="true">
                {id}
              </a>
              <button type="button" id={`${id}-star`}>
                Star
              </button>
            </li>
          ))}
        </ul>
      </main>
    </DeskContext.Provider>
  );
}

const { matches } = Element.prototype;

function draw(hash: string, beside = true) {
  const desk = createDesk({ store: createStore(hash, 'comfortable') });
  desk.store.beside.value = beside;
  render(<Scene desk={desk} />);
  // Nothing tells the DOM here that the focus came by keys.
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    return matches.call(this, selector.replace(':focus-visible', ''));
  });
  return desk;
}

const focus = (id: string) => act(() => document.getElementById(id)?.focus());
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 150)));

test('the paper beside the list follows the keys, once they rest', async () => {
  const { leaf } = draw('#/paper/a');
  focus('b');
  focus('c');
  expect(leaf).not.toHaveBeenCalled();
  await settle();
  expect(leaf).toHaveBeenCalledExactlyOnceWith('c');
});

test.each<[string, string, boolean, string]>([
  ['that is open already', '#/paper/a', true, 'a'],
  ['while none is open', '#/', true, 'b'],
  ['that lies under another', '#/paper/a', false, 'b'],
  ['while one is edited', '#/paper/a/edit', true, 'b'],
  ['of which a button is pressed', '#/paper/a', true, 'b-star'],
])('a paper %s is not shown so', async (_, hash, beside, id) => {
  const { leaf } = draw(hash, beside);
  focus(id);
  await settle();
  expect(leaf).not.toHaveBeenCalled();
});
