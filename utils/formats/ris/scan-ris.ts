/**
 * The records of a RIS file. Programs write it in more ways than the specification has: one space instead of two, tags in small
 * letters, no end of a record, values over several lines.
 */
import type { OnShare } from '@/utils/formats/parts/progress';
import { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';
import { linesOf } from '@/utils/formats/parts/reading/text-lines';

const TYPE = /^[ \t\uFEFF]*(?:TY[ \t]*-|[Tt]y[ \t]*-[ \t]*[A-Za-z]*[ \t]*$)/m;
/** Two signs, two spaces, a hyphen. A hyphen after one space may be one of the text, unless RIS has such a tag. */
const STRICT = /^\s*([A-Z][A-Z0-9]) {2}-(?: (.*)|()$|([^\s-].*)$)/s;
const LOOSE = /^\s*([A-Za-z][A-Za-z0-9])[ \t]{0,4}-(?:[ \t]+(.*)|()$)/s;
const END = /^\s*ER\s*-?\s*$/;
const KNOWN = new Set(
  `A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DO DP ED EP ER ET ID IS J1 J2 JA JF JO K1 KW
  L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PA PB PP PY RI RN RP SE SN SP ST T1 T2 T3 T4 TA TI TT TY U1 U2 U3 U4 U5 UR VL VO
  Y1 Y2`.split(/\s+/),
);
/** What a part of a record cannot have if it is to belong to the one before it. */
const NAMING = ['TI', 'T1', 'BT', 'CT', 'DO', 'AU', 'A1'];

/** Whether a text has the beginning of a record. */
export function isRis(text: string): boolean {
  return TYPE.test(text);
}

/** A record, and whether the file was cut off within it. */
export interface Scanned {
  record: TaggedRecord;
  isCut: boolean;
}

/** Its records in order; what stands before and between them is passed over. */
export function* scanRis(text: string, onShare?: OnShare): Generator<Scanned> {
  const tagOf = readerOfTags(text);
  const scan = new Scan();
  for (const [line, number] of linesOf(text, onShare)) {
    const [tag, value = ''] = tagOf(line) ?? [];
    if (tag === undefined) scan.extend(line);
    else if (tag === 'ER') yield* scan.end();
    else yield* scan.add(tag, value, number);
  }
  yield* scan.rest(/[\r\n]\s*$/.test(text.slice(-1000)));
}

class Scan {
  #record: TaggedRecord | undefined;
  /** One before it that did not end. */
  #open: TaggedRecord | undefined;
  #hasEnds = false;
  /** Whether the record has more than types. */
  #hasFields = false;

  extend(line: string): void {
    this.#record?.extend(line);
  }

  *add(tag: string, value: string, line: number): Generator<Scanned> {
    if (tag === 'TY' && this.#hasFields) yield* this.#next();
    this.#record ??= new TaggedRecord(line);
    this.#hasFields ||= tag !== 'TY';
    this.#record.add(tag, value);
  }

  *end(): Generator<Scanned> {
    this.#hasEnds = true;
    yield* this.#next();
    yield* this.#leave(this.#open);
    this.#open = undefined;
  }

  /** What is left at the end of the file, which may end within a line. */
  *rest(endsWithLine: boolean): Generator<Scanned> {
    const last = this.#record;
    yield* this.#next();
    yield* this.#leave(this.#open, last === this.#open && this.#hasEnds && !endsWithLine);
  }

  /** A part that a further type begins, and that names no paper, belongs to the record before it. */
  *#next(): Generator<Scanned> {
    const [open, part] = [this.#open, this.#record];
    this.#record = undefined;
    this.#hasFields = false;
    if (!part) return;
    if (open && !part.has(...NAMING)) return open.join(part);
    yield* this.#leave(open);
    this.#open = part;
  }

  *#leave(record: TaggedRecord | undefined, isCut = false): Generator<Scanned> {
    if (record) yield { record, isCut };
  }
}

/** Small letters count as tags if the file has its types so: `to - be` may be text. */
function readerOfTags(text: string): (line: string) => [tag: string, value: string] | undefined {
  const isSmall = /ty/.test(TYPE.exec(text)?.[0] ?? '');
  return (line) => {
    if (END.test(line)) return ['ER', ''];
    const strict = STRICT.exec(line);
    if (strict) return [strict[1] ?? '', strict[2] ?? strict[4] ?? ''];
    const [, tag = '', value = ''] = LOOSE.exec(line) ?? [];
    const upper = tag.toUpperCase();
    return KNOWN.has(upper) && (tag === upper || isSmall) ? [upper, value] : undefined;
  };
}
