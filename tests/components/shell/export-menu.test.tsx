// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ExportMenu } from '@/components/shell/export-menu';
import { EXPORT_FORMATS } from '@/utils/formats';
import type { ExportFormat } from '@/utils/formats/format';
import '@/tests/components/cleanup';

// Three, whatever the registry holds by now: the keys need a first, a middle and a last item.
vi.mock('@/utils/formats', () => ({
  EXPORT_FORMATS: ['JSON', 'BibTeX', 'CSV'].map((name) => ({ id: name.toLowerCase(), name })),
}));

const onExport = vi.fn<(format: ExportFormat | 'backup') => Promise<void>>();

beforeEach(() => {
  onExport.mockReset().mockResolvedValue();
  render(
    <div>
      <ExportMenu onExport={onExport} />
      <button type="button">Elsewhere</button>
    </div>,
  );
});

const button = () => screen.getByRole('button', { name: 'Export' });
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
  expect(button().getAttribute('aria-haspopup')).toBe('menu');
  expect(button().getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('menu')).toBeNull();
});

describe('the open menu', () => {
  beforeEach(open);

  test('has an item per format, and the first has the focus', () => {
    expect(button().getAttribute('aria-expanded')).toBe('true');
    expect(button().getAttribute('aria-controls')).toBe(screen.getByRole('menu').id);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'JSON',
      'BibTeX',
      'CSV',
      'Backup (everything)',
    ]);
    expect(focused()).toBe('JSON');
  });

  test.each([
    [['ArrowDown'], 'BibTeX'],
    [['ArrowDown', 'ArrowDown'], 'CSV'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown'], 'Backup (everything)'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], 'JSON'],
    [['ArrowUp'], 'Backup (everything)'],
    [['ArrowUp', 'ArrowUp'], 'CSV'],
    [['ArrowDown', 'ArrowUp'], 'JSON'],
  ])('is walked by %j to %s', (keys, expected) => {
    // Neither the page below scrolls nor the panel around moves its own focus.
    for (const key of keys) expect(press(key)).toBe(false);
    expect(focused()).toBe(expected);
  });

  test('leaves other keys alone', () => {
    expect(press('a')).toBe(true);
    expect(focused()).toBe('JSON');
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
    expect(onExport).not.toHaveBeenCalled();
  });

  test('closes when the button is pressed again', async () => {
    await open();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('closes on a press outside', async () => {
    await act(() => void fireEvent.pointerDown(screen.getByRole('button', { name: 'Elsewhere' })));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('stays on a press inside, which would otherwise miss its item', async () => {
    await act(() => void fireEvent.pointerDown(item('CSV')));
    expect(screen.getByRole('menu')).toBeTruthy();
  });

  test('closes when Tab leads out of it', async () => {
    await act(() => {
      expect(press('Tab')).toBe(true);
      screen.getByRole('button', { name: 'Elsewhere' }).focus();
    });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('saves a backup too', async () => {
    await act(() => void fireEvent.click(item('Backup (everything)')));
    expect(onExport.mock.calls).toEqual([['backup']]);
  });

  test('exports in the format that is pressed, closes and is busy until the file is there', async () => {
    let finish = () => {};
    onExport.mockReturnValue(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    await act(() => void fireEvent.click(item('BibTeX')));
    expect(onExport.mock.calls).toEqual([[EXPORT_FORMATS[1]]]);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button());
    expect(button().getAttribute('aria-busy')).toBe('true');
    finish();
    await vi.waitFor(() => expect(button().getAttribute('aria-busy')).toBe('false'));
  });
});
