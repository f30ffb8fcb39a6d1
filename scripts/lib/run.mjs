/**
 * Starting other programs. Nothing here goes through a shell, so paths with spaces and Windows work alike;
 * and nothing reads from the terminal, so it is the same on a CI machine without one.
 *
 * Each program leads a process group of its own, and the whole group ends with it: what a killed test runner leaves
 * behind would go on writing, and eat the time of whatever comes next.
 */

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './paths.mjs';

/** @import { ChildProcess } from 'node:child_process' */

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] on top of our own environment
 * @property {number} [limit] in milliseconds: a program that takes longer hangs, and is stopped
 * @property {(text: string) => void} [onOutput] gets what it writes to stdout; by default that goes where ours goes
 */

/** Only a program that hangs takes so long, also on a machine that has much else to do. */
const TIME_LIMIT = 60 * 60_000;
/** A program that was told to stop may tidy up for so long before it is killed. */
const GRACE = 5_000;
/** What was written just before the end is read for so long; a process that left the group may keep the pipe open. */
const LAST_WORDS = 1_000;

const HAS_GROUPS = process.platform !== 'win32';

/** @type {Map<ChildProcess, Promise<unknown>>} what runs now, with its end */
const running = new Map();

// Ctrl C in a terminal does not reach other groups, so our end must be theirs.
process.on('exit', killAll);
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, leave);

/**
 * Runs a program in the repository.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 if it could not be started or was killed
 */
export function run(program, args, { env = {}, limit = TIME_LIMIT, onOutput } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...colours(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: HAS_GROUPS,
  });
  if (onOutput) child.stdout.setEncoding('utf8').on('data', onOutput);
  else child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stderr, { end: false });

  const closed = new Promise((done) => child.once('close', done));
  /** @type {Promise<number>} */
  const ended = new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
  const timer = setTimeout(() => {
    console.error(`\nOffprint: ${program} did not end in ${limit / 60_000} minutes and is stopped.`);
    void stop(child);
  }, limit);
  const end = ended.then(async (code) => {
    clearTimeout(timer);
    signal(child, 'SIGKILL'); // what it left behind
    await Promise.race([closed, pause(LAST_WORDS)]);
    child.stdout.destroy();
    child.stderr.destroy();
    running.delete(child);
    return code;
  });
  running.set(child, end);
  return end;
}

/**
 * Runs a command-line tool from node_modules with this same Node, as `npx` would but without its lookups.
 *
 * @param {string} packageName the package that brings the tool
 * @param {string} tool the name of the command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export async function runTool(packageName, tool, args, options) {
  const home = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[tool];
  return run(process.execPath, [join(home, script), ...args], options);
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

/**
 * Ctrl C first, because test runners write their report then.
 *
 * @param {ChildProcess} child
 */
async function stop(child) {
  const end = running.get(child);
  signal(child, 'SIGINT');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE);
  await end;
  clearTimeout(timer);
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) return; // it was never started
  try {
    if (HAS_GROUPS) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // nobody is left in the group
  }
}

function killAll() {
  for (const child of running.keys()) signal(child, 'SIGKILL');
}

/** @param {NodeJS.Signals} name */
async function leave(name) {
  await Promise.all([...running.keys()].map(stop));
  if (process.listenerCount(name) === 1) process.exit(1); // whoever else listens has something to say before
}

/** Programs write into a pipe now, and would leave their colours out. */
function colours() {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
}
