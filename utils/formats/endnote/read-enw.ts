/** Reads EndNote's tagged text, which is that of Unix' refer: `%T title`. */
import type { FileReading } from '../parts/file-entry';
import type { OnShare } from '../parts/progress';
import { GatheredEntries } from '../parts/reading/gathered-entries';
import { TaggedRecord } from '../parts/reading/tagged-record';
import { linesOf } from '../parts/reading/text-lines';
import { entryOfEnw, unkeptOfEnw } from './entry-of-enw';

/** A type or a title at the beginning of a line; LaTeX has `%` before anything else. */
const FIRST = /^[ \t\uFEFF]*%(?:0 [A-Z][A-Za-z ,/-]{2,40}|T \S.*)$/m;
const TYPED = /^[ \t\uFEFF]*%0 /m;
const TAGGED = /^\s{0,4}%([0-9A-Z!-/:-@[-`{-~])(?:[ \t](.*)|()$)/s;

/** The papers of a file; undefined if it is no tagged text. Never throws. */
export function readEnw(text: string, onShare?: OnShare): FileReading | undefined {
  if (!isEnw(text)) return undefined;
  const isTyped = TYPED.test(text);
  const found = new GatheredEntries();
  let record: TaggedRecord | undefined;
  const leave = () => {
    if (record) found.add(record.line, entryOfEnw(record), unkeptOfEnw(record));
    record = undefined;
  };
  for (const [line, number] of linesOf(text, onShare)) {
    const [, tag, value = ''] = TAGGED.exec(line) ?? [];
    if (tag === undefined) {
      // refer parts records by blank lines; EndNote has types, and blank lines in abstracts.
      if (line.trim() === '' && !isTyped) leave();
      else record?.extend(line);
      continue;
    }
    if (tag === '0') leave();
    record ??= new TaggedRecord(number);
    record.add(tag, value);
  }
  leave();
  return found.reading;
}

/** Its first line that says anything is a tag, and there are several. */
function isEnw(text: string): boolean {
  return FIRST.test(text) && (text.match(/^[ \t\uFEFF]*%[0-9A-Z@] \S/gm)?.length ?? 0) > 1;
}
