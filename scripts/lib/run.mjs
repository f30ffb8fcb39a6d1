/**
 * Starting other programs. Nothing here goes through a shell, so paths with spaces and Windows work alike;
 * and nothing reads from the terminal, so it is the same on a CI machine without one.
 */

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Long enough for the slowest honest step on a slow machine; a step that hangs must not hang CI for ever. */
const TIME_LIMIT = 20 * 60_000;

/**
 * Runs a program in the repository, its output going where ours goes.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env] on top of our own environment
 * @returns {Promise<number>} its exit code; 1 if it could not be started or was killed
 */
export function run(program, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => child.kill(), TIME_LIMIT); // spawn's own would outlive a failed start
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer);
      done(code);
    };
    child.once('error', () => end(1));
    child.once('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a command-line tool from node_modules with this same Node, as `npx` would but without its lookups.
 *
 * @param {string} packageName the package that brings the tool
 * @param {string} tool the name of the command
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>}
 */
export async function runTool(packageName, tool, args, env) {
  const home = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[tool];
  return run(process.execPath, [join(home, script), ...args], env);
}

/**
 * Runs npm: the very one that started us, if it did (on Windows `npm` is a batch file, which needs a shell).
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  return npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
}
