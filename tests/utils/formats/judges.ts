/** Outside judges of what is written. A test that has none says so. */
import { spawnSync } from 'node:child_process';

export function isInstalled(program: string): boolean {
  return !spawnSync(program, ['--version']).error;
}

/** For a test's name: why it does nothing. */
export function absent(program: string): string {
  return isInstalled(program) ? '' : ` (skipped: ${program} is not installed)`;
}

interface Pandoc {
  convert(
    options: { from: string; to: string },
    stdin: string,
    files: object,
  ): Promise<{ stdout: string; stderr: string; warnings: unknown[] }>;
}

/** What pandoc makes of a text. Rejects if it has an error or a warning. */
export async function pandoc(from: string, to: string, text: string): Promise<string> {
  const name = 'pandoc-wasm';
  const { convert } = (await import(name)) as Pandoc;
  const { stdout, stderr, warnings } = await convert({ from, to }, text, {});
  if (stderr || warnings.length > 0) throw new Error(`${stderr} ${JSON.stringify(warnings)}`);
  return stdout;
}
