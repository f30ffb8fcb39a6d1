import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { greet } from '@/entrypoints/background/first-run';

const create = vi.fn();

beforeEach(() => {
  create.mockReset().mockResolvedValue({});
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(create);
  greet();
});

test('an installation opens the page of the first run', async () => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  expect(create.mock.calls).toEqual([[{ url: fakeBrowser.runtime.getURL('/welcome.html') }]]);
});

test.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
  '%s does not',
  async (reason) => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
    expect(create).not.toHaveBeenCalled();
  },
);
