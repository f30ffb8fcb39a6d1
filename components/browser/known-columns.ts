/** What the person said the columns of tables are, so that the next file of the same program is read at once. */
import { COLUMN_FIELDS, type ColumnField, type Columns } from '@/utils/formats/parts/columns';

const KEY = 'offprint-columns';
/** Headings that are remembered, those that were told last. */
const MOST = 300;

/** By heading; undefined if nothing was said yet. */
export function knownColumns(): Columns | undefined {
  const columns = Object.fromEntries(kept());
  return Object.keys(columns).length > 0 ? columns : undefined;
}

/** Remembers what a column is. */
export function keepColumn(heading: string, field: ColumnField): void {
  const others = kept().filter(([known]) => known !== heading);
  localStorage.setItem(KEY, JSON.stringify([...others, [heading, field]].slice(-MOST)));
}

function kept(): [string, ColumnField][] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(rows) ? rows.filter(isColumn) : [];
  } catch {
    return [];
  }
}

function isColumn(row: unknown): row is [string, ColumnField] {
  return (
    Array.isArray(row) && typeof row[0] === 'string' && (COLUMN_FIELDS as readonly unknown[]).includes(row[1])
  );
}
