/** Reads RIS. */
import type { FileReading } from '../parts/file-entry';
import type { OnShare } from '../parts/progress';
import { GatheredEntries } from '../parts/reading/gathered-entries';
import { entryOfRis, unkeptOfRis } from './entry-of-ris';
import { isRis, scanRis } from './scan-ris';

/** The papers of a file; undefined if it is no RIS. Never throws. */
export function readRis(text: string, onShare?: OnShare): FileReading | undefined {
  if (!isRis(text)) return undefined;
  const found = new GatheredEntries();
  for (const { record, isCut } of scanRis(text, onShare))
    if (isCut) found.refuse(record.line, 'cutOff', record.first('TI', 'T1', 'ID'));
    else if (record.fields.every(({ tag }) => tag === 'TY')) found.refuse(record.line, 'unnamed');
    else found.add(record.line, entryOfRis(record), unkeptOfRis(record));
  return found.reading;
}
