/** Where things lie in this repository; every script takes its paths from here. */

import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** WXT's own default folders for `wxt build` and `wxt build -b firefox --mv3`. */
export const CHROME_BUILD = join(ROOT, '.output/chrome-mv3');
export const FIREFOX_BUILD = join(ROOT, '.output/firefox-mv3');

/** What `npm start` leaves behind: the tour's pictures, or the profile of the window it opened. */
export const TOUR_OUTPUT = join(ROOT, '.output/tour');
export const START_PROFILE = join(ROOT, '.output/profile');

/** The listing that stands in for huggingface.co where there is no network. */
export const SAMPLE_LISTING = join(ROOT, 'tests/fixtures/huggingface/daily-2026.html');

export const ICONS = join(ROOT, 'assets/public/icon');
export const README_PICTURES = join(ROOT, 'assets/screenshots');
