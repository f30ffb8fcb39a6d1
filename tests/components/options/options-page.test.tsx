// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsPage } from '@/components/options/options-page';
import { saveCards } from '@/storage/commands';
import { SCHEMA_VERSION } from '@/storage/database';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import '@/tests/components/cleanup';
import { newerDatabase } from '@/tests/components/unreadable';

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });

/** Whether the browser has promised to keep the library, and whether it does so when asked. */
let kept: boolean;
let willing: boolean;
let permissions: string[];

vi.mock('wxt', () => ({ defineConfig: (config: unknown) => config }));

beforeEach(() => {
  kept = false;
  willing = true;
  permissions = ['storage', 'sidePanel'];
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: {
      estimate: async () => ({ usage: 1_234_567 }),
      persisted: async () => kept,
      persist: async () => {
        kept ||= willing;
        return kept;
      },
    },
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation((() => ({
    name: 'Offprint',
    manifest_version: 3,
    version: '0.1.0',
    permissions,
    content_scripts: [{ matches: ['https://a.example/papers/*'] }, { matches: ['https://b.example/*'] }],
  })) as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => false) as never);
  vi.spyOn(fakeBrowser.commands, 'getAll').mockImplementation((async () => [
    { name: '_execute_action', shortcut: 'Alt+Shift+O' },
    { name: '_execute_sidebar_action', shortcut: '' },
  ]) as never);
});

function show(db = openDatabase()) {
  render(<OptionsPage db={db} />);
  return db;
}

function section(name: string): HTMLElement {
  return screen.getByRole('heading', { name, level: 2 }).closest('section') as HTMLElement;
}

/** What stands beside a term of a list. */
function meaningOf(term: string): string | null | undefined {
  return screen.getByText(term).nextElementSibling?.textContent;
}

describe('storage', () => {
  test('tells how many papers there are and how much room they take, and follows the library', async () => {
    const db = show();
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('0 papers, 1.2 MB'));
    await saveCards(db, [LANTERNS], at(0));
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 paper, 1.2 MB'));
  });

  test('that cannot be read is not called empty', async () => {
    show(await newerDatabase());
    expect((await screen.findByRole('alert')).textContent).toContain('Your library cannot be shown');
    expect(screen.queryByText(/0 papers/)).toBeNull();
  });

  test('that is kept offers nothing to ask for', async () => {
    kept = true;
    show();
    expect(await screen.findByText(/^The browser has promised to keep your library/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ask the browser to keep it' })).toBeNull();
  });

  test('that is not kept can be', async () => {
    show();
    expect(await screen.findByText(/^The browser may delete your library/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
    expect(await screen.findByText(/^The browser has promised to keep your library/)).toBeTruthy();
  });

  test('that the browser will not keep is not said to be kept', async () => {
    willing = false;
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Ask the browser to keep it' }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(screen.getByText(/^The browser may delete your library/)).toBeTruthy();
    expect(screen.queryByText(/has promised/)).toBeNull();
  });

  test('that the browser will not keep is told as that when asked for, not before', async () => {
    willing = false;
    show();
    const ask = await screen.findByRole('button', { name: 'Ask the browser to keep it' });
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(ask);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^The browser did not agree\. .* export/);
    willing = true;
    fireEvent.click(ask);
    expect(await screen.findByText(/^The browser has promised to keep your library/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  describe('with the right to be unlimited', () => {
    beforeEach(() => {
      permissions = ['storage', 'unlimitedStorage'];
    });
    afterEach(() => vi.unstubAllEnvs());

    test('is kept by Chrome in any case', async () => {
      show();
      expect(await screen.findByText(/^The browser has promised to keep your library/)).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Ask the browser to keep it' })).toBeNull();
    });

    test('is kept by Firefox once it is asked to', async () => {
      vi.stubEnv('FIREFOX', 'true');
      show();
      expect(await screen.findByText(/^The browser may delete your library/)).toBeTruthy();
      fireEvent.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
      expect(await screen.findByText(/^The browser has promised to keep your library/)).toBeTruthy();
    });
  });
});

describe('the version', () => {
  test('is told with that of the library', async () => {
    show();
    await vi.waitFor(() =>
      expect(within(section('Version')).getByText(`Offprint 0.1.0, library format ${SCHEMA_VERSION}`)),
    );
  });

  test('of a library that cannot be opened is left open', async () => {
    show(await newerDatabase());
    await screen.findByRole('alert');
    expect(within(section('Version')).getByText('Offprint 0.1.0, library format –')).toBeTruthy();
  });
});

describe('rights', () => {
  test('are explained one by one, with the pages that are read', () => {
    permissions = ['storage', 'unlimitedStorage'];
    show();
    expect(meaningOf('storage')).toBe('to notice when the library was lost');
    expect(meaningOf('unlimitedStorage')).toMatch(/outgrow/);
    const hosts = screen.getByText('papers/*').closest('dt');
    const addresses = [...(hosts?.children ?? [])].map(({ textContent }) => textContent);
    expect(addresses).toEqual(['https://a.example/papers/*', 'https://b.example/*']);
    expect(hosts?.nextElementSibling?.textContent).toMatch(/runs nowhere else/);
  });

  test('break their addresses behind slashes and dots, if they must, and leave no star alone', () => {
    show();
    const host = screen.getByText('papers/*').parentElement;
    const parts = host?.innerHTML.split('<wbr>').map((part) => part.replace(/<[^>]+>/g, ''));
    expect(parts).toEqual(['https://', 'a.', 'example/', 'papers/*']);
  });

  test.each(['chrome', 'firefox'])('that %s is asked for all have an explanation', async (browser) => {
    const { default: config } = await import('@/wxt.config');
    const manifest = (config.manifest as (env: object) => { permissions: string[] })({ browser });
    vi.mocked(fakeBrowser.runtime.getManifest).mockReturnValue({ ...manifest, version: '0.1.0' } as never);
    show();
    expect(manifest.permissions.length).toBeGreaterThan(0);
    for (const name of manifest.permissions)
      expect(meaningOf(name), `explain the right “${name}” in components/options-page.tsx`).toBeTruthy();
  });
});

describe('shortcuts', () => {
  test('are those that the browser has now; one without a key shows a dash', async () => {
    show();
    await vi.waitFor(() => expect(meaningOf('Alt+Shift+O')).toBe('Open the popup'));
    expect(meaningOf('–')).toBe('Open side panel');
  });

  test('within the panel are told, and where the others can be changed', () => {
    show();
    expect(meaningOf('↑ ↓ Enter Esc')).toMatch(/results/);
    expect(meaningOf('Ctrl Z')).toMatch(/last change/);
    expect(meaningOf('Ctrl Shift Z')).toBe('do it again');
    expect(screen.getByText(/chrome:\/\/extensions\/shortcuts/)).toBeTruthy();
  });
});
