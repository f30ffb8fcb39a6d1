// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ExportMenu } from '@/components/shell/export-menu';
import { EXPORT_FORMATS } from '@/utils/formats';
import { type ExportRequest, usualRequest } from '@/utils/formats/parts/request';

// Three, whatever the registry holds by now.
vi.mock('@/utils/formats', () => ({
  EXPORT_FORMATS: ['JSON', 'BibTeX', 'CSV'].map((name) => ({ id: name.toLowerCase(), name })),
}));

const onExport = vi.fn<(what: ExportRequest | 'backup') => Promise<void>>();

const onMore = vi.fn();

beforeEach(() => {
  onMore.mockReset();
  onExport.mockReset().mockResolvedValue();
  render(<ExportMenu onExport={onExport} onMore={onMore} />);
});

const button = () => screen.getByRole('button', { name: 'Export' });
const item = (name: string) => screen.getByRole('menuitem', { name });
const focused = () => document.activeElement?.textContent;

async function open() {
  button().focus();
  await act(async () => void fireEvent.click(button()));
}

describe('the open menu', () => {
  beforeEach(open);

  test('has an item per format, and the first has the focus', () => {
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'JSON',
      'BibTeX',
      'CSV',
      'Backup (everything)',
      'Share (JSON without notes, status, stars)',
      'More…',
    ]);
    expect(focused()).toBe('JSON');
  });

  test('saves a backup too', async () => {
    await act(() => void fireEvent.click(item('Backup (everything)')));
    expect(onExport.mock.calls).toEqual([['backup']]);
  });

  test('shares without what is private', async () => {
    await act(() => void fireEvent.click(item('Share (JSON without notes, status, stars)')));
    expect(onExport.mock.calls).toEqual([[{ format: 'json', own: 'nothing', ascii: false }]]);
  });

  test('leads to the dialog', async () => {
    await act(() => void fireEvent.click(item('More…')));
    expect(onMore).toHaveBeenCalledOnce();
    expect(onExport).not.toHaveBeenCalled();
  });

  test('exports in the format that is pressed, closes and is busy until the file is there', async () => {
    let finish = () => {};
    onExport.mockReturnValue(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    await act(() => void fireEvent.click(item('BibTeX')));
    expect(onExport.mock.calls).toEqual([[EXPORT_FORMATS[1] && usualRequest(EXPORT_FORMATS[1], 'apa')]]);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button());
    expect(button().getAttribute('aria-busy')).toBe('true');
    finish();
    await vi.waitFor(() => expect(button().getAttribute('aria-busy')).toBe('false'));
  });
});
