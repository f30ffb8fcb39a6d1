/** What scripts share that begin something new: they write files that are not there yet, and add to lists that are. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes files, all of them or none.
 *
 * @param {Record<string, string>} files their contents by their paths
 */
export function beginFiles(files) {
  for (const path of Object.keys(files))
    if (existsSync(path)) throw new Error(`${path} is there already; nothing was changed.`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(path.replace(/\/[^/]*$/, ''), { recursive: true });
    writeFileSync(path, content);
    console.log(`wrote ${path}`);
  }
}

/**
 * Changes a file.
 *
 * @param {string} path
 * @param {(text: string) => string} change
 * @param {string} advice what to do by hand if it changed nothing
 */
export function changeFile(path, change, advice) {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${advice} in ${path} by hand`);
  writeFileSync(path, changed);
  console.log(`changed ${path}`);
}
