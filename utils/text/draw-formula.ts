/** Draws one TeX formula as a line of Unicode text. */
import {
  BLACKBOARD,
  FORMATS,
  FUNCTIONS,
  HATS,
  LETTERS,
  LOWERED,
  RAISED,
  RELATIONS,
  SILENT,
  SPACES,
  SYMBOLS,
} from './tex-symbols';

/** Thrown inside this module where something is not understood. */
class NotDrawn extends Error {}

/** A formula as text, without its dollars: `\frac{1}{n^2}` as `1/n²`. Undefined if something in it is not understood. */
export function drawFormula(formula: string): string | undefined {
  const reader = new Reader(formula);
  try {
    return tidy(reader.rest());
  } catch (error) {
    if (error instanceof NotDrawn) return undefined;
    throw error;
  }
}

/** Relations bring spaces with them, which are too many at an edge and inside brackets. */
function tidy(drawn: string): string {
  return drawn
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d) (?=[×÷±] ?$)|(?<=^ ?[∼≈≤≥±<>]) (?=\d)/g, '') // $10\times$ faster, $\sim 5$
    .replace(/(?<=[([{⟨]) | (?=[)\]}⟩,;])/g, '')
    .trim();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** All up to the end, or up to the brace that closes this group. */
  rest(closing?: '}'): string {
    let drawn = '';
    for (;;) {
      const next = this.#text.charAt(this.#at);
      if (next === (closing ?? '')) break;
      drawn = this.#append(drawn);
    }
    this.#at++;
    return drawn;
  }

  /** What was drawn so far, and what comes next. */
  #append(drawn: string): string {
    const char = this.#take();
    if (char === '^') return drawn.trimEnd() + moved(this.#argument(), RAISED, '^');
    if (char === '_') return drawn.trimEnd() + moved(this.#argument(), LOWERED, '_');
    if (char !== '\\') return drawn + this.#plain(char);
    const name = this.#name();
    if (!FUNCTIONS.has(name)) return drawn + this.#command(name);
    const before = /[\p{L}\p{N})]$/u.test(drawn) ? ' ' : '';
    return `${drawn}${before}${name}${/[\p{L}\p{N}\\{]/u.test(this.#text.charAt(this.#at)) ? ' ' : ''}`;
  }

  #take(): string {
    const char = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#at += char.length;
    return char;
  }

  #plain(char: string): string {
    if (char === '{') return this.rest('}');
    if (char === "'") return '′';
    if (/[\s~]/.test(char)) return ' ';
    if (/[}&#$\0]/.test(char)) throw new NotDrawn(); // a table, a parameter, or cut off
    return char;
  }

  /** The name of a command, with the spaces that end it. */
  #name(): string {
    const [found = '', name = ''] =
      /^([A-Za-z]+)\*?\s*|^(?:[^A-Za-z])/.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += found.length;
    return name || found;
  }

  #command(name: string): string {
    const sign = SYMBOLS.get(name) ?? LETTERS.get(name);
    if (sign !== undefined) return sign;
    if (RELATIONS.has(name)) return ` ${RELATIONS.get(name)} `;
    if (SPACES.has(name)) return ' ';
    if (SILENT.has(name)) return this.#invisibleBracket();
    if (FORMATS.has(name)) return this.#text.charAt(this.#at) === '{' ? this.#argument() : '';
    if (/^[%&#$_{}]$/.test(name)) return name;
    if (HATS.has(name)) return hatted(this.#argument(), HATS.get(name) ?? '');
    if (/^(?:mathbb|mathbbm|Bbb)$/.test(name))
      return this.#argument().replace(/./gu, (letter) => BLACKBOARD.get(letter) ?? letter);
    if (/^[dt]?frac$/.test(name)) return `${together(this.#argument())}/${together(this.#argument())}`;
    if (name === 'sqrt' && this.#text.charAt(this.#at) !== '[') return `√${together(this.#argument())}`;
    throw new NotDrawn();
  }

  /** `\left.` opens nothing. */
  #invisibleBracket(): string {
    if (this.#text.charAt(this.#at) === '.' && /(?:left|right)\s*$/.test(this.#text.slice(0, this.#at)))
      this.#at++;
    return '';
  }

  /** A group, a command with what belongs to it, or a single character. */
  #argument(): string {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
    const char = this.#take();
    if (/[\^_]/.test(char)) throw new NotDrawn();
    return tidy(char === '\\' ? this.#commandAlone() : this.#plain(char));
  }

  #commandAlone(): string {
    const name = this.#name();
    return FUNCTIONS.has(name) ? name : this.#command(name);
  }
}

/** Raised or lowered; if a character cannot be, the TeX mark says so. */
function moved(drawn: string, table: ReadonlyMap<string, string>, mark: string): string {
  const small = [...drawn].map((char) => table.get(char));
  return small.includes(undefined) ? mark + together(drawn) : small.join('');
}

/** In brackets, unless it is one word or number. */
function together(drawn: string): string {
  return /^[\p{L}\p{M}\p{N}.∞*]*$/u.test(drawn) ? drawn : `(${drawn})`;
}

function hatted(drawn: string, accent: string): string {
  if ([...drawn].length !== 1) throw new NotDrawn();
  return (drawn + accent).normalize('NFC');
}
