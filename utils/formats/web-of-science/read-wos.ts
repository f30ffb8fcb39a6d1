/** Reads the Web of Science's plain text: `TI title`, and further lines with three spaces. */
import type { FileReading } from '../parts/file-entry';
import type { OnShare } from '../parts/progress';
import { GatheredEntries } from '../parts/reading/gathered-entries';
import { TaggedRecord } from '../parts/reading/tagged-record';
import { linesOf } from '../parts/reading/text-lines';
import { entryOfWos, unkeptOfWos } from './entry-of-wos';

const FIRST = /^\uFEFF?PT [A-Z][ \t]*$/m;
/** It says whose file it is, or ends its records. */
const MARK = /^\uFEFF?(?:FN .+|ER[ \t]*)$/m;
const TAGGED = /^\uFEFF?([A-Z][A-Z0-9])(?: (.*)|()$)/s;

/** The papers of a file; undefined if it is none of the Web of Science's. Never throws. */
export function readWos(text: string, onShare?: OnShare): FileReading | undefined {
  if (!FIRST.test(text) || !MARK.test(text)) return undefined;
  const found = new GatheredEntries();
  let record: TaggedRecord | undefined;
  const leave = () => {
    if (record) found.add(record.line, entryOfWos(record), unkeptOfWos(record));
    record = undefined;
  };
  for (const [line, number] of linesOf(text, onShare)) {
    const [, tag, value = ''] = TAGGED.exec(line) ?? [];
    if (tag === undefined) record?.extend(line);
    else if (tag === 'ER' || tag === 'EF') leave();
    else if (tag === 'PT') {
      leave();
      record = new TaggedRecord(number);
      record.add(tag, value);
    } else if (record || (tag !== 'FN' && tag !== 'VR')) {
      record ??= new TaggedRecord(number);
      record.add(tag, value);
    }
  }
  leave();
  return found.reading;
}
