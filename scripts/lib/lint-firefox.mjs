/** What addons.mozilla.org would say of our build for Firefox: its own linter, which works offline. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FIREFOX_BUILD } from './paths.mjs';
import { runTool } from './run.mjs';

/**
 * @typedef {object} Complaint
 * @property {string} code
 * @property {string} message
 * @property {string} [file]
 * @property {number} [line] counted from 1
 * @property {number} [column]
 */

/**
 * Warnings that we live with. The code at the place complained of must match, so that the same warning about
 * anything else is still told.
 *
 * @type {readonly { code: string, place: RegExp, why: string }[]}
 */
const ALLOWED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    place: /\.__html\b.*\.innerHTML=/s,
    why: 'Preact’s dangerouslySetInnerHTML, which we never use: tests/conventions.test.ts forbids it',
  },
  {
    code: 'DANGEROUS_EVAL',
    place: /Cloudflare.*return Function\(``\)/s,
    why: 'Zod’s question whether it may compile schemas; utils/paper/schema.ts says no before it asks (jitless)',
  },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    place: /"strict_min_version":"\d+\.0","data_collection_permissions"/,
    why: 'Firefox for Android ignores the key before 142, and we do not offer the extension there',
  },
];

/** As much of the code before and after the place as says what it is. */
const AROUND = 200;

/**
 * @returns {Promise<boolean>} whether there is nothing to complain of; complaints are printed
 */
export async function lintFirefox() {
  const { errors, warnings, notices } = await report();
  const unexcused = [];
  for (const complaint of [...errors, ...warnings]) {
    if (errors.includes(complaint) || !(await isAllowed(complaint))) unexcused.push(complaint);
  }
  for (const { code, message, file = '', line = '', column = '' } of [...unexcused, ...notices])
    console.log(`${code}: ${message} (${[file, line, column].filter(Boolean).join(':')})`);
  console.log(`web-ext lint: ${unexcused.length} complaints, ${warnings.length} warnings in all`);
  return unexcused.length === 0;
}

/** @returns {Promise<{ errors: Complaint[], warnings: Complaint[], notices: Complaint[] }>} */
async function report() {
  let output = '';
  const args = [
    'lint',
    '--source-dir',
    FIREFOX_BUILD,
    '--output',
    'json',
    '--no-config-discovery',
    '--no-input',
  ];
  await runTool('web-ext', 'web-ext', args, {
    onOutput(text) {
      output += text;
    },
  });
  const start = output.indexOf('{'); // it ends badly also when it merely found something
  if (start < 0) throw new Error('web-ext lint does not work: see above');
  return JSON.parse(output.slice(start));
}

/** @param {Complaint} complaint */
async function isAllowed({ code, file, line = 1, column = 0 }) {
  const text = file ? await readFile(join(FIREFOX_BUILD, file), 'utf8') : '';
  // Places in the manifest are not told.
  const place =
    file === 'manifest.json'
      ? text
      : (text.split('\n')[line - 1] ?? '').slice(Math.max(0, column - AROUND), column + AROUND);
  return ALLOWED.some((allowed) => allowed.code === code && allowed.place.test(place));
}
