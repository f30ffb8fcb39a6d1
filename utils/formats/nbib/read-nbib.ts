/** Reads PubMed's format: `TI  - `, four letters and a hyphen, and further lines with six spaces. */
import type { FileReading } from '../parts/file-entry';
import type { OnShare } from '../parts/progress';
import { GatheredEntries } from '../parts/reading/gathered-entries';
import { TaggedRecord } from '../parts/reading/tagged-record';
import { linesOf } from '../parts/reading/text-lines';
import { entryOfNbib, unkeptOfNbib } from './entry-of-nbib';

const FIRST = /^[ \t\uFEFF]*PMID *- *\d+[ \t]*$/m;
const TAGGED = /^\s{0,2}([A-Z]{2,4}) {0,2}-(?: (.*)|()$)/s;
/** What a record has after a blank line if it is a new one. */
const BEGINS = new Set(['PMID', 'OWN', 'STAT']);

/** The papers of a file; undefined if it is none of PubMed's. Never throws. */
export function readNbib(text: string, onShare?: OnShare): FileReading | undefined {
  if (!FIRST.test(text)) return undefined;
  const found = new GatheredEntries();
  let record: TaggedRecord | undefined;
  let isApart = false;
  const leave = () => {
    if (record) found.add(record.line, entryOfNbib(record), unkeptOfNbib(record));
  };
  for (const [line, number] of linesOf(text, onShare)) {
    const [, tag, value = ''] = TAGGED.exec(line) ?? [];
    if (tag === undefined) {
      if (line.trim() === '') isApart = true;
      else record?.extend(line);
      continue;
    }
    if (!record || tag === 'PMID' || (isApart && BEGINS.has(tag))) {
      leave();
      record = new TaggedRecord(number);
    }
    record.add(tag, value);
    isApart = false;
  }
  leave();
  return found.reading;
}
