/** What `npm test` says at its end, whatever happened: in real processes, because processes are what goes wrong. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { until } from '@/scripts/lib/until.mjs';

const LIB = resolve('scripts/lib');
const GOOD = `{ title: 'Good', run: async () => ({ passed: 2, failed: 0, skipped: 1 }) }`;
const LATER = `{ title: 'Later', run: () => program('console.log("started")') }`;
const PATIENCE = 120_000;

interface Told {
  code: number | null;
  lines: string[];
  text: string;
}

/**
 * Runs steps, written as code, as `npm test` would. Both streams go into one file, so that their order is known.
 * `program(code, limit)` is a step's program: Node, running that code.
 */
async function tell(
  steps: readonly string[],
  meanwhile?: (pid: number, written: () => Promise<string>) => Promise<void>,
): Promise<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-report-'));
  const file = join(folder, 'output');
  const output = openSync(file, 'w');
  const written = () => readFile(file, 'utf8');
  try {
    const script = `
      import { report } from '${LIB}/report.mjs';
      import { run } from '${LIB}/run.mjs';
      const program = async (code, limit) =>
        (await run(process.execPath, ['-e', code], limit ? { limit } : {})) === 0
          ? { passed: 1, failed: 0, skipped: 0 }
          : { passed: 0, failed: 1, skipped: 0 };
      await report([${steps.join()}]);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', output, output],
    });
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    await meanwhile?.(child.pid as number, written);
    const code = await ended;
    const text = await written();
    return { code, text, lines: text.trimEnd().split('\n') };
  } finally {
    closeSync(output);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The number that a program wrote behind a word: its own process, or one that it started. */
function pidIn(text: string, word: string): number {
  return Number(new RegExp(`${word} (\\d+)`).exec(text)?.[1]);
}

/** A process that got its signal may take a moment to end. */
async function isGone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isAlive(pid), `process ${pid}`).toBe(false));
}

/** What was killed may stay in the table of processes, as a zombie, until somebody asks what became of it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const HANGS = `console.log('child', process.pid); setInterval(() => {}, 1000);`;
const STARTS_A_HELPER = `
  const { pid } = require('node:child_process').spawn(process.execPath, ['-e',
    "process.on('SIGINT', () => {}); setInterval(() => {}, 1000);"], { stdio: 'inherit' });
  console.log('helper', pid);`;
/** Ends, and leaves a process behind that holds the pipe and goes on writing. */
const LEAVES_A_WRITER = `
  require('node:child_process').spawn(process.execPath, ['-e',
    "process.stdout.on('error', () => process.exit()); setInterval(() => console.log('still here'), 5);"],
    { stdio: 'inherit', detached: true }).unref();`;

const program = (code: string, limit?: number) =>
  `{ title: 'Bad', run: () => program(${JSON.stringify(code)}, ${limit}) }`;

test.concurrent('steps that went well are summed, and the exit code is 0', {
  timeout: PATIENCE,
}, async () => {
  const { code, lines } = await tell([program('console.log("fine")'), GOOD]);
  expect(lines.at(-1)).toBe('3 passed, 0 failed, 1 skipped');
  expect(lines.at(-2)).toBe('');
  expect(code).toBe(0);
});

test.concurrent('each step tells how long it took', { timeout: PATIENCE }, async () => {
  expect((await tell([GOOD])).text).toMatch(/^── Good: \d+\.\d s$/m);
});

test.concurrent('steps beside another run meanwhile, and count', { timeout: PATIENCE }, async () => {
  const waits = `{ title: 'Waits', run: () => program('setInterval(() => {}, 1000)', 20_000), beside: [
    { title: 'First', run: async () => ({ passed: 1, failed: 0, skipped: 0 }) },
    { title: 'Second', run: async () => (process.kill(process.pid, 'SIGTERM'), { passed: 1, failed: 0, skipped: 0 }) }] }`;
  const { lines, code } = await tell([waits, GOOD]);
  expect(lines.filter((line) => line.startsWith('── ')).slice(0, 4)).toEqual([
    '── Waits ──',
    '── First ──',
    expect.stringMatching(/^── First: /),
    '── Second ──',
  ]);
  expect(lines.at(-1)).toBe('2 passed, 2 failed, 0 skipped');
  expect(code).toBe(1);
});

const BAD: Record<string, string> = {
  'a program crashes': program('throw new Error("crash")'),
  'a program is killed': program('process.kill(process.pid, "SIGKILL")'),
  'a program ends in the middle of a line': program(
    'process.stdout.write("half a line"); process.exitCode = 1',
  ),
  'a program leaves a writer behind': program(`${LEAVES_A_WRITER} process.exitCode = 1;`),
  'a program cannot be started': `{ title: 'Bad', run: async () => {
     if ((await run('/no/such/program', [])) !== 0) throw new Error('not started');
     return { passed: 1, failed: 0, skipped: 0 }; } }`,
  'a program writes without end': program(
    'const write = () => process.stdout.write("x", write); write()',
    500,
  ),
  'a step throws at once': `{ title: 'Bad', run: () => { throw new Error('at once'); } }`,
  'a step is rejected': `{ title: 'Bad', run: async () => { throw new Error('rejected'); } }`,
  'a step counts what is no number': `{ title: 'Bad', run: async () => ({ passed: NaN, failed: 0, skipped: 0 }) }`,
};
for (const [what, step] of Object.entries(BAD))
  test.concurrent(`${what}: one failed, the others run`, { timeout: PATIENCE }, async () => {
    const { code, lines } = await tell([step, GOOD]);
    expect(lines.at(-1)).toBe('2 passed, 1 failed, 1 skipped');
    expect(lines.at(-3)).toBe('Not in order: Bad');
    expect(code).toBe(1);
  });

test.concurrent('what failed is said again at the end', { timeout: PATIENCE }, async () => {
  const tally = { passed: 0, failed: 1, skipped: 0, complaints: ['merge.test.ts › keeps the note'] };
  const { lines } = await tell([`{ title: 'Bad', run: async () => (${JSON.stringify(tally)}) }`, GOOD]);
  expect(lines.slice(-5)).toEqual([
    '✗ Bad: merge.test.ts › keeps the note',
    '',
    'Not in order: Bad',
    '',
    '2 passed, 1 failed, 1 skipped',
  ]);
});

const STRAY: Record<string, string> = {
  'an error that nobody catches': `setTimeout(() => { throw new Error('stray'); }, 10)`,
  'a rejection that nobody handles': `Promise.reject(new Error('stray'))`,
};
for (const [what, code] of Object.entries(STRAY))
  test.concurrent(`${what} is a failure of its own`, { timeout: PATIENCE }, async () => {
    const told = await tell([
      `{ title: 'Stray', run: async () => { ${code}; return program('setTimeout(() => {}, 200)'); } }`,
      GOOD,
    ]);
    expect(told.lines.at(-1)).toBe('3 passed, 1 failed, 1 skipped');
    expect(told.text).toContain('stray');
    expect(told.code).toBe(1);
  });

const ENDS: Record<string, string> = {
  'somebody ends the process': 'process.exit(0)',
  'a step waits for what never comes': 'await new Promise(() => {})',
};
for (const [what, code] of Object.entries(ENDS))
  test.concurrent(`${what}: what was not finished has failed`, { timeout: PATIENCE }, async () => {
    const told = await tell([GOOD, `{ title: 'Bad', run: async () => { ${code}; } }`, LATER]);
    expect(told.lines.at(-1)).toBe('2 passed, 2 failed, 1 skipped');
    expect(told.code).not.toBe(0);
  });

test.concurrent('a program that hangs is stopped with all that it started', {
  timeout: PATIENCE,
}, async () => {
  const { text, lines } = await tell([
    program(`${STARTS_A_HELPER} process.on('SIGINT', () => {}); ${HANGS}`, 1000),
    GOOD,
  ]);
  expect(lines.at(-1)).toBe('2 passed, 1 failed, 1 skipped');
  for (const word of ['child', 'helper']) {
    expect(pidIn(text, word)).toBeGreaterThan(0);
    await isGone(pidIn(text, word));
  }
});

test.concurrent('what a program leaves running ends with it', { timeout: PATIENCE }, async () => {
  const { text } = await tell([program(`${STARTS_A_HELPER} process.exit();`)]);
  expect(pidIn(text, 'helper')).toBeGreaterThan(0);
  await isGone(pidIn(text, 'helper'));
});

test.concurrent('what runs when somebody ends the process ends with it', { timeout: PATIENCE }, async () => {
  const { text, lines } = await tell([
    `{ title: 'Bad', run: () => run(process.execPath, ['-e', ${JSON.stringify(HANGS)}], {
      onOutput(text) { console.log(text); process.exit(); } }) }`,
  ]);
  expect(lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  await isGone(pidIn(text, 'child'));
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  test.concurrent(`${signal} stops what runs and starts nothing more`, { timeout: PATIENCE }, async () => {
    const { code, text, lines } = await tell([GOOD, program(HANGS), LATER], async (pid, written) => {
      await until(async () => pidIn(await written(), 'child') > 0, 'it does not start', PATIENCE);
      process.kill(pid, signal);
    });
    expect(lines.at(-1)).toBe('2 passed, 2 failed, 1 skipped');
    expect(text).not.toContain('started');
    await isGone(pidIn(text, 'child'));
    expect(code).not.toBe(0);
  });
