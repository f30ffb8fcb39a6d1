/** Chunks of document ids: sorted and front-coded. */
import { ByteReader, ByteWriter } from './bytes';
import { sharedUnits } from './dictionary';
import { type Chunk, IDS_CHUNK } from './segment';

/** Packs sorted ids. An entry: how many units it shares with the id before, how many follow, and these. */
export function packIds(ids: readonly string[]): { firsts: string[]; chunks: Chunk[] } {
  const firsts: string[] = [];
  const chunks: Chunk[] = [];
  for (let from = 0; from < ids.length; from += IDS_CHUNK) {
    const writer = new ByteWriter();
    let last = '';
    for (const id of ids.slice(from, from + IDS_CHUNK)) {
      const shared = sharedUnits(last, id);
      writer.varint(shared);
      writer.varint(id.length - shared);
      for (let unit = shared; unit < id.length; unit++) writer.varint(id.charCodeAt(unit));
      last = id;
    }
    firsts.push(ids[from] ?? '');
    chunks.push({ part: 'i', number: from / IDS_CHUNK, bytes: writer.take() });
  }
  return { firsts, chunks };
}

/** The ids at these places of a chunk. The others are skipped without being decoded into strings. */
export function idsAt(bytes: Uint8Array, places: readonly number[]): Map<number, string> {
  const found = new Map<number, string>();
  const last = Math.max(...places);
  const reader = new ByteReader(bytes);
  let units = new Uint16Array(64);
  for (let place = 0; place <= last && !reader.done; place++) {
    const shared = reader.varint();
    const length = shared + reader.varint();
    if (length > units.length) units = longer(units, 2 * length);
    for (let unit = shared; unit < length; unit++) units[unit] = reader.varint();
    if (places.includes(place)) found.set(place, String.fromCharCode(...units.subarray(0, length)));
  }
  return found;
}

function longer(units: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const copy = new Uint16Array(length);
  copy.set(units);
  return copy;
}

/** All ids of a chunk. */
export function unpackIds(bytes: Uint8Array): string[] {
  const reader = new ByteReader(bytes);
  const ids: string[] = [];
  for (let last = ''; !reader.done; ids.push(last)) {
    const shared = reader.varint();
    let rest = '';
    for (let more = reader.varint(); more > 0; more--) rest += String.fromCharCode(reader.varint());
    last = last.slice(0, shared) + rest;
  }
  return ids;
}
