/** Names of files that every file system takes, and that are unique on each. */
import { oneLine } from '@/utils/text/clean';

/** What file systems, or links of Obsidian, do not take: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const FORBIDDEN = /[#^[\]|<>:"/\\?*\p{Cc}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/gu;
/** Names of devices on Windows, also with an ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;
/** Longest name, in letters, and in bytes: ext4 takes 255, with the ending. */
const LETTERS = 120;
const BYTES = 240;

/** Gives each title a name of its own, without an ending. */
export type NameFiles = (title: string, otherwise: string) => string;

/**
 * Names for the files of one folder: the title, else the other text, cut and without what file systems refuse. One that is
 * taken, in whatever case or Unicode form, gets a number.
 */
export function nameFiles(): NameFiles {
  const taken = new Set<string>();
  /** For each name, the number to try next: thousands of files may have one title. */
  const next = new Map<string, number>();
  return (title, otherwise) => {
    const name = fileName(title) || fileName(otherwise) || 'paper';
    const base = alike(name);
    for (let number = next.get(base) ?? 1; ; number++) {
      const suffix = number > 1 ? ` ${number}` : '';
      const candidate = cutTo(name, suffix) + suffix;
      if (taken.has(alike(candidate))) continue;
      taken.add(alike(candidate));
      next.set(base, number + 1);
      return candidate;
    }
  };
}

function fileName(text: string): string {
  // A dot in front would hide the file.
  const plain = oneLine(oneLine(text).replace(FORBIDDEN, ' ')).replace(/^[\s.]+/, '');
  return cutTo(plain.replace(RESERVED, '_$&'), '');
}

/** As much of a name as leaves room for a suffix. Names do not end in a dot or a space. */
function cutTo(name: string, suffix: string): string {
  let [letters, bytes, kept] = [suffix.length, suffix.length, ''];
  for (const letter of name) {
    letters += letter.length;
    bytes += bytesOf(letter);
    if (letters > LETTERS || bytes > BYTES) break;
    kept += letter;
  }
  return kept.replace(/[\s.]+$/, '');
}

/** In UTF-8. */
function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** What file systems that ignore case, Unicode form and joiners compare. */
function alike(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
}
