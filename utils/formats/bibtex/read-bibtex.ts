/** Reads files of BibTeX and BibLaTeX. */
import { cut, oneLine } from '@/utils/text/clean';
import type { FileReading } from '../parts/file-entry';
import { type OnShare, sharesOf } from '../parts/progress';
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
/** Which share of the time it takes to find the entries. */
const SCANNING = 0.2;

/** The papers of a file; undefined if it is no BibTeX. Never throws. */
export function readBibtex(text: string, onShare?: OnShare): FileReading | undefined {
  const commands = new Commands(text.length);
  const scanned = scanFile(text, commands, (share) => onShare?.(SCANNING * share));
  return scanned && reading(scanned, commands, (share) => onShare?.(SCANNING + (1 - SCANNING) * share));
}

function reading({ entries: raw, refused }: ScannedFile, commands: Commands, onShare: OnShare): FileReading {
  const found: FileReading = { entries: [], refused: [], unkept: {} };
  const texts = textsOf(commands);
  const heritage = new Inheritance(raw, READ_FIELDS);
  const unkept = new Tally();
  const tell = sharesOf(raw.length, onShare);
  for (const [index, entry] of raw.entries()) {
    if (entry.kind !== 'xdata' && entry.kind !== 'set')
      readEntry(entry, heritage.fieldsOf(entry), texts, found);
    count(entry, unkept);
    tell(index);
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
