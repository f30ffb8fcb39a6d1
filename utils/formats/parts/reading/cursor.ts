/** A place in a text that only moves on. */
import { LineCounter } from './line-counter';

export class Cursor extends LineCounter {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    super(text);
    this.text = text;
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
}
