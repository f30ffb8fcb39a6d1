/** Edit distances between words, in UTF-16 units. */

/**
 * The edit distance between `word` and the units from `start` to `end`; -1 if it is greater than `most`. Two neighbours
 * that changed places are one error (optimal string alignment, https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance).
 * Only the diagonal band of the matrix that can lead to such a distance is computed (Ukkonen 1985).
 */
export function distanceWithin(
  word: Uint16Array,
  units: Uint16Array,
  start: number,
  end: number,
  most: number,
): number {
  const [width, height] = [word.length, end - start];
  if (Math.abs(width - height) > most) return -1;
  const far = most + 1;
  if (width + 2 > ABOVE.length) return -1; // longer than any term
  let [higher, above, row] = [HIGHER, ABOVE, ROW];
  for (let column = 0; column <= width + 1; column++) {
    above[column] = column <= most ? column : far;
    row[column] = far;
    higher[column] = far;
  }
  let leastAbove = 0;
  for (let line = 1; line <= height; line++) {
    const unit = units[start + line - 1];
    const before = line > 1 ? units[start + line - 2] : -1;
    const from = Math.max(1, line - most);
    const to = Math.min(width, line + most);
    row[from - 1] = from === 1 ? Math.min(line, far) : far;
    let least = row[from - 1] as number;
    for (let column = from; column <= to; column++) {
      const replaced = (above[column - 1] as number) + (unit === word[column - 1] ? 0 : 1);
      const removed = (above[column] as number) + 1;
      const added = (row[column - 1] as number) + 1;
      let distance = Math.min(replaced, removed, added, far);
      if (column > 1 && unit === word[column - 2] && before === word[column - 1])
        distance = Math.min(distance, (higher[column - 2] as number) + 1);
      row[column] = distance;
      if (distance < least) least = distance;
    }
    row[to + 1] = far;
    if (least > most && leastAbove > most) return -1; // swapped letters reach over one row
    leastAbove = least;
    [higher, above, row] = [above, row, higher];
  }
  const distance = above[width] as number;
  return distance <= most ? distance : -1;
}

/** Three rows of the matrix, reused. */
const HIGHER = new Uint8Array(4096);
const ABOVE = new Uint8Array(4096);
const ROW = new Uint8Array(4096);

/**
 * How many typing errors a word may have: none below four units, otherwise a fifth of its length, at most six. A word
 * with a digit may have none, because another year, version or identifier means something else.
 */
export function allowedErrors(word: string): number {
  return word.length < 4 || /\p{N}/u.test(word) ? 0 : Math.min(6, Math.round(0.2 * word.length));
}

/** The UTF-16 units of a word. */
export function unitsOf(word: string): Uint16Array {
  return Uint16Array.from({ length: word.length }, (_, unit) => word.charCodeAt(unit));
}
