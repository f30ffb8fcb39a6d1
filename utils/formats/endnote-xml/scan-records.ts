/**
 * The records of an XML file of EndNote. Workers have no parser of XML; this takes the texts of leaves and looks at no more, so
 * that a record that is broken takes no other with it.
 */
import { entities } from '@/utils/formats/parts/html-text';
import { type OnShare, sharesOf } from '@/utils/formats/parts/progress';
import { LineCounter } from '@/utils/formats/parts/reading/line-counter';
import { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';

const BEGIN = /<record(?:\s[^<>]{0,1000})?>/g;
const END = '</record>';
const CDATA = '<![CDATA[';
const PIECE = /<(\/?)([A-Za-z][\w.-]{0,60})([^<>]{0,2000})>|[^<]+|</g;
const NAME = /\bname\s*=\s*["']([^"']{0,200})["']/;
/** Deepest element whose name counts: what is deeper is text of it. */
const DEEPEST = 20;

export interface Scanned {
  record: TaggedRecord;
  /** Whether the file ends within it. */
  isCut: boolean;
}

/** Each with its leaves, by the names of a leaf and of the element around it: `authors/author`, `record/volume`. */
export function* scanRecords(text: string, onShare?: OnShare): Generator<Scanned> {
  const tell = sharesOf(text.length, onShare);
  const lines = new LineCounter(text);
  const begin = new RegExp(BEGIN);
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const from = begin.lastIndex;
    const end = text.indexOf(END, from);
    const to = end < 0 ? text.length : end;
    yield { record: recordIn(text.slice(from, to), lines.lineOf(found.index)), isCut: end < 0 };
    begin.lastIndex = to;
    tell(to);
  }
}

function recordIn(xml: string, line: number): TaggedRecord {
  const record = new TaggedRecord(line);
  const open: string[] = ['record'];
  let value: string[] = [];
  for (const [piece, slash, name = '', attributes = ''] of withoutCdata(xml).matchAll(PIECE)) {
    if (name === '') value.push(entities(piece));
    else if (name === 'style')
      continue; // how a text looks
    else if (slash) {
      const around = open.at(-2) ?? '';
      if (open.at(-1) !== name) continue;
      const leaf = value.join('').trim();
      if (leaf !== '') record.add(`${around}/${name}`, leaf);
      open.pop();
      value = [];
    } else {
      if (name === 'ref-type') record.add('kind', NAME.exec(attributes)?.[1] ?? '');
      if (attributes.endsWith('/') || open.length > DEEPEST) continue;
      open.push(name);
      value = [];
    }
  }
  return record;
}

/** Texts that are marked as such, written as all others are. One without an end is none. */
function withoutCdata(xml: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const begin = xml.indexOf(CDATA, at);
    const end = begin < 0 ? -1 : xml.indexOf(']]>', begin);
    if (end < 0) break;
    const text = xml.slice(begin + CDATA.length, end);
    pieces.push(xml.slice(at, begin), text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    at = end + 3;
  }
  return at === 0 ? xml : pieces.join('') + xml.slice(at);
}
