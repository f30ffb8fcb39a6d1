import { describe, expect, test, vi } from 'vitest';
import { SITES } from '@/utils/reading/sites';

vi.mock('wxt', () => ({ defineConfig: (config: unknown) => config }));

describe('the manifest', () => {
  test.each([
    ['chrome', ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus', 'sidePanel']],
    ['firefox', ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus']],
  ])('asks %s for these rights only', async (browser, permissions) => {
    const { default: config } = await import('@/wxt.config');
    const manifest = await (config.manifest as (env: object) => Record<string, unknown>)({ browser });
    expect(manifest.permissions, 'a new right needs a reason in the README, then change it here').toEqual(
      permissions,
    );
    const others = Object.keys(manifest).filter((key) =>
      /permissions|web_accessible|externally|content_scripts/.test(key),
    );
    expect(others.sort(), 'no further rights, hosts or resources').toEqual([
      'host_permissions',
      'optional_host_permissions',
      'permissions',
    ]);
    const always = SITES.filter((site) => !site.optional).flatMap(({ matches }) => matches);
    const hosts = new Set(always.map((pattern) => pattern.split('/').slice(0, 3).join('/')));
    expect(manifest.host_permissions, 'the hosts of the content scripts').toEqual(
      [...hosts].map((host) => `${host}/*`),
    );
    const optional = SITES.filter((site) => site.optional).flatMap(({ matches }) => matches);
    expect(manifest.optional_host_permissions).toEqual(optional);
    expect(JSON.stringify(manifest.content_security_policy)).not.toMatch(/unsafe|https?:|\*/);
  });
});
