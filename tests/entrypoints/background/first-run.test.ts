import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { greet } from '@/entrypoints/background/first-run';

const create = vi.fn();
const getSelf = vi.fn();

beforeEach(() => {
  create.mockReset().mockResolvedValue({});
  Object.assign(fakeBrowser, { management: { getSelf } });
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(create);
  greet();
});

test.each([
  ['normal', true],
  ['development', false],
])('a %s installation opens the page of the first run, in front: %s', async (installType, active) => {
  getSelf.mockResolvedValue({ installType });
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  const url = fakeBrowser.runtime.getURL('/welcome.html' as never);
  await vi.waitFor(() => expect(create.mock.calls).toEqual([[{ url, active }]]));
});

test.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
  '%s does not',
  async (reason) => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
    expect(create).not.toHaveBeenCalled();
  },
);
