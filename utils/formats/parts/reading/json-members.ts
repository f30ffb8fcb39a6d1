/** The members of a JSON file, one by one: a broken one, or an end that is missing, takes no good one with it. */

import { type OnShare, sharesOf } from '../progress';
import { Cursor } from './cursor';

/** A member of the outermost object or list. */
export interface JsonMember {
  /** Its name; '' in a list. */
  name: string;
  /** Undefined if it cannot be parsed. */
  value: unknown;
  /** The line on which it begins, counted from 1. */
  line: number;
}

export interface JsonMembers {
  kind: 'object' | 'list';
  members: Generator<JsonMember, { truncated: boolean }>;
}

const SPACE = /\s*/y;

/** The members of a text that begins as an object or a list; undefined if it does not. Time is linear in the text. */
export function jsonMembers(text: string, onShare?: OnShare): JsonMembers | undefined {
  const start = afterSpace(text, 0);
  const kind = text[start] === '{' ? 'object' : text[start] === '[' ? 'list' : undefined;
  return kind && { kind, members: membersFrom(text, start + 1, kind, onShare) };
}

function* membersFrom(
  text: string,
  start: number,
  kind: JsonMembers['kind'],
  onShare: OnShare | undefined,
): Generator<JsonMember, { truncated: boolean }> {
  const lines = new Cursor(text);
  const tell = sharesOf(text.length, onShare);
  let at = start;
  for (;;) {
    const begin = afterSpace(text, at);
    const end = memberEnd(text, begin);
    const sign = text[end];
    if (end > begin) {
      const member = memberIn(text.slice(begin, end), kind);
      // What the end of the file cuts off is no member.
      if (sign !== undefined) yield { ...member, line: lines.lineOf(begin) };
    }
    if (sign !== ',') return { truncated: sign === undefined };
    at = end + 1;
    tell(at);
  }
}

/** Where a member ends: at the comma or the bracket that follows it, or at the end of the text. */
function memberEnd(text: string, begin: number): number {
  const sign = /["{}[\],]/g;
  sign.lastIndex = begin;
  let depth = 0;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const [mark] = found;
    if (mark === '"') {
      const end = stringEnd(text, sign.lastIndex);
      if (end < 0) return text.length;
      sign.lastIndex = end;
    } else if (mark === '{' || mark === '[') depth++;
    else if (depth === 0) return found.index;
    else if (mark !== ',') depth--;
  }
  return text.length;
}

/** Behind the quotation mark that closes a string; -1 if none does. */
function stringEnd(text: string, begin: number): number {
  for (let at = text.indexOf('"', begin); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - 1 - slashes >= begin && text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

function memberIn(text: string, kind: JsonMembers['kind']): Omit<JsonMember, 'line'> {
  if (kind === 'list') return { name: '', value: parsed(text) };
  const end = text.startsWith('"') ? stringEnd(text, 1) : -1;
  const colon = end < 0 ? -1 : afterSpace(text, end);
  const name = end < 0 ? undefined : parsed(text.slice(0, end));
  if (typeof name !== 'string' || text[colon] !== ':') return { name: '', value: undefined };
  return { name, value: parsed(text.slice(colon + 1)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // broken, or nested too deeply
  }
}

function afterSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}
