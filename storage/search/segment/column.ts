/**
 * A column: one whole number per document, in chunks of `COLUMN_CHUNK` documents. The first byte is the width of a
 * number in bytes (0 to 6). The next six are the least number, which is subtracted from all. Then the differences
 * follow, little endian; if all numbers are equal, the width is 0. If subtracting saves no byte, 0 is subtracted
 * instead: numbers of one or two bytes are then copied without a loop.
 */
import { COLUMN_CHUNK } from './segment';

const HEAD = 7;

export function packColumn(values: ArrayLike<number>): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < values.length; from += COLUMN_CHUNK)
    pieces.push(packPiece(values, from, Math.min(from + COLUMN_CHUNK, values.length)));
  return pieces;
}

function packPiece(values: ArrayLike<number>, from: number, to: number): Uint8Array<ArrayBuffer> {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let index = from; index < to; index++) {
    least = Math.min(least, values[index] ?? 0);
    most = Math.max(most, values[index] ?? 0);
  }
  const width = widthOf(most - least);
  if (width > 0 && widthOf(most) === width) least = 0;
  const bytes = new Uint8Array(HEAD + width * (to - from));
  bytes[0] = width;
  write(bytes, 1, 6, least);
  for (let index = from; index < to; index++)
    write(bytes, HEAD + width * (index - from), width, (values[index] ?? 0) - least);
  return bytes;
}

/** Writes the `count` numbers of a column into `target`, beginning at `offset`. */
export function unpackColumn(
  pieces: readonly Uint8Array[],
  count: number,
  target: Target,
  offset: number,
): void {
  for (const [number, bytes] of pieces.entries()) {
    const from = number * COLUMN_CHUNK;
    unpackPiece(bytes, Math.min(COLUMN_CHUNK, count - from), target, offset + from);
  }
}

function unpackPiece(bytes: Uint8Array, count: number, target: Target, offset: number): void {
  const [width, least] = [bytes[0] ?? 0, read(bytes, 1, 6)];
  const numbers = bytes.subarray(HEAD, HEAD + width * count);
  if (width === 0) target.fill(least, offset, offset + count);
  else if (width === 1 && least === 0) target.set(numbers, offset);
  else if (width === 2 && least === 0) target.set(new Uint16Array(numbers.slice().buffer), offset);
  else
    for (let index = 0; index < count; index++)
      target[offset + index] = least + read(numbers, index * width, width);
}

/** The number at `index` of a chunk. */
export function columnAt(piece: Uint8Array, index: number): number {
  const width = piece[0] ?? 0;
  return read(piece, 1, 6) + read(piece, HEAD + width * index, width);
}

/** How many bytes a number up to `most` takes. */
function widthOf(most: number): number {
  let width = 0;
  while (most >= 256 ** width) width++;
  return width;
}

type Target = Float64Array | Uint16Array;

function write(bytes: Uint8Array, at: number, width: number, value: number): void {
  let rest = value;
  for (let byte = 0; byte < width; byte++) {
    bytes[at + byte] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

function read(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (bytes[at + byte] ?? 0);
  return value;
}
