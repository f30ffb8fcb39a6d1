/**
 * Lines in chunks whose borders depend on the lines' names only. So a record that comes, goes or changes makes one chunk another
 * one, and all others stay as they were. Pure.
 */

/** A line of a backup, by what it is about. */
export interface NamedLine {
  name: string;
  line: string;
}

/** One line in so many begins a chunk. Smaller chunks share more, and take more room. */
export const USUAL = 16;
/** Lines in a chunk at most, whatever their names. */
export const MOST = 64;

/** The chunks of lines that are in order; the first line begins one. */
export function chunked(lines: readonly NamedLine[]): NamedLine[][] {
  const chunks: NamedLine[][] = [];
  for (const line of lines) {
    const open = chunks.at(-1);
    if (!open || beginsChunk(line.name) || open.length === MOST) chunks.push([line]);
    else open.push(line);
  }
  return chunks;
}

/** FNV-1a of the name (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits. */
function beginsChunk(name: string): boolean {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % USUAL === 0;
}
