// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { useOpenedLinks } from '@/components/shell/use-opened-links';

const opened = vi.fn(async (_id: string, _address?: string) => {});

const scene = document.body.appendChild(document.createElement('div'));
scene.innerHTML = `<main>
  <div data-paper="a:1">
    <a id="pdf" target="_blank" href="https://a.example/pdf"><b id="inside">PDF</b></a>
    <a id="title" href="#/paper/a">Title</a><button id="button">Star</button>
    <div data-paper="a:2"><a id="inner" target="_blank" href="https://b.example/">b</a></div>
  </div>
  <a id="help" target="_blank" href="https://c.example/">Help</a>
</main>`;
// Nothing is visited.
for (const type of ['click', 'auxclick']) scene.addEventListener(type, (event) => event.preventDefault());

test.each<[string, string, number, [string, string][]]>([
  ['pdf', 'click', 0, [['a:1', 'https://a.example/pdf']]],
  ['inside', 'click', 0, [['a:1', 'https://a.example/pdf']]],
  ['pdf', 'auxclick', 1, [['a:1', 'https://a.example/pdf']]],
  ['pdf', 'auxclick', 2, []],
  ['inner', 'click', 0, [['a:2', 'https://b.example/']]],
  ['title', 'click', 0, []],
  ['button', 'click', 0, []],
  ['help', 'click', 0, []],
])('%s by a %s of button %s', (id, type, button, calls) => {
  opened.mockClear();
  const { unmount } = renderHook(() =>
    useOpenedLinks({ current: document.querySelector('main') }, { opened }),
  );
  document
    .getElementById(id)
    ?.dispatchEvent(new MouseEvent(type, { button, bubbles: true, cancelable: true }));
  expect(opened.mock.calls).toEqual(calls);
  unmount();
});
