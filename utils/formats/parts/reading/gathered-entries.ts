/** Gathers what a reader finds in a file: entries, refusals and the fields that are not kept. */
import type { FileEntry, FileReading } from '@/utils/formats/parts/file-entry';
import type { Refusal } from '@/utils/formats/parts/refusal';
import type { PaperCard } from '@/utils/paper/schema';
import { cut, oneLine } from '@/utils/text/clean';
import { Tally } from './tally';

type Entry = Omit<FileEntry, 'place' | 'line'>;

const LONGEST_TITLE = 200;
/** Longest text of which a title is made. */
const LONGEST_NAMED = 5000;

export class GatheredEntries {
  readonly #entries: FileReading['entries'] = [];
  readonly #refused: FileReading['refused'] = [];
  readonly #unkept = new Tally();
  #place = 0;

  /** A record that begins on this line, and the names of its fields that are not kept. */
  add(line: number, entry: Entry, unkept: Iterable<string>): void {
    for (const name of unkept) this.#unkept.count(name);
    if (isUnnamed(entry.card)) this.refuse(line, 'unnamed', entry.key);
    else this.#entries.push({ ...entry, place: ++this.#place, line });
  }

  refuse(line: number, reason: Refusal['reason'], called = ''): void {
    this.#place++;
    const title = cut(oneLine(called.slice(0, LONGEST_NAMED)), LONGEST_TITLE);
    this.#refused.push({ place: this.#place, line, reason, ...(title && { title }) });
  }

  get reading(): FileReading {
    return { entries: this.#entries, refused: this.#refused, unkept: this.#unkept.counts };
  }
}

/** Whether nothing tells which paper it is. */
export function isUnnamed({ title, abstract, identifiers }: PaperCard): boolean {
  return !title && !abstract && Object.keys(identifiers).length === 0;
}
