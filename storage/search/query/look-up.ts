/** Looks up many terms at once: each chunk of a dictionary is walked through only once. */
import { type ChunkKey, nameOf } from '../segment/chunk-key';
import { DictionaryCursor } from '../segment/dictionary';
import { chunkOf } from '../segment/segment';
import type { Snapshot } from '../snapshot/snapshot';
import { add, type Expansion } from './expand';

/** Those of the terms that the index has, exactly as they are. */
export async function lookUp(snapshot: Snapshot, terms: Iterable<string>): Promise<Map<string, Expansion>> {
  const sorted = [...new Set(terms)].sort();
  const wanted = snapshot.segments.map(({ header }) => byChunk(header.terms, sorted));
  const keys = wanted.flatMap((chunks, index) =>
    [...chunks.keys()].map((chunk): ChunkKey => [snapshot.segments[index]?.id ?? 0, 'd', chunk]),
  );
  const held = await snapshot.chunks.hold(keys);
  const found = new Map<string, Expansion>();
  for (const [index, { id }] of snapshot.segments.entries())
    for (const [chunk, here] of wanted[index] ?? []) {
      const cursor = new DictionaryCursor(held.get(nameOf(id, 'd', chunk)) ?? new Uint8Array(1));
      for (let at = 0; at < here.length && cursor.next(); ) {
        while (at < here.length && order(cursor, here[at] as string) > 0) at++;
        if (at < here.length && order(cursor, here[at] as string) === 0) add(found, cursor, index, 1);
      }
    }
  return found;
}

/** Sorted terms by the chunk that may have them. */
function byChunk(firsts: readonly string[], terms: readonly string[]): Map<number, string[]> {
  const chunks = new Map<number, string[]>();
  for (const term of terms) {
    const chunk = chunkOf(firsts, term);
    if (chunk < 0) continue;
    const known = chunks.get(chunk);
    if (known) known.push(term);
    else chunks.set(chunk, [term]);
  }
  return chunks;
}

/** Whether the current entry comes before a term (negative), is it (0), or comes after it. */
function order({ units, length }: DictionaryCursor, term: string): number {
  const most = Math.min(length, term.length);
  for (let unit = 0; unit < most; unit++) {
    const difference = (units[unit] as number) - term.charCodeAt(unit);
    if (difference !== 0) return difference;
  }
  return length - term.length;
}
