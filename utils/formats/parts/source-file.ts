/** What readers are given: a file that the user brought. */
import { type Decoded, decode } from '@/utils/text/decode';

export class SourceFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly #guess: string | undefined;
  #decoded: Decoded | undefined;

  /** `name` is '' for what was pasted; `guess` is the encoding to take for a text that does not tell its own. */
  constructor(bytes: Uint8Array, name = '', guess?: string) {
    this.bytes = bytes;
    this.name = name;
    this.#guess = guess;
  }

  /** Its text. Decoded when it is first asked for: some files have none. */
  get text(): string {
    this.#decoded ??= decode(this.bytes, this.#guess);
    return this.#decoded.text;
  }

  /** The encoding that the text was taken for, if it may be another one. */
  get guessed(): string | undefined {
    return this.#decoded?.guessed && this.#decoded.encoding;
  }
}

/** A file that holds this text. */
export function sourceOfText(text: string, name = ''): SourceFile {
  return new SourceFile(new TextEncoder().encode(text), name);
}
