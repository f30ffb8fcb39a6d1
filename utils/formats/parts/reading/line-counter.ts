/** Tells on which lines the places of a text are. */
export class LineCounter {
  readonly #text: string;
  readonly #break: string;
  #line = 1;
  #nextBreak: number;

  constructor(text: string) {
    this.#text = text;
    this.#break = text.includes('\n') ? '\n' : '\r';
    this.#nextBreak = text.indexOf(this.#break);
  }

  /** The line of a place, counted from 1. Places are asked for in their order. */
  lineOf(place: number): number {
    while (this.#nextBreak >= 0 && this.#nextBreak < place) {
      this.#line++;
      this.#nextBreak = this.#text.indexOf(this.#break, this.#nextBreak + 1);
    }
    return this.#line;
  }
}
