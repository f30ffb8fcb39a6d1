/** What a cell of a table says, by what it is. */
import { readAuthorLine } from '@/utils/paper/author-line';
import type { NameParts, Paper } from '@/utils/paper/schema';
import { statedDay } from '@/utils/reading/metadata/stated-day';
import { cut, oneLine } from '@/utils/text/clean';
import { readDate } from '../bibtex/reading/read-date';
import { readNames } from '../bibtex/reading/read-names';

/** Longest text read, and longest one kept. */
const LONGEST = 250_000;
const LONGEST_KEPT = 20_000;
const MOST_NAMES = 5000;
const LONGEST_NAME = 200;
/** Longest line in which names are told by how they look. */
const LONGEST_LINE = 20_000;
const MOST_TAGS = 200;
const LONGEST_TAG = 100;
const MOST_CODES = 20;

export interface People {
  names: string[];
  parts: Record<string, NameParts>;
}

/** Scopus numbers its authors. */
const NUMBER = /\s*\(\d{5,}\)/g;
/** `Glas M.`, `Van der Lum I.J.`, `Glas MB`: the initials stand behind. */
const REVERSED = /^(?!(?:\p{Lu}\.)+\s)(.*\p{L}{2,})\s((?:\p{Lu}\.[\s-]?){1,4}|(?<=\p{Ll}.*)\p{Lu}{1,3}\.?)$/u;

/** Names parted by semicolons, lines or strokes, by `and`, or by commas. */
export function peopleIn(cell: string): People {
  const text = cell.slice(0, LONGEST).replace(NUMBER, '').trim();
  const people: People = { names: [], parts: {} };
  const listed = text.split(/[;|\r\n]/).flatMap((part) => oneLine(part) || []);
  const [only = ''] = listed;
  const names = listed.length > 1 ? listed.map(comma) : namesOf(only);
  for (const name of turned(names).slice(0, MOST_NAMES)) {
    const read = readNames(name.slice(0, LONGEST_NAME), (one) => one);
    people.names.push(...read.names);
    for (const [shown, parts] of read.parts) people.parts[shown] = parts;
  }
  people.names = people.names.slice(0, MOST_NAMES);
  return people;
}

/** A comma at the end parts nothing. */
function comma(name: string): string {
  return name.replace(/[\s,]+$/, '');
}

function namesOf(line: string): string[] {
  if (line.length > LONGEST_LINE) return line.split(/,| and /);
  if (line === '') return [];
  const listed = line
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  // `Glas M., Lum I.J.`: names with a space, parted by commas.
  if (listed.every((name) => name.includes(' ')) && listed.some(isReversed)) return listed;
  const joined = line.split(/\s+and\s+/);
  // As BibTeX has them: `Glas, Maria and Lum, Ivo`; or one name, unless both parts could be names.
  const isBibtex = joined.every((name) => name.split(',').length === 2);
  return isBibtex && (joined.length > 1 || !listed.every((name) => name.includes(' ')))
    ? joined
    : readAuthorLine(line);
}

function isReversed(name: string): boolean {
  return name.length < LONGEST_NAME && REVERSED.test(name);
}

function turned(names: readonly string[]): readonly string[] {
  return names.every((name) => REVERSED.test(name))
    ? names.map((name) => name.replace(REVERSED, inFront))
    : names;
}

function inFront(_: string, family: string, initials: string): string {
  const dotted = initials.includes('.') && !/^\p{Lu}{2,}\.$/u.test(initials);
  return `${family}, ${dotted ? initials : [...initials.replace('.', '')].map((letter) => `${letter}.`).join(' ')}`;
}

/** Parted by semicolons or lines, else by commas. */
export function tagsIn(cell: string): string[] {
  const text = cell.slice(0, LONGEST);
  const separator = /[;\r\n]/.test(text) ? /[;\r\n]/ : /[,|]/;
  const tags = text.split(separator).map((tag) => oneLine(tag).slice(0, LONGEST_TAG));
  return [...new Set(tags)].filter(Boolean).slice(0, MOST_TAGS);
}

/** ISBNs, ISSNs. */
export function codesIn(cell: string): string[] {
  const codes = cell
    .slice(0, 1000)
    .replace(/\([^)]*\)/g, ' ')
    .split(/[,;|\s]+/)
    .filter((code) => /\d/.test(code));
  return [...new Set(codes)].slice(0, MOST_CODES);
}

export function lineIn(cell: string): string {
  return cut(oneLine(cell.slice(0, LONGEST)), LONGEST_KEPT);
}

/** The day, month or year, in any of the forms that people write. */
export function dateIn(cell: string): string | undefined {
  const text = cell.trim().slice(0, 100);
  // Spreadsheets make `2017.0` of 2017.
  return statedDay(text.replace(/^(\d{4})\.0+$/, '$1')) ?? readDate('', text);
}

const DONE = /^(?:read|done|finished|completed|complete|yes|true|1|x|✓|✔|gelesen|lu|leído|已读)$/i;
const BEGUN = /^(?:reading|in progress|started|skimmed|begun|in-progress|currently reading|在读)$/i;

/** Undefined where nothing is said, or something else. */
export function statusIn(cell: string): Paper['status'] | undefined {
  const text = oneLine(cell.slice(0, 100));
  if (BEGUN.test(text)) return 'reading';
  return DONE.test(text) ? 'read' : undefined;
}

export function isYes(cell: string): boolean {
  return /^(?:yes|true|1|x|y|✓|✔|★|⭐️?|starred|favou?rite|ja|oui|sí|是)$/i.test(cell.trim());
}
