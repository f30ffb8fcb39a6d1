/** A place in a text that only moves on. */
export class Cursor {
  readonly text: string;
  at = 0;
  readonly #break: string;
  #line = 1;
  #nextBreak: number;

  constructor(text: string) {
    this.text = text;
    this.#break = text.includes('\n') ? '\n' : '\r';
    this.#nextBreak = text.indexOf(this.#break);
  }

  /** The sign here; '' at the end. */
  get sign(): string {
    return this.text.charAt(this.at);
  }

  /** Steps over what a sticky pattern finds here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  skipSpaces(): void {
    this.take(/\s*/y);
  }

  /** The line of a place, counted from 1. Places are asked for in their order. */
  lineOf(place: number): number {
    while (this.#nextBreak >= 0 && this.#nextBreak < place) {
      this.#line++;
      this.#nextBreak = this.text.indexOf(this.#break, this.#nextBreak + 1);
    }
    return this.#line;
  }
}
