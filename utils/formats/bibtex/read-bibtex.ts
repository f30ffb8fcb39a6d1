/** Reads files of BibTeX and BibLaTeX. */
import { cut, oneLine } from '@/utils/text/clean';
import type { FileReading } from '../parts/file-entry';
import { isUnnamed } from '../parts/reading/gathered-entries';
import { Tally } from '../parts/reading/tally';
import { readAdded } from './reading/added-fields';
import { Commands } from './reading/commands';
import { Inheritance } from './reading/inherit';
import { READ_FIELDS, readCard, type Texts } from './reading/read-card';
import type { RawEntry } from './reading/scan-entry';
import { type ScannedFile, scanFile } from './reading/scan-file';
import { textOfTex } from './reading/text-of-tex';

/** Longest text that is looked up, rather than made again. */
const LONGEST_SHARED = 5000;
const LONGEST_TITLE = 200;
/** Entries between two reports of progress. */
const STEP = 200;

/** The papers of a file; undefined if it is no BibTeX. Never throws. */
export function readBibtex(text: string): FileReading | undefined {
  const reading = readingBibtex(text);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** The same in pieces: each step tells which share of the work is done, from 0 to 1. */
export function* readingBibtex(text: string): Generator<number, FileReading | undefined> {
  const commands = new Commands(text.length);
  const scanned = yield* scanning(text, commands);
  return scanned && (yield* reading(scanned, commands));
}

function* scanning(text: string, commands: Commands): Generator<number, ScannedFile | undefined> {
  const scan = scanFile(text, commands);
  for (let count = 1; ; count++) {
    const { done, value } = scan.next();
    if (done) return value;
    if (count % STEP === 0) yield (0.2 * value) / text.length;
  }
}

function* reading(
  { entries: raw, refused }: ScannedFile,
  commands: Commands,
): Generator<number, FileReading> {
  const found: FileReading = { entries: [], refused: [], unkept: {} };
  const texts = textsOf(commands);
  const heritage = new Inheritance(raw, READ_FIELDS);
  const unkept = new Tally();
  for (const [index, entry] of raw.entries()) {
    if (entry.kind !== 'xdata' && entry.kind !== 'set')
      readEntry(entry, heritage.fieldsOf(entry), texts, found);
    count(entry, unkept);
    if (index % STEP === 0) yield 0.2 + (0.8 * index) / raw.length;
  }
  for (const refusal of refused) found.refused.push({ ...refusal, ...titled(refusal.title, texts) });
  found.refused.sort((a, b) => a.line - b.line || a.place - b.place);
  found.unkept = unkept.counts;
  return found;
}

function readEntry(
  entry: RawEntry,
  fields: ReadonlyMap<string, string>,
  texts: Texts,
  found: FileReading,
): void {
  const { place, line, key } = entry;
  const card = fields.size > 0 ? readCard(entry, fields, texts) : undefined;
  if (!card || isUnnamed(card)) found.refused.push({ place, line, reason: 'unnamed', ...titled(key, texts) });
  else
    found.entries.push({
      card,
      ...readAdded((name) => fields.get(name) ?? '', texts.of),
      ...(key && { key }),
      place,
      line,
    });
}

/** What a record that cannot be kept is called. */
function titled(tex: string | undefined, texts: Texts): { title?: string } {
  const title = cut(oneLine(texts.of((tex ?? '').slice(0, LONGEST_SHARED))), LONGEST_TITLE);
  return title ? { title } : {};
}

function count({ fields }: RawEntry, unkept: Tally): void {
  for (const name of fields.keys()) if (!READ_FIELDS.has(name)) unkept.count(name);
}

function textsOf(commands: Commands): Texts {
  const made = new Map<string, string>();
  const of = (tex: string, typed = false) => textOfTex(tex, commands, typed);
  return {
    of,
    shared(tex) {
      if (tex.length > LONGEST_SHARED) return of(tex);
      const text = made.get(tex) ?? of(tex);
      made.set(tex, text);
      return text;
    },
  };
}
