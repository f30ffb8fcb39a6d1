/** Reads CSL-JSON: a list of items, an object that holds one, or items alone. */
import { record } from '@/utils/reading/loose-json';
import type { FileReading } from '../parts/file-entry';
import type { OnShare } from '../parts/progress';
import { GatheredEntries } from '../parts/reading/gathered-entries';
import { isCslItem } from './csl-fields';
import { entryOfItem, unkeptOfItem } from './entry-of-item';
import { scanItems } from './scan-items';

/** Items that are looked at to tell whether the file is CSL. */
const FIRST = 20;

/** The papers of a file; undefined if it is no CSL-JSON. Never throws. */
export function readCslJson(text: string, onShare?: OnShare): FileReading | undefined {
  if (!isCslJson(text)) return undefined;
  const found = new GatheredEntries();
  for (const { line, item, title, isCut } of scanItems(text, onShare)) {
    const isRecord = typeof item === 'object' && item !== null && !Array.isArray(item);
    if (isRecord) found.add(line, entryOfItem(record(item)), unkeptOfItem(record(item)));
    else found.refuse(line, isCut ? 'cutOff' : 'notARecord', title);
  }
  return found.reading;
}

function isCslJson(text: string): boolean {
  if (!/^[\s\uFEFF]*[[{]/.test(text.slice(0, 10_000))) return false;
  let seen = 0;
  for (const { item } of scanItems(text)) {
    if (isCslItem(item)) return true;
    if (++seen === FIRST) return false;
  }
  return false;
}
