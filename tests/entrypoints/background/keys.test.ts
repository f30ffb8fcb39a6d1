import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openLibrary } from '@/components/browser/open-library';
import { openSidePanel } from '@/components/browser/open-side-panel';
import { answerKeys } from '@/entrypoints/background/keys';

vi.mock('@/components/browser/open-side-panel', () => ({ openSidePanel: vi.fn() }));
vi.mock('@/components/browser/open-library', () => ({ openLibrary: vi.fn() }));

const page = vi.fn(async () => {});
let press: (name: string, tab?: { id?: number; windowId: number }) => void;

beforeEach(() => {
  page.mockClear();
  vi.mocked(openSidePanel).mockReset().mockResolvedValue(undefined);
  vi.mocked(openLibrary).mockReset().mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(((listener: typeof press) => {
    press = listener;
  }) as never);
  answerKeys({ page, link: vi.fn() });
});

test('the panel is opened at once, in the window in front', () => {
  press('open-panel', { id: 7, windowId: 2 });
  expect(vi.mocked(openSidePanel).mock.calls).toEqual([[2]]);
});

test('the full page is opened', () => {
  press('open-library', { id: 7, windowId: 2 });
  expect(openLibrary).toHaveBeenCalledTimes(1);
});

test('the paper of the tab in front is saved', () => {
  press('save-paper', { id: 7, windowId: 2 });
  expect(page.mock.calls).toEqual([[7]]);
});

test.each(['save-paper', 'another'])('%s without a tab does nothing', (name) => {
  press(name);
  expect(page).not.toHaveBeenCalled();
});

test.each(['chrome', 'firefox'])('every command that %s is told of is answered, or its own', async (name) => {
  const { default: config } = await import('@/wxt.config');
  const { commands } = (
    config.manifest as (env: object) => { commands: Record<string, { suggested_key?: object }> }
  )({
    browser: name,
  });
  const own = Object.keys(commands).filter((one) => !one.startsWith('_execute_'));
  for (const one of own) press(one, { id: 7, windowId: 2 });
  const answered = [page, vi.mocked(openSidePanel), vi.mocked(openLibrary)].map(
    (mock) => mock.mock.calls.length,
  );
  expect(answered.reduce((sum, calls) => sum + calls)).toBe(own.length);
  expect(own.length).toBeGreaterThan(1);
  const keys = Object.values(commands).flatMap((one) => one.suggested_key ?? []);
  expect(keys.length, 'Chrome takes no more').toBeLessThanOrEqual(4);
});
