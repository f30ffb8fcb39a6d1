// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Menu } from '@/components/parts/menu';

const onChoose = vi.fn<(name: string) => void>();
const NAMES = ['First', 'Second', 'Third'];

beforeEach(() => void onChoose.mockClear());

function draw(heading?: string) {
  render(
    <div>
      <Menu
        label="More"
        tabIndex={-1}
        items={() => [
          ...NAMES.map((name) => ({ name, onChoose: () => onChoose(name) })),
          { name: 'Elsewhere', href: 'https://a.example/' },
        ]}
        {...(heading !== undefined && { heading })}
      >
        ⋯
      </Menu>
      <button type="button">Outside</button>
    </div>,
  );
}

const button = () => screen.getByRole('button', { name: 'More' });
const item = (name: string) => screen.getByRole('menuitem', { name });
const focused = () => document.activeElement?.textContent;

async function open() {
  button().focus();
  await act(async () => void fireEvent.click(button()));
}

function press(key: string): boolean {
  return fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

test('a button says that it opens a menu, and that it is closed', () => {
  draw();
  expect(button().getAttribute('aria-haspopup')).toBe('menu');
  expect(button().getAttribute('aria-expanded')).toBe('false');
  expect(button().tabIndex).toBe(-1);
  expect(button().title).toBe('More');
  expect(screen.queryByRole('menu')).toBeNull();
});

describe('the open menu', () => {
  beforeEach(async () => {
    draw();
    await open();
  });

  test('belongs to the button, and its first item has the focus', () => {
    expect(button().getAttribute('aria-expanded')).toBe('true');
    expect(button().getAttribute('aria-controls')).toBe(screen.getByRole('menu', { name: 'More' }).id);
    expect(focused()).toBe('First');
  });

  test.each([
    [['ArrowDown'], 'Second'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown'], 'Elsewhere'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], 'First'],
    [['ArrowUp'], 'Elsewhere'],
    [['ArrowUp', 'ArrowUp'], 'Third'],
    [['ArrowDown', 'ArrowUp'], 'First'],
    [['End'], 'Elsewhere'],
    [['End', 'Home'], 'First'],
  ])('is walked by %j to %s', (keys, expected) => {
    // Neither the page below scrolls nor the panel around moves its own focus.
    for (const key of keys) expect(press(key)).toBe(false);
    expect(focused()).toBe(expected);
  });

  test('leaves other keys alone', () => {
    expect(press('a')).toBe(true);
    expect(focused()).toBe('First');
  });

  test('closes on Escape, which nobody else hears, and gives the focus back', async () => {
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard, { once: true });
    await act(() => void press('Escape'));
    document.body.removeEventListener('keydown', heard);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button().getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button());
    expect(heard).not.toHaveBeenCalled();
    expect(onChoose).not.toHaveBeenCalled();
  });

  test('closes when the button is pressed again', async () => {
    await open();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('closes on a press outside', async () => {
    await act(() => void fireEvent.pointerDown(screen.getByRole('button', { name: 'Outside' })));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('stays on a press inside, which would otherwise miss its item', async () => {
    await act(() => void fireEvent.pointerDown(item('Third')));
    expect(screen.getByRole('menu')).toBeTruthy();
  });

  test('closes when Tab leads out of it', async () => {
    await act(() => {
      expect(press('Tab')).toBe(true);
      screen.getByRole('button', { name: 'Outside' }).focus();
    });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('does what is chosen, closes and gives the focus back first', async () => {
    onChoose.mockImplementation(() => expect(document.activeElement).toBe(button()));
    await act(() => void fireEvent.click(item('Second')));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('Second');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('has links that open elsewhere and tell their page nothing', async () => {
    const link = item('Elsewhere');
    expect(link.getAttribute('href')).toBe('https://a.example/');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noreferrer noopener');
    link.addEventListener('click', (event) => event.preventDefault());
    await act(() => void fireEvent.click(link));
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

test('words above the items are none of them', async () => {
  draw('The whole library as');
  await open();
  expect(screen.getByText('The whole library as').getAttribute('role')).toBe('presentation');
  expect(screen.getAllByRole('menuitem')).toHaveLength(4);
});

test.each([
  ['down where there is room', 100, false],
  ['up where there is none', 10_000, true],
])('it opens %s', async (_, bottom, above) => {
  const measure = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  measure.mockReturnValue({ bottom } as DOMRect);
  draw();
  await open();
  measure.mockRestore();
  expect(screen.getByRole('menu').classList.contains('above')).toBe(above);
});
