// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { createStore } from '@/components/desk/store';
import { NavLink } from '@/components/full-page/nav-link';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

type Way = Parameters<typeof NavLink>[0]['to'];

function draw(hash: string, to: Way, count?: number) {
  return drawAtDesk(
    <ul>
      <NavLink to={to} count={count}>
        Inbox
      </NavLink>
    </ul>,
    createDesk({ store: createStore(hash, 'comfortable') }),
  );
}

const link = () => screen.getByRole('link');

test('it is a link to an address, which keeps the order and the groups of the list', () => {
  draw('#/?q=graph&sort=upvotes&group=year', { query: 'is:unread' }, 12_345);
  expect(link().getAttribute('href')).toBe('#/?q=is:unread&sort=upvotes&group=year');
  expect(link().textContent).toBe('Inbox 12,345');
});

test.each<[string, Way, boolean]>([
  ['', { query: '' }, true],
  ['#/?q=is:unread+', { query: 'is:unread' }, true],
  ['#/?q=is:unread+graph', { query: 'is:unread' }, false],
  ['#/paper/a?q=is:unread', { query: 'is:unread' }, true],
  ['#/trash', { query: '' }, false],
  ['#/trash?q=graph', { view: 'trash' }, true],
  ['#/paper/a?in=queue', { view: 'queue' }, true],
  ['#/paper/a?in=queue', { query: '' }, false],
])('at “%s” the way to %j is marked: %s', (hash, to, marked) => {
  draw(hash, to);
  expect(link().getAttribute('aria-current')).toBe(marked ? 'page' : null);
});

test('a press goes there', () => {
  const { go } = draw('#/?sort=upvotes', { query: 'is:unread' });
  expect(fireEvent.click(link())).toBe(false);
  expect(go).toHaveBeenCalledExactlyOnceWith(
    { view: 'papers' },
    { query: 'is:unread', sort: 'upvotes', group: undefined },
  );
});

test('a press with a key opens another tab, which is the browser’s', () => {
  const { go } = draw('', { view: 'trash' });
  fireEvent.click(link(), { ctrlKey: true });
  expect(go).not.toHaveBeenCalled();
});
