// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SitesCard } from '@/components/options/sites-card';
import { SITES } from '@/utils/reading/sites';

/** The patterns that the browser allows. */
let allowed: Set<string>;
/** What the person answers. */
let agrees: boolean;

const [optional] = SITES.filter((site) => site.optional);
const [builtIn] = SITES.filter((site) => !site.optional);

beforeEach(() => {
  agrees = true;
  allowed = new Set(builtIn?.matches);
  const { permissions } = fakeBrowser;
  vi.spyOn(permissions, 'contains').mockImplementation((async ({ origins }: { origins: string[] }) =>
    origins.every((one) => allowed.has(one))) as never);
  vi.spyOn(permissions, 'request').mockImplementation((async ({ origins }: { origins: string[] }) => {
    if (agrees) for (const one of origins) allowed.add(one);
    return agrees;
  }) as never);
  vi.spyOn(permissions, 'remove').mockImplementation((async ({ origins }: { origins: string[] }) => {
    for (const one of origins) allowed.delete(one);
    return true;
  }) as never);
});
afterEach(() => vi.unstubAllEnvs());

const at = (name = '') => screen.getByRole<HTMLInputElement>('switch', { name: new RegExp(`^${name}`) });

test('every site has a switch that shows what is allowed', async () => {
  render(<SitesCard />);
  await vi.waitFor(() => expect(at(builtIn?.name).checked).toBe(true));
  expect(at(optional?.name).checked).toBe(false);
  expect(screen.getAllByRole('switch').length).toBe(SITES.length);
});

test('a site is allowed and taken back', async () => {
  render(<SitesCard />);
  await vi.waitFor(() => expect(at(optional?.name).disabled).toBe(false));
  fireEvent.click(at(optional?.name));
  await vi.waitFor(() => expect(at(optional?.name).checked).toBe(true));
  expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({ origins: [...(optional?.matches ?? [])] });
  fireEvent.click(at(optional?.name));
  await vi.waitFor(() => expect(at(optional?.name).checked).toBe(false));
});

test('a switch goes back if the person says no, and keeps the focus', async () => {
  agrees = false;
  render(<SitesCard />);
  await vi.waitFor(() => expect(at(optional?.name).disabled).toBe(false));
  at(optional?.name).focus();
  fireEvent.click(at(optional?.name));
  expect(at(optional?.name).checked).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(at(optional?.name).checked).toBe(false);
  expect(document.activeElement).toBe(at(optional?.name));
});

test('Chromium takes back nothing that is built in, but what the person withheld can be given again', async () => {
  render(<SitesCard />);
  await vi.waitFor(() => expect(at(builtIn?.name).checked).toBe(true));
  expect(at(builtIn?.name).disabled).toBe(true);
});

test('Firefox takes back everything', async () => {
  vi.stubEnv('FIREFOX', 'true');
  render(<SitesCard />);
  await vi.waitFor(() => expect(at(builtIn?.name).checked).toBe(true));
  fireEvent.click(at(builtIn?.name));
  await vi.waitFor(() => expect(at(builtIn?.name).checked).toBe(false));
  expect(at(builtIn?.name).disabled).toBe(false);
});
