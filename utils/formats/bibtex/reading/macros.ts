/** The abbreviations of a file: `@string{jss = {Journal of Stones}}`. */

/** Longest text of one. */
const LONGEST = 10_000;

/** Macros may stand for macros: there is a limit to what all of them together may add to a file. */
export class Macros {
  readonly #texts = new Map<string, string>();
  #left: number;

  /** `size` of the file. */
  constructor(size: number) {
    this.#left = 10_000_000 + 4 * size;
  }

  define(name: string, text: string): void {
    this.#texts.set(name.toLowerCase(), text.slice(0, LONGEST));
  }

  /** What a name stands for. Months and names that the file does not define stand for themselves. */
  textOf(name: string): string {
    const text = this.#texts.get(name.toLowerCase());
    if (text === undefined || text.length > this.#left) return name;
    this.#left -= text.length;
    return text;
  }
}
