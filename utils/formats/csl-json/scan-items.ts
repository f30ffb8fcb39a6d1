/**
 * The items of a JSON file, one by one, so that a broken one takes no other with it. JSON itself allows none: what cannot be
 * parsed as a whole is parsed item by item all the same.
 */

import { type OnShare, sharesOf } from '@/utils/formats/parts/progress';
import { LineCounter } from '@/utils/formats/parts/reading/line-counter';
import { isCslItem } from './csl-fields';

export interface ScannedItem {
  line: number;
  /** Undefined if it is broken. */
  item: unknown;
  /** What it is called, if it is broken. */
  title?: string;
  /** Whether the file ends within it. */
  isCut?: boolean;
}

/** Where the items begin in an object that holds them. */
const WITHIN = /"(?:items|references)"\s*:\s*(?=\[)/;
/** As far as it goes: what is broken may have no end. */
const TITLE = /"title"\s*:\s*"([^"\\\r\n]{1,300}?)\s*(?:["\\\r\n]|[}\],]*$)/;
/** Where a further item may begin. */
const NEXT = /[,[}\r\n]\s{0,200}(?=\{)/g;
/** The longest item, and how much may be looked at in vain, for each sign of the file. */
const LONGEST = 5_000_000;
const PATIENCE = 20;

export function* scanItems(text: string, onShare?: OnShare): Generator<ScannedItem> {
  const lines = new LineCounter(text);
  const values = new Values(text);
  const tell = sharesOf(text.length, onShare);
  let at = startOf(text);
  for (;;) {
    at = values.skip(at, /[\s,]*/y);
    tell(at);
    if (at >= text.length || text[at] === ']') return;
    const line = lines.lineOf(at);
    const end = values.endOf(at);
    const item = end < 0 ? undefined : parsed(text.slice(at, end));
    if (item !== undefined) {
      yield { line, item };
      at = end;
      continue;
    }
    const next = values.nextItem(at + 1);
    const [, title] = TITLE.exec(text.slice(at, Math.min(next, at + 20_000))) ?? [];
    yield { line, item, isCut: next === text.length, ...(title && { title }) };
    at = next;
  }
}

/** Behind the bracket of the list; of an object that is an item itself, its beginning. */
function startOf(text: string): number {
  const start = text.search(/[^\s\uFEFF]/);
  if (text[start] === '[') return start + 1;
  const found = text[start] === '{' ? WITHIN.exec(text) : null;
  return found ? found.index + found[0].length + 1 : Math.max(0, start);
}

/** Finds values by their brackets, each sign a limited number of times. */
class Values {
  readonly #text: string;
  #left: number;
  /** The next end of a line, and where it was asked for. */
  #nextBreak = -1;
  #asked = 0;

  constructor(text: string) {
    this.#text = text;
    this.#left = PATIENCE * text.length + LONGEST;
  }

  skip(at: number, pattern: RegExp): number {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? pattern.lastIndex : at;
  }

  /** Where the object here ends; -1 if it has no end, or no object is here. */
  endOf(at: number): number {
    if (this.#text[at] !== '{' || this.#left < 0) return -1;
    const open: string[] = [];
    const sign = /["{}[\]]/g;
    sign.lastIndex = at;
    for (let found = sign.exec(this.#text); found; found = sign.exec(this.#text)) {
      const [bracket] = found;
      if (found.index - at > LONGEST) break;
      if (bracket === '"') {
        const end = this.#stringEnd(found.index);
        if (end < 0) break;
        sign.lastIndex = end;
      } else if (bracket === '{' || bracket === '[') open.push(bracket);
      else if (open.pop() !== (bracket === '}' ? '{' : '[')) break;
      if (open.length === 0) {
        this.#left -= sign.lastIndex - at;
        return sign.lastIndex;
      }
    }
    this.#left -= Math.min(LONGEST, this.#text.length - at);
    return -1;
  }

  /** Where the next item begins that is sound; the end of the text if there is none. */
  nextItem(from: number): number {
    NEXT.lastIndex = from;
    for (let found = NEXT.exec(this.#text); found && this.#left > 0; found = NEXT.exec(this.#text)) {
      const at = found.index + found[0].length;
      const end = this.endOf(at);
      if (end < 0) continue;
      if (isCslItem(parsed(this.#text.slice(at, end)))) return at;
      NEXT.lastIndex = end - 1;
    }
    return this.#text.length;
  }

  /** Behind the quotation mark that ends a string; -1 if it goes over the end of a line, which no string does. */
  #stringEnd(start: number): number {
    for (let at = start + 1; ; at++) {
      at = this.#text.indexOf('"', at);
      if (at < 0 || this.#breakBehind(start) < at) return -1;
      let escapes = 0;
      while (this.#text[at - 1 - escapes] === '\\') escapes++;
      if (escapes % 2 === 0) return at + 1;
    }
  }

  #breakBehind(at: number): number {
    if (at < this.#asked || this.#nextBreak < at) {
      const found = this.#text.indexOf('\n', at);
      this.#nextBreak = found < 0 ? this.#text.length : found;
    }
    this.#asked = at;
    return this.#nextBreak;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
