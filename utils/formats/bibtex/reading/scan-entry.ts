/** Reads one entry, from behind its opening brace. */

import type { Cursor } from '@/utils/formats/parts/reading/cursor';
import type { Refusal } from '@/utils/formats/parts/refusal';
import { beginsEntry } from './group-end';
import type { Macros } from './macros';
import { scanValue } from './scan-value';

/** An entry as it stands in the file: values are TeX, names of fields in lower case. */
export interface RawEntry {
  kind: string;
  key: string;
  fields: Map<string, string>;
  place: number;
  line: number;
}

/** Why an entry cannot be read. */
export type Flaw = Pick<Refusal, 'reason' | 'field'>;

const KEY = /\s*([^\s,{}"]{0,1000})\s*,/y;
/** Scopus has spaces in its keys; and some people forget the comma, or the key. */
const LOOSE_KEY = /[^,={}"]{0,1000}/y;
const NAME = /[^,={}"@#%]{1,200}/y;
/** Between fields there may be comments, for BibLaTeX. */
const GAP = /[\s,]+|%[^\n\r]*/y;
/** After an entry that a brace too many, or one too few, has ended too early. */
const GOES_ON = /\s*,?\s*[a-z][\w:+-]{0,60}\s*=/iy;

/** Reads the key and the fields into `entry`; what is wrong with it, if anything is. */
export function scanEntry(cursor: Cursor, entry: RawEntry, close: string, macros: Macros): Flaw | undefined {
  const key = scanKey(cursor, close);
  if (key === undefined) return { reason: 'notARecord' };
  entry.key = key;
  for (;;) {
    while (cursor.take(GAP));
    if (cursor.sign === close) break;
    const name = scanName(cursor);
    if (name === undefined)
      return isCutOff(cursor) ? { reason: 'cutOff' } : badField([...entry.fields.keys()].at(-1));
    const value = scanValue(cursor, macros);
    if (value === undefined)
      return cursor.sign === '{' || cursor.sign === '"' || isCutOff(cursor)
        ? { reason: 'cutOff' }
        : badField(name);
    if (!entry.fields.has(name) && value.trim() !== '') entry.fields.set(name, value);
  }
  cursor.at++;
  const { at } = cursor;
  if (cursor.take(GOES_ON)) return badField([...entry.fields.keys()].at(-1));
  cursor.at = at;
  return undefined;
}

function scanKey(cursor: Cursor, close: string): string | undefined {
  const [, plain] = cursor.take(KEY) ?? [];
  if (plain !== undefined) return plain;
  const { at } = cursor;
  const [loose = ''] = cursor.take(LOOSE_KEY) ?? [];
  if (/[\n\r]\s*@/.test(loose)) return undefined;
  if (cursor.sign === ',' || cursor.sign === close) return loose.trim();
  if (cursor.sign !== '=') return undefined;
  const key = loose.trimEnd().replace(/\S+$/, '');
  cursor.at = at + key.length;
  return key.trim();
}

/** The name of a field, and the sign after it. */
function scanName(cursor: Cursor): string | undefined {
  if (isCutOff(cursor)) return undefined;
  const [name = ''] = cursor.take(NAME) ?? [];
  if (cursor.sign !== '=' || name.trim() === '') return undefined;
  cursor.at++;
  return name.trim().toLowerCase();
}

function isCutOff(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length || (cursor.sign === '@' && beginsEntry(cursor.text, cursor.at));
}

function badField(field: string | undefined): Flaw {
  return field === undefined ? { reason: 'badField' } : { reason: 'badField', field };
}
