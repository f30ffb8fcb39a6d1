/** Makes one row of names that stand in a row each, as in `<ul><li>Ada Berg</li><li>Bo Cai</li></ul>`. */
import { localName, nextElementSibling, parentElement, previousElementSibling } from '../dom';
import { scanNames } from '../people/scan-names';
import { type Row, shapeOf } from './rows';

/** Longest name with what stands behind it, in UTF-16 units. */
const LONGEST = 160;

export function withJoinedNames(rows: readonly Row[]): Row[] {
  return withJoinedSigned(withJoinedLists(rows));
}

function withJoinedLists(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row;
    const list = parentElement(row.block);
    let end = index;
    let sure = 0;
    for (; list && end < rows.length && isShortIn(rows[end] as Row, list, localName(row.block)); end++)
      if (isOneName(rows[end] as Row)) sure++;
    const before = joined.at(-1);
    const whole = end > index && 2 * sure > end - index && !isIn(before, list) && !isIn(rows[end], list);
    if (list && whole && (end - index > 1 || localName(row.block) === 'li')) {
      joined.push(asOne(rows.slice(index, end), list));
      index = end - 1;
    } else {
      const stop = Math.max(end, index + 1);
      while (index < stop) joined.push(rows[index++] as Row);
      index--;
    }
  }
  return joined;
}

function isIn(row: Row | undefined, list: Element | null): boolean {
  return row !== undefined && list !== null && (row.block === list || parentElement(row.block) === list);
}

/** Of a list of names, those too that could be something else stand in few words. */
function isShortIn(row: Row, list: Element, alike: string): boolean {
  const { text, block } = row;
  return (
    localName(block) === alike &&
    text.length <= LONGEST &&
    block !== list &&
    parentElement(block) === list &&
    /^[\p{Lu}\p{Lo}]/u.test(text) &&
    text.replace(/\([^)]*\)/g, '').split(' ', 8).length < 8
  );
}

function isOneName(row: Row): boolean {
  const found = scanNames(row.text);
  return found?.names.length === 1 && /^[\s.,;*]*(?:and)?\s*$/.test(row.text.slice(found.end));
}

function asOne(rows: readonly Row[], block: Element): Row {
  const names = rows.map(({ text }) => text.replace(/[\s,;.]+(?:and)?$/, ''));
  const text = names.join(', ');
  return {
    ...{ text, block, heading: 0, links: rows.flatMap(({ links }) => links), gap: 0 },
    column: rows[0]?.column ?? 0,
    runs: [{ start: 0, end: text.length, shape: '' }],
    shape: `${shapeOf(parentElement(block) ?? block)}>${shapeOf(block)}|`,
  };
}

/** Joins rows of a name with its institution, which follow each other in an entry: those of one shape on the whole page. */
function withJoinedSigned(rows: readonly Row[]): Row[] {
  const runs: { start: number; end: number; shape: string }[] = [];
  for (let start = 0; start < rows.length; start++) {
    const row = rows[start] as Row;
    const entry = parentElement(row.block);
    if (
      !entry ||
      !isSigned(row) ||
      !isRepeated(entry) ||
      parentElement(rows[start - 1]?.block ?? entry) !== entry
    )
      continue;
    let end = start + 1;
    for (; end < rows.length; end++) {
      const next = rows[end] as Row;
      if (next.shape !== row.shape || parentElement(next.block) !== entry || !isSigned(next)) break;
    }
    runs.push({ start, end, shape: row.shape });
    start = end - 1;
  }
  const shapes = new Set(runs.filter(({ start, end }) => end - start > 1).map(({ shape }) => shape));
  const starts = new Map(runs.filter(({ shape }) => shapes.has(shape)).map((run) => [run.start, run]));
  const joined: Row[] = [];
  for (let index = 0; index < rows.length; index++) {
    const run = starts.get(index);
    const row = rows[index] as Row;
    if (!run) joined.push(row);
    else {
      const text = rows
        .slice(run.start, run.end)
        .map((one) => scanNames(one.text)?.names[0] ?? '')
        .join(', ');
      joined.push({ ...row, text, runs: [{ start: 0, end: text.length, shape: '' }], links: [] });
      index = run.end - 1;
    }
  }
  return joined;
}

/** `Ada Berg, Nowhere University`, `Ada Berg (Nowhere University)` */
function isSigned({ text }: Row): boolean {
  const found = text.length <= LONGEST ? scanNames(text) : undefined;
  return found?.names.length === 1 && /^\s*(?:[,;(–—-]|$)/u.test(text.slice(found.end));
}

function isRepeated(entry: Element): boolean {
  return [previousElementSibling(entry), nextElementSibling(entry)].some(
    (one) => one && shapeOf(one) === shapeOf(entry),
  );
}
