/** Finds the entries of a file, and what they use: abbreviations and commands. */

import type { LineRefusal } from '@/utils/formats/parts/file-entry';
import { type OnShare, sharesOf } from '@/utils/formats/parts/progress';
import { Cursor } from '@/utils/formats/parts/reading/cursor';
import type { Commands } from './commands';
import { isEntryKind, kindBefore } from './entry-kinds';
import { beginsEntry, groupEnd } from './group-end';
import { Macros } from './macros';
import { type RawEntry, scanEntry } from './scan-entry';
import { scanValue } from './scan-value';

const HEAD = /@[ \t]*([a-z][\w-]{0,60})\s{0,99}([{(])/iy;
/** An entry of a type that is not known must look like one. */
const LIKE_AN_ENTRY = /(?=\s*[^\s,{}"=]{0,500}\s*,\s*[a-z][\w:+-]{0,60}\s*=\s*["{\w])/iy;
/** An entry without its opening brace. */
const HEADLESS =
  /@([^\s,=@{}"]{1,200}(?:[ \t]{1,9}[^\s,=@{}"]{1,200})?)[ \t]*,\s*[a-z][\w:+-]{0,60}\s*=\s*["{\w]/iy;

export interface ScannedFile {
  entries: RawEntry[];
  refused: LineRefusal[];
}

/** Reads a file entry by entry. The result is undefined if it is no BibTeX. */
export function scanFile(text: string, commands: Commands, onShare?: OnShare): ScannedFile | undefined {
  // Other formats may have BibTeX in them, and have readers of their own.
  if (/^\s*(?:<[!?a-z]|[{[])/i.test(text.slice(0, 1000))) return undefined;
  const scanner = new Scanner(text, commands);
  const tell = sharesOf(text.length, onShare);
  while (scanner.step()) tell(scanner.at);
  return scanner.isBibtex ? { entries: scanner.entries, refused: scanner.refused } : undefined;
}

class Scanner {
  readonly entries: RawEntry[] = [];
  readonly refused: LineRefusal[] = [];
  isBibtex = false;
  readonly #cursor: Cursor;
  readonly #macros: Macros;
  readonly #commands: Commands;
  #places = 0;
  /** A comment had no end: the braces of others are not looked for. */
  #endless = false;

  constructor(text: string, commands: Commands) {
    this.#cursor = new Cursor(text);
    this.#macros = new Macros(text.length);
    this.#commands = commands;
  }

  get at(): number {
    return this.#cursor.at;
  }

  /** Goes on to the next `@` and reads what it begins; false at the end. */
  step(): boolean {
    const cursor = this.#cursor;
    const start = cursor.text.indexOf('@', cursor.at);
    if (start < 0) return false;
    cursor.at = start;
    const [, name = '', open] = cursor.take(HEAD) ?? [];
    const kind = name.toLowerCase();
    if (open === undefined || isCommentedOut(cursor.text, start)) this.#pass(start);
    else if (kind === 'comment') this.#skipComment(open);
    else if (kind === 'string') this.#defineMacro(start);
    else if (kind === 'preamble' && open === '{') this.#definePreamble(start);
    else if (isEntryKind(kind) || cursor.take(LIKE_AN_ENTRY)) this.#readEntry(kind, open, start);
    else cursor.at = start + 1;
    return true;
  }

  #pass(start: number): void {
    const cursor = this.#cursor;
    cursor.at = start;
    const [whole = '', head = ''] = cursor.take(HEADLESS) ?? [];
    const kind = kindBefore(head);
    if (kind !== undefined && !isCommentedOut(cursor.text, start))
      this.#refuse({ reason: 'notARecord', title: head.slice(kind.length).trim() }, start);
    cursor.at = start + Math.max(1, whole.length);
  }

  #skipComment(open: string): void {
    const cursor = this.#cursor;
    const end = open === '{' && !this.#endless ? groupEnd(cursor.text, cursor.at - 1, true) : -1;
    this.#endless ||= open === '{' && end < 0;
    if (end < 0) cursor.take(/[^\n\r]*/y);
    else cursor.at = end;
  }

  #defineMacro(start: number): void {
    const cursor = this.#cursor;
    const [, name = ''] = cursor.take(/\s*([^\s={}",]{1,500})\s*=/y) ?? [];
    const value = name ? scanValue(cursor, this.#macros) : undefined;
    if (value === undefined) this.#recover({ reason: 'notARecord', ...(name && { title: name }) }, start);
    else this.#macros.define(name, value);
    this.isBibtex ||= value !== undefined;
  }

  /** A preamble may be quoted, in several pieces, or written as it is. */
  #definePreamble(start: number): void {
    const cursor = this.#cursor;
    const end = groupEnd(cursor.text, cursor.at - 1);
    if (end < 0) {
      this.#recover({ reason: 'cutOff' }, start);
      return;
    }
    this.#commands.define(cursor.text.slice(cursor.at, end - 1).replace(/"\s*#\s*"/g, ''));
    cursor.at = end;
    this.isBibtex = true;
  }

  #readEntry(kind: string, open: string, start: number): void {
    const line = this.#cursor.lineOf(start);
    const entry: RawEntry = { kind, key: '', fields: new Map(), place: this.#places + 1, line };
    const flaw = scanEntry(this.#cursor, entry, open === '{' ? '}' : ')', this.#macros);
    this.isBibtex ||= entry.fields.size > 0 || (isEntryKind(kind) && entry.key !== '') || flaw === undefined;
    const title = entry.fields.get('title') ?? entry.key;
    if (flaw) this.#recover({ ...flaw, ...(title && { title }) }, start);
    else {
      if (kind !== 'xdata' && kind !== 'set') this.#places++;
      this.entries.push(entry);
    }
  }

  #recover(refusal: Pick<LineRefusal, 'reason' | 'field' | 'title'>, start: number): void {
    this.#refuse(refusal, start);
    this.#cursor.at = nextEntry(this.#cursor.text, start + 1);
  }

  #refuse(refusal: Pick<LineRefusal, 'reason' | 'field' | 'title'>, start: number): void {
    this.#places++;
    this.refused.push({ place: this.#places, line: this.#cursor.lineOf(start), ...refusal });
  }
}

/** Where the next entry begins, or the end. */
function nextEntry(text: string, from: number): number {
  const before = /[\n\r}]/g;
  before.lastIndex = from;
  while (before.test(text)) if (beginsEntry(text, before.lastIndex)) return before.lastIndex;
  return text.length;
}

/** For BibLaTeX, what follows a `%` is a comment. */
function isCommentedOut(text: string, at: number): boolean {
  return /(?:^|[\n\r])[ \t]*%[^\n\r]*$/.test(text.slice(Math.max(0, at - 200), at));
}
