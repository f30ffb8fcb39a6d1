/**
 * Distances of sorted terms from one word, in UTF-16 units. Rows of the matrix are kept for what a term shares with the
 * one before it, and terms that begin hopelessly are passed over, as in a walk through a trie
 * (http://stevehanov.ca/blog/?id=114).
 */
export class Levenshtein {
  readonly #word: Uint16Array;
  readonly #most: number;
  readonly #rows: Uint8Array;
  /** Rows that stand for the current term's beginning. */
  #valid = 0;
  /** The length of the beginning that is already too far; 0 if none is. */
  #hopeless = 0;

  /** `most` is the greatest distance of interest. */
  constructor(word: string, most: number) {
    this.#word = Uint16Array.from({ length: word.length }, (_, unit) => word.charCodeAt(unit));
    this.#most = most;
    const width = word.length + 1;
    this.#rows = new Uint8Array(width * (width + most + 1));
    for (let column = 0; column < width; column++) this.#rows[column] = Math.min(255, column);
  }

  /** The distance of the next term, which shares `shared` units with the one before; -1 if it is too far. */
  next(units: Uint16Array, length: number, shared: number): number {
    if (this.#hopeless > 0 && shared >= this.#hopeless) return -1;
    this.#hopeless = 0;
    this.#valid = Math.min(this.#valid, shared);
    const word = this.#word;
    const rows = this.#rows;
    const most = this.#most;
    if (length > word.length + most || length < word.length - most) return -1;
    const width = word.length + 1;
    for (let row = this.#valid + 1; row <= length; row++) {
      const unit = units[row - 1];
      const at = row * width;
      rows[at] = row;
      let least = row;
      for (let column = 1; column < width; column++) {
        const replaced = (rows[at - width + column - 1] as number) + (unit === word[column - 1] ? 0 : 1);
        const removed = (rows[at - width + column] as number) + 1;
        const added = (rows[at + column - 1] as number) + 1;
        const distance =
          replaced < removed ? (replaced < added ? replaced : added) : removed < added ? removed : added;
        rows[at + column] = distance;
        if (distance < least) least = distance;
      }
      this.#valid = row;
      if (least > most) {
        this.#hopeless = row;
        return -1;
      }
    }
    const distance = rows[length * width + width - 1] as number;
    return distance <= most ? distance : -1;
  }
}

/** How many typing errors a word of this many units may have: none below four, else a fifth, six at the most. */
export function allowedErrors(length: number): number {
  return length < 4 ? 0 : Math.min(6, Math.round(0.2 * length));
}
