/**
 * The second form of Offprint's own format: not only what a person sees, but everything that the library keeps, so that
 * another copy of it can be reconciled with it. One record a line, as in the export.
 */
import { order } from '@/utils/order';
import { keysOf } from '@/utils/paper/identity';
import type { LibraryRecord } from '@/utils/paper/record';
import { withStamps } from '@/utils/paper/registers';
import type { BackupPaper, Gone, Origin } from '@/utils/paper/schema';
import type { LibraryRow } from '@/utils/query/library-row';
import { exportPaper, PAPER_KEYS, pick, SOURCE_KEYS } from '../parts/exported-paper';
import { BACKUP_FORM } from '../parts/format';

/** What a backup is made of. */
export interface Everything {
  records: readonly LibraryRecord[];
  gone: readonly Gone[];
  /** Stamped rows that are no papers. */
  rows: readonly LibraryRow[];
}

/** Keys of a record in the order they are written. */
const KEYS = [
  ...PAPER_KEYS,
  'origins',
  'claims',
  'stamps',
  'restored',
  'heads',
  'replaced',
  'keys',
  'trashedAt',
] as const satisfies (keyof BackupPaper)[];

/** The lines of a backup: a record, the id of one that is gone, or a row each. */
export interface BackupLines {
  papers: readonly string[];
  gone: readonly string[];
  rows: readonly string[];
}

/** The file's text in pieces; `exportedAt` is a moment (ISO). */
export function writeBackup({ records, gone, rows }: Everything, exportedAt: string): string[] {
  const papers = records.toSorted((a, b) => order(a.paper.id, b.paper.id)).map(recordLine);
  return assembleBackup({ papers, gone: goneLines(gone), rows: rowLines(rows) }, exportedAt);
}

/** The text of a file that has these lines, in pieces. */
export function assembleBackup({ papers, gone, rows }: BackupLines, exportedAt: string): string[] {
  const head = { format: 'offprint-library', version: 2, form: BACKUP_FORM, exportedAt };
  return [
    `${JSON.stringify(head).slice(0, -1)},"papers":[`,
    ...inLines(papers),
    '\n],"gone":[',
    ...inLines(gone),
    '\n],"rows":[',
    ...inLines(rows),
    '\n]}\n',
  ];
}

/** By id. */
export function goneLines(gone: readonly Gone[]): string[] {
  return gone.toSorted((a, b) => order(a.id, b.id)).map(({ id, at }) => JSON.stringify({ id, at }));
}

/** By kind and name. */
export function rowLines(rows: readonly LibraryRow[]): string[] {
  return rows.toSorted((a, b) => order(nameOf(a), nameOf(b))).map(rowLine);
}

/** Colours of tags come first, then searches, then options, then citation keys. */
function nameOf(row: LibraryRow): string {
  if (row.kind === 'citation key') return `4 ${row.paper}`;
  if (row.kind === 'option') return `3 ${row.name}`;
  return row.kind === 'tag colour' ? `1 ${row.tag}` : `2 ${row.id}`;
}

function rowLine(row: LibraryRow): string {
  if (row.kind === 'tag colour') return JSON.stringify(pick(row, ['kind', 'tag', 'colour', 'stamp']));
  if (row.kind === 'option') return JSON.stringify(pick(row, ['kind', 'name', 'value', 'stamp']));
  if (row.kind === 'citation key') return JSON.stringify(pick(row, ['kind', 'paper', 'key', 'stamp']));
  const search = row.search && pick(row.search, ['name', 'query', 'sort', 'group']);
  return JSON.stringify(pick({ ...row, search }, ['kind', 'id', 'search', 'stamp']));
}

function inLines(records: readonly string[]): string[] {
  return records.map((record, index) => `${index > 0 ? ',' : ''}\n${record}`);
}

/** A record as a backup has it: two copies that are the same are written the same. */
export function recordLine(record: LibraryRecord): string {
  return JSON.stringify(backupPaper(record));
}

function backupPaper({ paper, sightings, keys = [], trashedAt }: LibraryRecord): BackupPaper {
  const known = new Set([paper.id, ...keysOf(paper)]);
  const sources = sightings
    .map((sighting) => pick(sighting, [...SOURCE_KEYS, 'upvotesAt', 'commentsAt']))
    .sort((a, b) => order(a.site, b.site) || order(a.url, b.url));
  const others = [...new Set(keys)].filter((key) => !known.has(key)).sort();
  const record = {
    ...paper,
    ...exportPaper(paper, []),
    ...{ sources, keys: others, trashedAt },
    origins: inOrder(paper.origins as Record<string, Origin>, (origin) =>
      pick(origin, ['site', 'trust', 'at']),
    ),
    claims: inOrder(paper.claims, (bySite) => inOrder(bySite, (claims) => claims.map(inClaimOrder))),
    stamps: inOrder(withStamps(paper, trashedAt).stamps),
    restored: inOrder(paper.restored),
    heads: inOrder(paper.heads),
  };
  return pick(record as BackupPaper, KEYS);
}

function inClaimOrder<T extends object>(claim: T): T {
  return pick(claim, ['value', 'trust', 'at', 'inferred'] as (keyof T)[]) as T;
}

/** A map with its keys in order; undefined if there is none. */
function inOrder<T>(map: Record<string, T> | undefined, inside: (value: T) => T = (value) => value) {
  if (map === undefined) return undefined;
  const entries = Object.entries(map).sort(([a], [b]) => order(a, b));
  return Object.fromEntries(entries.map(([name, value]) => [name, inside(value)]));
}
