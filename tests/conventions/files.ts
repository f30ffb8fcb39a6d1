/** What lies in the repository, for the tests that hold it against our rules. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What is shipped; rules about code hold for these. */
const SHIPPED = ['entrypoints', 'components', 'storage', 'utils'];
const CODE = /\.(tsx?|mjs|css)$/;

/** Paths of all files in a folder and below it, but for fixtures. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('fixtures'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/** The code that is shipped. */
export const shipped = SHIPPED.flatMap(filesIn).filter((path) => CODE.test(path));

/** All code that people write here. */
export const written = [...shipped, ...filesIn('scripts'), ...filesIn('tests')].filter((path) =>
  CODE.test(path),
);

export function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The file's name without its folders and its ending. */
export function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '');
}

/** `path:line: text` of every line that matches. */
export function linesMatching(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
