/**
 * WRITE: brings the rows of older versions up to date, some at a time, while the library is in use. Until then they are
 * read as they are: all that is new in them is a pure function of what they say (`stampsOf`). The same is done once more
 * when the rules of identity give papers other keys.
 */
import { KEYS, keysOf } from '@/utils/paper/identity';
import { withStamps } from '@/utils/paper/registers';
import { Paper } from '@/utils/paper/schema';
import type { Alias, Damaged, OffprintDatabase, Trashed } from './database';

/** Rows in one transaction: it takes some 50 ms, and a save waits no longer. */
const PART = 200;

/** The table that is being upgraded, and the key of the last row that is done. */
interface Position {
  table: 'papers' | 'trash';
  after?: string;
}

/**
 * Upgrades the next rows and sets aside those that are damaged; `now` is ISO. Resolves to false once there are none left.
 */
export async function upgradeStep(db: OffprintDatabase, now: string): Promise<boolean> {
  const tables = [db.papers, db.trash, db.aliases, db.tombstones, db.damaged, db.settings];
  return db.transaction('rw', tables, async () => {
    const [upgrade, keys] = await db.settings.bulkGet(['upgrade', 'keys']);
    const outdated = keys?.value !== KEYS;
    const position = (upgrade?.value ?? (outdated ? { table: 'papers' } : undefined)) as Position | undefined;
    if (!position) return false;
    const { table } = position;
    const rows = await nextRows(db, position);
    const good = rows.filter((row) => isSound(table, row));
    const bad = rows.filter((row) => !isSound(table, row));
    await db.table(table).bulkPut(good.map((row) => upgraded(table, row)));
    await db.aliases.bulkPut(good.flatMap((row) => aliasesOf(table, row)));
    await setAside(db, table, bad, now);
    const next = nextPosition(table, rows);
    if (next) await db.settings.put({ name: 'upgrade', value: next });
    else {
      await db.settings.delete('upgrade');
      await db.settings.put({ name: 'keys', value: KEYS });
    }
    return next !== undefined;
  });
}

function nextPosition(table: Position['table'], rows: readonly unknown[]): Position | undefined {
  if (rows.length === PART) return { table, after: (rows.at(-1) as { id: string }).id };
  return table === 'papers' ? { table: 'trash' } : undefined;
}

async function nextRows(db: OffprintDatabase, { table, after }: Position): Promise<unknown[]> {
  const rows = db.table(table);
  return (after === undefined ? rows.orderBy(':id') : rows.where(':id').above(after)).limit(PART).toArray();
}

function isSound(table: Position['table'], row: unknown): boolean {
  return Paper.safeParse(table === 'papers' ? row : (row as Trashed).paper).success;
}

function aliasesOf(table: Position['table'], row: unknown): Alias[] {
  const paper = table === 'papers' ? (row as Paper) : (row as Trashed).paper;
  return keysOf(paper).map((key) => ({ key, paper: paper.id }));
}

function upgraded(table: Position['table'], row: unknown): Paper | Trashed {
  if (table === 'papers') return withStamps(row as Paper);
  const trashed = row as Trashed;
  return { ...trashed, paper: withStamps(trashed.paper, trashed.trashedAt) };
}

/** Readers hear that a damaged paper left. Its row is kept as it is. */
async function setAside(
  db: OffprintDatabase,
  table: Position['table'],
  rows: readonly unknown[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => (row as { id: string }).id);
  await db.damaged.bulkPut(rows.map((row, index): Damaged => ({ table, id: ids[index] ?? '', row })));
  await db.table(table).bulkDelete(ids);
  if (table === 'trash') return;
  const [last, papers] = await db.settings.bulkGet(['revision', 'papers']);
  const revision = Number(last?.value ?? 0) + 1;
  await db.tombstones.bulkPut(ids.map((id) => ({ id, revision, at })));
  await db.settings.bulkPut([
    { name: 'revision', value: revision },
    { name: 'papers', value: Number(papers?.value ?? 0) - ids.length },
  ]);
}
