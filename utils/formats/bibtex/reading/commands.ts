/** Commands of TeX that a file defines for itself: `@preamble{"\newcommand{\mnras}{Monthly Notices}"}`. */
import { groupEnd } from './group-end';

interface Command {
  /** How many arguments it takes. */
  takes: number;
  body: string;
}

const DEFINITION =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|def|gdef|edef)\*?\s*(?:\{\s*\\([A-Za-z@]{1,60})\s*\}|\\([A-Za-z@]{1,60}))\s*(?:\[(\d)\])?((?:#\d){0,9})\s*(?=\{)/g;
/** Longest text that one use of a command may become, and what each use counts beside its text. */
const LONGEST = 20_000;
const USE = 200;

/** Commands may stand for commands without end: there are limits. */
export class Commands {
  readonly #commands = new Map<string, Command>();
  #left: number;

  /** `size` of the file: what all uses together may add depends on it. */
  constructor(size = 0) {
    this.#left = 10_000_000 + 10 * size;
  }

  /** Takes over all definitions in a text. */
  define(tex: string): void {
    for (const found of tex.matchAll(DEFINITION)) {
      const [whole, braced, bare, takes, marks = ''] = found;
      const from = found.index + whole.length;
      const end = groupEnd(tex, from, true);
      if (end < 0) return;
      const name = braced ?? bare ?? '';
      this.#commands.set(name, {
        takes: Number(takes ?? marks.length / 2),
        body: tex.slice(from + 1, end - 1),
      });
    }
  }

  /** How many arguments a command takes; undefined if the file does not define it. */
  takes(name: string): number | undefined {
    return this.#commands.get(name)?.takes;
  }

  /** What a command stands for, in TeX; undefined if that is too much. */
  bodyOf(name: string, given: readonly string[]): string | undefined {
    const body = this.#commands.get(name)?.body ?? '';
    const longest =
      body.length + (body.split('#').length - 1) * Math.max(0, ...given.map(({ length }) => length));
    if (longest > LONGEST || longest > this.#left) return undefined;
    this.#left -= longest + USE;
    return body.replace(/#(\d)/g, (_, number) => given[Number(number) - 1] ?? '');
  }
}
