/** A real Firefox with the built extension in it, driven by Marionette. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFirefox } from '@/scripts/lib/find-browser.mjs';
import { openMarionette } from '@/scripts/lib/marionette.mjs';
import { FIREFOX_BUILD } from '@/scripts/lib/paths.mjs';
import { PATIENCE, until } from '@/scripts/lib/until.mjs';

/** @import { Marionette } from '@/scripts/lib/marionette.mjs' */

/**
 * @typedef {object} Firefox
 * @property {Marionette['send']} send a WebDriver command to the current tab
 * @property {(script: string, ...args: unknown[]) => Promise<any>} run runs in the current tab, as its page would
 * @property {(script: string, ...args: unknown[]) => Promise<any>} pierce runs in it with the rights of the browser
 * @property {(script: string, ...args: unknown[]) => Promise<any>} chrome runs in the browser's own window
 * @property {(deed: () => Promise<unknown>) => Promise<string>} newTab does what opens a tab and goes there
 * @property {(handle: string) => Promise<void>} goTo another tab
 * @property {() => Promise<void>} quit
 */

/** Where unpacked extensions live is random by default; this makes it known, and the same after a restart. */
export const ORIGIN = 'moz-extension://0ff97147-0000-4000-8000-000000000001';

const BUILD = process.env.OFFPRINT_FIREFOX_BUILD || FIREFOX_BUILD;
const PORT_FILE = 'MarionetteActivePort';

/**
 * @param {string} folder holds the profile and the downloads
 * @param {number} proxyPort
 * @returns {Promise<Firefox>}
 */
export async function startFirefox(folder, proxyPort) {
  const program = findFirefox();
  if (!program) throw new Error('there is no Firefox here; set OFFPRINT_FIREFOX to the path of one.');
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  await rm(join(profile, PORT_FILE), { force: true });
  const manifest = JSON.parse(await readFile(join(BUILD, 'manifest.json'), 'utf8'));
  const { id } = manifest.browser_specific_settings.gecko;
  await writeFile(join(profile, 'user.js'), userJs(preferences(id, join(folder, 'downloads'), proxyPort)));

  const args = ['-marionette', '--headless', '--profile', profile, '--no-remote'];
  const child = spawn(program, [...args, '--remote-allow-system-access'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const port = async () =>
    Number(await readFile(join(profile, PORT_FILE), 'utf8').catch(() => 0)) || undefined;
  try {
    const marionette = await openMarionette(await until(port, `${program} does not start`));
    const { send } = marionette;
    await send('WebDriver:NewSession', { acceptInsecureCerts: true });
    await send('Addon:Install', { path: BUILD, temporary: true });
    const driver = drive(send);
    if (existsSync(join(BUILD, 'welcome.html'))) await closeGreeting(driver);
    return {
      ...driver,
      async quit() {
        await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
        await Promise.race([ended, pause(PATIENCE, undefined, { ref: false })]);
        marionette.close();
        child.kill('SIGKILL');
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/**
 * A temporary installation is greeted each time. The page would come to the front in the middle of something.
 *
 * @param {Omit<Firefox, 'quit'>} firefox
 * @returns {Promise<void>}
 */
async function closeGreeting({ chrome }) {
  const close = `
    const greeting = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === arguments[0]);
    if (greeting) gBrowser.removeTab(greeting);
    return greeting !== undefined;
  `;
  await until(async () => (await chrome(close, `${ORIGIN}/welcome.html`)) || undefined, 'nobody was greeted');
}

/**
 * @param {Marionette['send']} send
 * @returns {Omit<Firefox, 'quit'>}
 */
function drive(send) {
  /** @type {(script: string, args: unknown[], sandbox?: string) => Promise<any>} */
  const execute = async (script, args, sandbox = 'default') =>
    (await send('WebDriver:ExecuteScript', { script, args, sandbox })).value;
  /** @type {() => Promise<string[]>} */
  const handles = () => send('WebDriver:GetWindowHandles');
  /** @type {(handle: string) => Promise<void>} */
  const goTo = (handle) => send('WebDriver:SwitchToWindow', { handle, focus: true });
  return {
    send,
    run: (script, ...args) => execute(script, args),
    pierce: (script, ...args) => execute(script, args, 'system'),
    async chrome(script, ...args) {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await execute(script, args);
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    },
    async newTab(open) {
      const before = await handles();
      await open();
      const added = async () => (await handles()).find((handle) => !before.includes(handle));
      const handle = await until(added, 'no tab opened');
      await goTo(handle);
      return handle;
    },
    goTo,
  };
}

/**
 * @param {string} id the extension's
 * @param {string} downloads
 * @param {number} proxyPort
 * @returns {Record<string, string | number | boolean>}
 */
function preferences(id, downloads, proxyPort) {
  return {
    'marionette.port': 0, // any that is free; Firefox writes it into PORT_FILE
    'extensions.webextensions.uuids': JSON.stringify({ [id]: new URL(ORIGIN).hostname }),

    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.stricttransportsecurity.preloadlist': false, // a self-made certificate is good enough here
    'security.cert_pinning.enforcement_level': 0,

    'browser.download.folderList': 2, // the folder of the next line
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,

    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'datareporting.healthreport.uploadEnabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'ui.prefersReducedMotion': 1,
  };
}

/** @param {Record<string, string | number | boolean>} preferences */
function userJs(preferences) {
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
