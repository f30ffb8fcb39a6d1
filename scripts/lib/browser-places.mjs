/**
 * Where browsers usually lie, per operating system. Pure lists; find-browser.mjs looks which of them exist.
 *
 * Ready-made Chromiums come before Google Chrome and Edge, which may be under a company's policies.
 */

import { posix, win32 } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {string} home
 */

const CHROMIUM_COMMANDS = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
];
const CHROMIUM_APPS = ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge', 'Google Chrome'];
const CHROMIUM_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome for Testing\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
];

/**
 * @param {Machine} machine
 * @returns {string[]} best first
 */
export function chromiumPlaces(machine) {
  if (machine.platform === 'darwin') return CHROMIUM_APPS.flatMap((app) => inApplications(machine, app, app));
  if (machine.platform === 'win32') return CHROMIUM_PROGRAMS.flatMap((path) => inProgramFiles(machine, path));
  return [...onPath(machine, CHROMIUM_COMMANDS), '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/**
 * @param {Machine} machine
 * @returns {string[]} best first; the ESR first, because it is what the manifest promises to support
 */
export function firefoxPlaces(machine) {
  if (machine.platform === 'darwin') return inApplications(machine, 'Firefox', 'firefox');
  if (machine.platform === 'win32') return inProgramFiles(machine, 'Mozilla Firefox\\firefox.exe');
  return onPath(machine, ['firefox-esr', 'firefox']);
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} commands
 */
function onPath({ env }, commands) {
  const folders = (env.PATH ?? '').split(posix.delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => posix.join(folder, command)));
}

/**
 * @param {Machine} machine
 * @param {string} app
 * @param {string} program
 */
function inApplications({ home }, app, program) {
  const roots = ['/Applications', posix.join(home, 'Applications')];
  return roots.map((root) => posix.join(root, `${app}.app`, 'Contents/MacOS', program));
}

/**
 * @param {Machine} machine
 * @param {string} path
 */
function inProgramFiles({ env }, path) {
  const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']];
  return roots.flatMap((root) => (root ? [win32.join(root, path)] : []));
}
