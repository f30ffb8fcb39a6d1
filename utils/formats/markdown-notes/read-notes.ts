/** Reads one note, or a zip file of notes. */
import { cut, oneLine } from '@/utils/text/clean';
import { decode } from '@/utils/text/decode';
import type { FileEntry } from '../parts/file-entry';
import type { Reading } from '../parts/format';
import { type OnShare, sharesOf } from '../parts/progress';
import { isZip, type ZippedFile, zippedFiles } from '../parts/read-zip';
import type { Refusal } from '../parts/refusal';
import type { SourceFile } from '../parts/source-file';
import { readNote } from './read-note';

/** Longest note, and the most that all notes of a file may have when they are unpacked: some zip files are made to fill disks. */
const LONGEST = 5_000_000;
const LONGEST_TOGETHER = 1_000_000_000;
const LONGEST_TITLE = 200;

/** The papers of a file; undefined if it has no note about one. Never throws. */
export function readNotes(
  file: Pick<SourceFile, 'bytes' | 'name' | 'text'>,
  onShare?: OnShare,
): Reading | undefined {
  if (isZip(file.bytes)) return readZipped(file.bytes, onShare);
  if (!/^\uFEFF?---/.test(new TextDecoder().decode(file.bytes.subarray(0, 10)))) return undefined;
  const entry = readNote(file.text.replace(/^\uFEFF/, ''), nameOf(file.name));
  return entry && { papers: [], entries: [{ ...entry, place: 1, line: 1 }], refused: [] };
}

function readZipped(bytes: Uint8Array, onShare: OnShare | undefined): Reading | undefined {
  const [entries, refused]: [FileEntry[], Refusal[]] = [[], []];
  let [place, left, encrypted] = [0, LONGEST_TOGETHER, false];
  const tell = sharesOf(1, onShare);
  for (const file of zippedFiles(bytes)) {
    tell(file.share);
    if (!/\.(?:md|markdown)$/i.test(file.name) || /^__MACOSX\//.test(file.name)) continue;
    place++;
    encrypted ||= file.encrypted;
    left -= file.size;
    const text = left > 0 ? textOf(file) : undefined;
    const entry = text === undefined ? undefined : readNote(text, nameOf(file.name));
    if (entry) entries.push({ ...entry, place });
    else
      refused.push({
        place,
        title: cut(oneLine(nameOf(file.name)), LONGEST_TITLE),
        reason: text === undefined ? 'notARecord' : 'unnamed',
      });
  }
  if (place === 0) return undefined;
  return { papers: [], entries, refused, ...(encrypted && { problem: 'encrypted' as const }) };
}

function textOf(file: ZippedFile): string | undefined {
  if (file.encrypted || file.size > LONGEST) return undefined;
  const bytes = file.bytes();
  return bytes && decode(bytes).text;
}

/** Without its folders and its ending. */
function nameOf(path: string): string {
  return path.replace(/^.*[/\\]/s, '').replace(/\.\w+$/, '');
}
