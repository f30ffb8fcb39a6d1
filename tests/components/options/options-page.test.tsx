// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsPage } from '@/components/options/options-page';
import { removePapers, saveCards } from '@/storage/commands';
import { SCHEMA_VERSION } from '@/storage/database';
import { answerMessages } from '@/tests/components/answer-messages';
import { newerDatabase } from '@/tests/components/unreadable';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

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

/** What a key does. */
function meaningOf(keys: string): string | null | undefined {
  return screen.getByText(keys).closest('dt')?.nextElementSibling?.textContent;
}

/** What a right is there for. */
function sentenceOf(right: string): string | undefined {
  return screen.getByText(right).closest('li')?.firstChild?.textContent?.trim();
}

describe('storage', () => {
  test('tells how many papers there are and how much room they take, and follows the library', async () => {
    const db = show();
    await vi.waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toBe('0 papers, 1.2 MB'));
    await saveCards(db, [LANTERNS], at(0));
    await vi.waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toBe('1 paper, 1.2 MB'));
  });

  test('of an older version is brought up to date while the page is open', async () => {
    const asked = answerMessages({ goOn: () => undefined });
    const db = openDatabase();
    await db.settings.put({ name: 'counting', value: {} });
    show(db);
    await vi.waitFor(() => expect(asked.map(({ type }) => type)).toContain('goOn'));
  });

  test('tells what lies in the trash, and leads there', async () => {
    const db = openDatabase();
    await saveCards(db, [LANTERNS], at(0));
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    show(db);
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: '1 paper in the trash' });
    expect(link.getAttribute('href')).toBe('/library.html#/trash');
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
  test('are explained one by one in sentences, with the pages that are read folded', () => {
    permissions = ['storage', 'unlimitedStorage'];
    show();
    expect(sentenceOf('storage')).toMatch(/^Offprint notes how many papers/);
    expect(sentenceOf('unlimitedStorage')).toMatch(/outgrow/);
    const hosts = screen.getByText('2 addresses').closest('details');
    expect(hosts?.open).toBe(false);
    const addresses = [...(hosts?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
    expect(addresses).toEqual(['https://a.example/papers/*', 'https://b.example/*']);
    expect(hosts?.parentElement?.textContent).toMatch(/runs nowhere else/);
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
      expect(
        sentenceOf(name),
        `explain the right “${name}” in components/options/rights-card.tsx`,
      ).toBeTruthy();
  });
});

describe('shortcuts', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('are those that the browser has now; one without a key shows a dash', async () => {
    show();
    await vi.waitFor(() => expect(meaningOf('Alt+Shift+O')).toBe('Open the popup'));
    expect(meaningOf('–')).toBe('Open the side panel');
  });

  test.each(['chrome', 'firefox'])('of %s all have words', async (browser) => {
    const { default: config } = await import('@/wxt.config');
    const { commands } = (config.manifest as (env: object) => { commands: object })({ browser });
    vi.mocked(fakeBrowser.commands.getAll).mockResolvedValue(
      Object.keys(commands).map((name) => ({ name, shortcut: name })) as never,
    );
    show();
    await screen.findByText('_execute_action');
    for (const name of Object.keys(commands))
      expect(
        meaningOf(name),
        `say in components/options/shortcuts-card.tsx what “${name}” does`,
      ).toBeTruthy();
  });

  test('are changed on the browser’s own page', () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Change shortcuts' }));
    expect(create.mock.calls).toEqual([[{ url: 'chrome://extensions/shortcuts' }]]);
  });

  test('where Firefox has no call for that, a sentence tells', () => {
    vi.stubEnv('FIREFOX', 'true');
    show();
    expect(screen.queryByRole('button', { name: 'Change shortcuts' })).toBeNull();
    expect(screen.getByText(/about:addons/)).toBeTruthy();
  });
});
