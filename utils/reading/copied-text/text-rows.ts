/** The lines of a copied list as rows, in which papers are sought as on a page: without buttons, counts and addresses. Pure. */
import type { PageRow } from '../listed/pairs';
import { scanNames } from '../people/scan-names';
import { isLeading } from '../phrases';
import { markOf, mentionIn } from './items';
import { isFurniture, type Line } from './lines';

/** The row of a line; `line` is the number of the line. */
export interface TextRow extends PageRow {
  line: number;
}

/** What Google Scholar puts before titles: `[PDF]`, `[HTML][HTML]`, `[BOOK][B]`. */
const KIND = /^(?:\[(?:PDF|HTML|DOC|PS|TXT|BOOK|CITATION|B|C|BUCH|ZITATION|LIVRE|LIBRO|CITA)\]\s*)+/i;
/** A line that says only where something lies: `arxiv.org`. */
const HOST = /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$/i;
/** Buttons below an entry of a search: `Save Cite Cited by 12`, `Cite Share`, `被引用次数：12`. */
const BUTTONS =
  /^(?:☆\s*)?(?:(?:save|cite|share|speichern|zitieren|enregistrer|citer|guardar|citar|salva|cita|保存|引用|收藏)\b.{0,40}\d|cited by:?\s*\d|zitiert von:?\s*\d|cité \d+ fois|citado por \d|被引用次数|引用元)|\b(?:cited by|zitiert von:?|citado por|citato da|cité) \d+\b|^item in clipboard$|^free (?:pmc )?article\.?$/i;
const ENTRY_NUMBER = /^(?:\[\d{1,4}\]|\d{1,4}[.):])\s/;
const BULLET = /^[•·*▪►–—-]\s/;
/** Lines of one form, but for their numbers, that are no papers. */
const REPEATED = 3;

/** The rows of a text. Lines that only the page around its papers has are left out. */
export function textRowsOf(lines: readonly Line[]): TextRow[] {
  const times = new Map<string, number>();
  for (const { text } of lines) times.set(formOf(text), (times.get(formOf(text)) ?? 0) + 1);
  const gaps = lines.filter(({ gap }) => gap).length;
  // Where nearly every line stands alone, gaps tell nothing.
  const airy = gaps > 0.7 * lines.length;
  const rows: TextRow[] = [];
  let block = {};
  let gap = false;
  for (const [line, { text: whole, gap: apart }] of lines.entries()) {
    gap ||= apart && !airy && line > 0;
    const text = whole.replace(KIND, '');
    const often = (times.get(formOf(whole)) ?? 0) >= REPEATED && /\d/.test(whole) && !isNamesRow(text);
    if (often || isBeside(text)) continue;
    if (gap) block = {};
    gap = false;
    rows.push({
      ...{ line, text, block, column: 0, heading: 0, gap: 0 },
      runs: [{ start: 0, end: text.length, shape: '' }],
      shape: `text>${ENTRY_NUMBER.test(text) ? 'number' : BULLET.test(text) ? 'bullet' : 'line'}|`,
    });
  }
  return rows;
}

/** Whether a line is names and nothing else. */
export function isNamesRow(text: string): boolean {
  const found = scanNames(text);
  return found !== undefined && found.names.length > 1 && /^[\s.,;:)*]*$/.test(text.slice(found.end));
}

function formOf(text: string): string {
  return text.length > 200 ? text : text.replace(/\d+/g, '#');
}

function isBeside(text: string): boolean {
  if (text === '' || HOST.test(text) || BUTTONS.test(text) || isFurniture(text) || isLeading(text))
    return true;
  const mark = markOf(text);
  return mark !== undefined && mark.kind !== 'authors' ? true : mentionIn(text).bare;
}
