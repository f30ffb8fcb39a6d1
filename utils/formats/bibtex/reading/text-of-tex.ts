/**
 * TeX as text: letters, signs and quotation marks become what they look like, braces and formatting go. Formulas stay, as the
 * library keeps them: views draw them.
 */
import {
  ACCENTS,
  FORMATS,
  LETTERS,
  LOWERED,
  RAISED,
  RELATIONS,
  SILENT,
  SPACES,
  SYMBOLS,
} from '@/utils/text/tex-symbols';
import type { Commands } from './commands';
import { groupEnd } from './group-end';
import { JOURNALS, TEXT_SIGNS } from './text-signs';

const SPECIAL = /[\\{}~$]|---?|``|''/g;
const LIGATURES = new Map([
  ['--', '–'],
  ['---', '—'],
  ['``', '“'],
  ["''", '”'],
]);
const FORMULA = /(\$\$?)((?:[^$\\]|\\[\s\S]){1,2000})\1/y;
/** Two sums of money are no formula, though they have dollars. */
const MONEY = /^\s|\s$/;
const NAME = /\\(?:([A-Za-z@]+)\*?|([\s\S]?))/y;
/** A word in quotation marks that somebody escaped. */
const QUOTED = /\\"([^\\"{}]{1,200})\\"(?![\p{L}\p{N}{])/uy;
/** Formulas of a single sign that has no other way into TeX. */
const NO_FORMULA = new Map(
  Object.entries({
    '<': '<',
    '>': '>',
    '|': '|',
    '\\lbrace': '{',
    '\\rbrace': '}',
    '\\{': '{',
    '\\}': '}',
    '\\backslash': '\\',
    '\\sim': '~',
    '\\_': '_',
    '\\%': '%',
    '\\&': '&',
    '\\#': '#',
  }),
);
/** Their first argument is no text. */
const SKIP_FIRST = new Set(
  'href textcolor color foreignlanguage selectlanguage bibinfo begin end vspace hspace noopsort NoopSort SortNoop cite citep citet label ref'.split(
    ' ',
  ),
);
const MOVED = new Map([
  ['textsuperscript', RAISED],
  ['textsubscript', LOWERED],
]);
const DEEPEST = 8;

/** A piece of TeX as text. Dashes and quotation marks made of several signs stay if `typed`: Markdown has them, too. */
export function textOfTex(tex: string, commands: Commands, typed = false): string {
  return /[\\{}~$`'-]/.test(tex) ? new TexReader(tex, commands, typed, 0).read() : tex;
}

class TexReader {
  readonly #tex: string;
  readonly #commands: Commands;
  readonly #typed: boolean;
  readonly #depth: number;
  #at = 0;

  constructor(tex: string, commands: Commands, typed: boolean, depth: number) {
    this.#tex = tex;
    this.#commands = commands;
    this.#typed = typed;
    this.#depth = depth;
  }

  read(): string {
    let text = '';
    for (;;) {
      SPECIAL.lastIndex = this.#at;
      const found = SPECIAL.exec(this.#tex);
      if (!found) return text + this.#tex.slice(this.#at);
      text += this.#tex.slice(this.#at, found.index);
      this.#at = found.index;
      text += this.#special(found[0]);
    }
  }

  #special(sign: string): string {
    if (sign === '\\') return this.#command();
    if (sign === '$') return this.#formula();
    this.#at += sign.length;
    if (sign === '~') return ' ';
    return this.#typed ? sign.replace(/[{}]/, '') : (LIGATURES.get(sign) ?? '');
  }

  #formula(): string {
    const from = this.#at;
    const [, dollars = '$', formula = ''] = this.#take(FORMULA) ?? [];
    const isMoney = MONEY.test(formula) || /\d/.test(this.#tex.charAt(this.#at));
    if (formula.trim() === '' || (isMoney && !/[\\^_]/.test(formula))) {
      this.#at = from + 1;
      return '$';
    }
    const trimmed = formula.trim();
    return NO_FORMULA.get(trimmed) ?? dollars + trimmed + dollars;
  }

  #command(): string {
    const quoted = /[\p{L}\p{N}{]/u.test(this.#tex.charAt(this.#at - 1)) ? undefined : this.#take(QUOTED);
    if (quoted) return `"${quoted[1]}"`;
    const [, word, sign = ''] = this.#take(NAME) ?? [];
    return word === undefined ? this.#sign(sign) : this.#word(word);
  }

  #sign(sign: string): string {
    if (ACCENTS.has(sign)) return this.#accented(sign);
    if (/^[%&#$_{}]$/.test(sign)) return sign;
    if (sign === '(' || sign === '[') return this.#displayed(sign === '(' ? '\\)' : '\\]');
    if (/^[-/!@]?$/.test(sign)) return '';
    return SPACES.has(sign) || /^[\s\\]$/.test(sign) ? ' ' : (SYMBOLS.get(sign) ?? sign);
  }

  /** `\(x\)` and `\[x\]` are formulas, too. */
  #displayed(closing: string): string {
    const end = this.#tex.indexOf(closing, this.#at);
    if (end < 0) return closing === '\\)' ? '(' : '[';
    const formula = this.#tex.slice(this.#at, end);
    this.#at = end + 2;
    return `$${formula.trim()}$`;
  }

  #word(name: string): string {
    const takes = this.#commands.takes(name);
    if (takes !== undefined) return this.#expanded(name, takes);
    if (name.length === 1 && ACCENTS.has(name)) return this.#accented(name);
    const letter = LETTERS.get(name) ?? TEXT_SIGNS.get(name);
    if (letter !== undefined) {
      this.#take(/\s*/y);
      return letter;
    }
    const sign = SYMBOLS.get(name) ?? RELATIONS.get(name) ?? (SPACES.has(name) ? ' ' : undefined);
    if (sign !== undefined) return sign;
    return this.#withArgument(name) ?? this.#unknown(name);
  }

  /** Commands that do something with what follows them. */
  #withArgument(name: string): string | undefined {
    const table = MOVED.get(name);
    if (table) return small(this.#inner(this.#argument()), table);
    if (name === 'ensuremath') return `$${this.#argument()}$`;
    if (name === 'url' || name === 'path' || name === 'nolinkurl')
      return this.#argument().replace(/\\([%#&_~{}])/g, '$1');
    if (name === 'enquote' || name === 'mkbibquote') return `“${this.#inner(this.#argument())}”`;
    if (name === 'par') return '\n\n';
    if (SKIP_FIRST.has(name)) {
      this.#argument();
      return '';
    }
    return undefined;
  }

  /** Formatting shows nothing; the name of anything else may be a word that its author abbreviated. */
  #unknown(name: string): string {
    const spaced = this.#take(/\s*/y)?.[0] ?? '';
    const next = this.#tex.charAt(this.#at);
    const braced = next === '{' && this.#tex.charAt(this.#at + 1) !== '}';
    if (FORMATS.has(name) || SILENT.has(name) || braced) return '';
    return (JOURNALS.get(name) ?? name) + spaced;
  }

  #expanded(name: string, takes: number): string {
    const given = Array.from({ length: takes }, () => this.#argument());
    const body = this.#commands.bodyOf(name, given);
    if (takes === 0) this.#take(/\s+(?=\S)/y);
    return body === undefined ? '' : this.#inner(body);
  }

  /** A letter with a mark; without a letter, the mark stands alone. */
  #accented(accent: string): string {
    const base = this.#inner(this.#argument()).trim().replace(/^ı/, 'i').replace(/^ȷ/, 'j');
    const [first = ''] = base;
    if (first === '') return /[A-Za-z.=]/.test(accent) ? '' : accent;
    return (first + (ACCENTS.get(accent) ?? '')).normalize('NFC') + base.slice(first.length);
  }

  /** What follows: a group without its braces, a command, or a sign. */
  #argument(): string {
    this.#take(/\s*/y);
    const from = this.#at;
    if (this.#tex.charAt(from) === '{') {
      const end = groupEnd(this.#tex, from, true);
      this.#at = end < 0 ? this.#tex.length : end;
      return this.#tex.slice(from + 1, end < 0 ? undefined : end - 1);
    }
    if (this.#tex.charAt(from) === '\\') return this.#take(NAME)?.[0] ?? '';
    if (this.#tex.charAt(from) === '}') return '';
    const sign = String.fromCodePoint(this.#tex.codePointAt(from) ?? 32);
    this.#at += sign.length;
    return sign.trim();
  }

  #inner(tex: string): string {
    if (this.#depth >= DEEPEST) return tex.replace(/[\\{}$]/g, '');
    return new TexReader(tex, this.#commands, this.#typed, this.#depth + 1).read();
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#tex);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

/** Digits and signs are made small; letters are not, and would not be found. */
function small(text: string, table: ReadonlyMap<string, string>): string {
  return /^[\d+=()-]+$/.test(text) ? [...text].map((sign) => table.get(sign) ?? sign).join('') : text;
}
