/** The files of a zip file, one by one and within bounds. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { inflateSync } from 'fflate';

export interface ZippedFile {
  name: string;
  /** Bytes that it has when it is unpacked, as the zip file says. */
  size: number;
  encrypted: boolean;
  /** Which share of the files is before it. */
  share: number;
  /** Its bytes, and no more than it says; undefined if they cannot be unpacked. */
  bytes(): Uint8Array | undefined;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Longest comment at the end of a zip file, and what stands before it. */
const TAIL = 65_535 + 22;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Its files, as its directory lists them; undefined if it has none. */
export function* zippedFiles(bytes: Uint8Array): Generator<ZippedFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) return;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return;
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [names, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const begin = view.getUint32(at + 42, true);
    yield {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + names)),
      size,
      encrypted: (flags & 1) === 1,
      share: index / count,
      bytes: () => unpacked(view, bytes, { begin, packed, size, method }),
    };
    at += 46 + names + extra + comment;
  }
}

function directoryEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - TAIL); at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function unpacked(
  view: DataView,
  bytes: Uint8Array,
  { begin, packed, size, method }: { begin: number; packed: number; size: number; method: number },
): Uint8Array | undefined {
  if (begin + 30 > bytes.length) return undefined;
  const from = begin + 30 + view.getUint16(begin + 26, true) + view.getUint16(begin + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data.length === size ? data : undefined;
  if (method !== 8) return undefined;
  try {
    // With a place for what it makes, it makes no more than that.
    const made = inflateSync(data as Uint8Array<ArrayBuffer>, { out: new Uint8Array(size) });
    return made.length === size ? made : undefined;
  } catch {
    return undefined;
  }
}
