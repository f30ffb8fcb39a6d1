/**
 * WRITE: brings the rows of older versions up to date, some at a time, while the library is in use. Until then they are
 * read as they are: all that is new in them is a pure function of what they say (`stampsOf`). The same is done once more
 * when the rules of identity give papers other keys.
 */
import { KEYS, keysOf } from '@/utils/paper/identity';
import { withStamps } from '@/utils/paper/registers';
import { Paper } from '@/utils/paper/schema';
import type { Alias, OffprintDatabase, Trashed } from './database';
import { countAnew } from './derive-step';
import { upgradePosition } from './library';
import type { Damaged, UpgradePosition } from './setting-rows';

/** Rows in one step. Whoever reads meanwhile waits as long as they are written, and a page reads several times to open. */
const PART = 50;

/** A row of either table, sound or not: a paper, or what holds one. */
type Row = { id: string } & Partial<Pick<Paper, 'revision'> & Pick<Trashed, 'trashedAt' | 'paper'>>;

/** What becomes of a row; undefined if it is damaged. */
type Upgraded = { row: Paper | Row; aliases: Alias[] } | undefined;

/**
 * Upgrades the next rows and sets aside those that are damaged; `now` is ISO. Resolves to false once there are none left.
 * Nothing is locked while it reads and works out what becomes of them; what was changed meanwhile is worked out anew.
 */
export async function upgradeStep(db: OffprintDatabase, now: string): Promise<boolean> {
  const position = await upgradePosition(db);
  if (!position) return false;
  const { table } = position;
  const read = await nextRows(db, position);
  const ready = new Map(
    read.map((row) => [row.id, { version: versionOf(row), upgraded: upgradedOf(table, row) }]),
  );
  const tables = [db.papers, db.trash, db.aliases, db.tombstones, db.damaged, db.settings];
  const derived = [db.counts, db.queue]; // of damaged papers
  return db.transaction('rw', [...tables, ...derived], async () => {
    const still = await upgradePosition(db);
    if (still?.table !== table || still.after !== position.after) return true; // another worker was faster
    const rows = (await db.table<Row | undefined>(table).bulkGet([...ready.keys()])).filter(
      (row) => row !== undefined,
    );
    const results = rows.map((row) => {
      const known = ready.get(row.id);
      return { row, upgraded: known?.version === versionOf(row) ? known?.upgraded : upgradedOf(table, row) };
    });
    await db.table(table).bulkPut(results.flatMap(({ upgraded }) => upgraded?.row ?? []));
    await db.aliases.bulkPut(results.flatMap(({ upgraded }) => upgraded?.aliases ?? []));
    const bad = results.filter(({ upgraded }) => upgraded === undefined).map(({ row }) => row);
    await setAside(db, table, bad, now);
    const next = nextPosition(table, read);
    if (next) await db.settings.put({ name: 'upgrade', value: next });
    else {
      await db.settings.delete('upgrade');
      await db.settings.put({ name: 'keys', value: KEYS });
    }
    return next !== undefined;
  });
}

function nextPosition(table: UpgradePosition['table'], rows: readonly Row[]): UpgradePosition | undefined {
  if (rows.length === PART) return { table, after: rows.at(-1)?.id ?? '' };
  return table === 'papers' ? { table: 'trash' } : undefined;
}

async function nextRows(db: OffprintDatabase, { table, after }: UpgradePosition): Promise<Row[]> {
  const rows = db.table(table);
  return (after === undefined ? rows.orderBy(':id') : rows.where(':id').above(after)).limit(PART).toArray();
}

function upgradedOf(table: UpgradePosition['table'], row: Row): Upgraded {
  const paper = (table === 'papers' ? row : row.paper) as Paper;
  if (!Paper.safeParse(paper).success) return undefined;
  const stamped = withStamps(paper, row.trashedAt);
  return {
    row: table === 'papers' ? stamped : { ...row, paper: stamped },
    aliases: keysOf(paper).map((key) => ({ key, paper: paper.id })),
  };
}

/** What differs once a row was written again. */
function versionOf(row: Row): string {
  return `${row.revision} ${row.trashedAt} ${row.paper?.revision}`;
}

/** Readers hear that a damaged paper left. Its row is kept as it is. */
async function setAside(
  db: OffprintDatabase,
  table: UpgradePosition['table'],
  rows: readonly Row[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await db.damaged.bulkPut(rows.map((row, index): Damaged => ({ table, id: ids[index] ?? '', row })));
  await db.table(table).bulkDelete(ids);
  await countAnew(db);
  if (table === 'trash') return;
  const [last, papers] = await db.settings.bulkGet(['revision', 'papers']);
  const revision = Number(last?.value ?? 0) + 1;
  await db.tombstones.bulkPut(ids.map((id) => ({ id, revision, at })));
  await db.settings.bulkPut([
    { name: 'revision', value: revision },
    { name: 'papers', value: Number(papers?.value ?? 0) - ids.length },
  ]);
}
