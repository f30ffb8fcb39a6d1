/** Which browser of this machine to use; says `undefined` where there is none and installs nothing. */

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { chromiumPlaces, firefoxPlaces } from './browser-places.mjs';

const MACHINE = { platform: process.platform, env: process.env, home: homedir() };

/**
 * A browser of Chromium's family. The user's word comes first, then the Chromium that belongs to our version of
 * Playwright, then whatever is installed.
 *
 * @returns {Promise<string | undefined>} the path of its program
 */
export async function findChromium() {
  const chosen = fromEnvironment('OFFPRINT_BROWSER');
  if (chosen) return chosen;
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...chromiumPlaces(MACHINE)].find((path) => existsSync(path));
}

/** @returns {string | undefined} the path of Firefox's program */
export function findFirefox() {
  return fromEnvironment('OFFPRINT_FIREFOX') ?? firefoxPlaces(MACHINE).find((path) => existsSync(path));
}

/**
 * @param {string} variable
 * @returns {string | undefined}
 */
function fromEnvironment(variable) {
  const path = process.env[variable];
  if (path && !existsSync(path)) {
    throw new Error(`${variable} names "${path}", but there is no such file; correct it or unset it.`);
  }
  return path || undefined;
}
