/** Reads a text that is known to be names, as a label, a mark-up or its neighbours tell. Pure. */
import { scanNames } from './scan-names';

/** Longest text read, in UTF-16 units, and longest name. */
const LONGEST = 20_000;
const LONGEST_NAME = 80;
const MOST = 500;
const LABEL =
  /^(?:authors?|autor(?:en|es)?|auteurs?|作者|著者|저자|by|von|par)\s*[:：]?\s+|^(?:authors?|autoren|作者|著者|저자)\s*[:：]\s*/iu;
const SEPARATOR = /^\s*(?:[,;，、；·•|]\s*(?:(?:and|und|et|y|e|и|&)\s+)?|\s(?:and|und|et|y|e|и)\s+|&\s*)+/iu;
const NOBODY = /^(?:et al\.?|authors?|show|more|show more|others?|and)$/i;

/** All names of a text, also those in a form that no name has otherwise: `ada berg`, `Plato`. */
export function allNames(text: string): string[] {
  const plain = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim().replace(LABEL, '');
  const names: string[] = [];
  let place = 0;
  while (place < plain.length && names.length < MOST) {
    const separator = SEPARATOR.exec(plain.slice(place, place + 20))?.[0].length ?? 0;
    place += separator;
    const found = scanNames(plain, place);
    if (found) {
      names.push(...found.names);
      place = found.end;
      if (found.cut) break;
      continue;
    }
    const rest = /^[^,;，、；·•|&]+/u.exec(plain.slice(place, place + 400))?.[0];
    if (rest === undefined) {
      place++;
      continue;
    }
    const [name = ''] = rest.split(/\s(?:and|und|et)\s/u);
    place += Math.max(1, name.length);
    const bare = name.replace(/\([^)]*\)|[*†‡§¶∗#]+|\d+$/gu, ' ').trim();
    if (/\p{L}/u.test(bare) && bare.length <= LONGEST_NAME && !NOBODY.test(bare)) names.push(bare);
  }
  return names.slice(0, MOST);
}
