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
/** Marks of affiliations behind names, as Elsevier sets them: `Ada Berg a,*, Bo Cai b`. */
const MARKS = /(?<=\p{Ll}) [a-h](?:,\s?(?:[a-h]|[*⁎∗†‡]|\d))*(?=\s?(?:,|$| and | & ))/gu;
/** A line that says only where something lies: `arxiv.org`. */
const HOST = /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$/i;
/** Buttons below an entry of a search: `Save Cite Cited by 12`, `Cite Share`, `被引用次数：12`. */
const BUTTONS =
  /^(?:☆\s*)?(?:(?:save|speichern|enregistrer|guardar|salvar?|opslaan|сохранить|保存|儲存|저장)[\s⁝]+(?:cite|zitieren|citer|citar|cita|citeren|цитировать|引用|인용)|cited by:?\s*\d|zitiert von:?\s*\d|cité \d+ fois|citado por \d|被引用|引用元)|被引用|\b(?:cited by|zitiert von:?|citado por|citato da|cité) \d+\b|^item in clipboard$|^free (?:pmc )?article\.?$/i;
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
    const text = unmarked(whole.replace(KIND, ''));
    const often = (times.get(formOf(whole)) ?? 0) >= REPEATED && /\d/.test(whole) && !isNamesRow(text);
    if (often || isBeside(text) || isCutShort(text)) continue;
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

/** Names without the letters of their affiliations. */
export function unmarked(text: string): string {
  const plain = text.length < 1500 ? text.replace(MARKS, '') : text;
  return plain !== text && isNamesRow(plain) ? plain : text;
}

/** What was cut short is a piece of an abstract, if it does not begin with names. */
function isCutShort(text: string): boolean {
  return /^(?:…|\.\.\.)|(?:…|\.\.\.)$/.test(text) && !((scanNames(text)?.names.length ?? 0) > 1);
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
