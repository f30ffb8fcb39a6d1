/** READ: the whole library, as a backup has it. */
import type { Everything } from '@/utils/formats/json/write-backup';
import { groupBy } from '@/utils/group-by';
import { order } from '@/utils/order';
import type { LibraryRecord } from '@/utils/paper/record';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { LibraryRow } from '@/utils/query/library-row';
import type { SavedSearchRow } from '@/utils/query/saved-search';
import { citationKeyRows } from './citation-keys';
import type { Alias, OffprintDatabase, Trashed } from './database';
import { papersWithSightings } from './library';
import { optionRows } from './options';
import { colourRows, tagColours } from './tag-notes';

/** All records with all that is kept of them, those in the trash too, the ids of those that are gone, and the rows beside papers. */
export async function everything(db: OffprintDatabase): Promise<Everything> {
  const records = [db.papers, db.sightings, db.aliases, db.trash];
  return db.transaction('r', [...records, ...besideTables(db)], async () => {
    const keys = keysByPaper(await db.aliases.toArray());
    const { papers, sightings } = await papersWithSightings(db);
    const trash = await db.trash.toArray();
    return { records: recordsOf({ papers, trash, sightings, keys }), ...(await readBeside(db)) };
  });
}

/** So many records at most whose ids come after `after`, by id. Each is whole, but others may change between two calls. */
export async function recordsAfter(
  db: OffprintDatabase,
  after: string,
  most: number,
): Promise<LibraryRecord[]> {
  return db.transaction('r', db.papers, db.sightings, db.aliases, db.trash, async () => {
    const [papers, trash] = [
      await db.papers.where('id').above(after).limit(most).toArray(),
      await db.trash.where('id').above(after).limit(most).toArray(),
    ];
    const ids = [...papers, ...trash].map(({ id }) => id).sort(order);
    const last = ids[Math.min(most, ids.length) - 1] ?? '';
    const inside = ({ id }: { id: string }) => id <= last;
    const wanted = ids.filter((id) => id <= last);
    const { sightings } = await papersWithSightings(db, wanted);
    const keys = keysByPaper(await db.aliases.where('paper').anyOf(wanted).toArray());
    const rows = { papers: papers.filter(inside), trash: trash.filter(inside), sightings, keys };
    return recordsOf(rows).sort((a, b) => order(a.paper.id, b.paper.id));
  });
}

/** What a backup has beside records. */
export async function beside(db: OffprintDatabase): Promise<Omit<Everything, 'records'>> {
  return db.transaction('r', [db.papers, db.trash, ...besideTables(db)], async () => await readBeside(db));
}

function besideTables(db: OffprintDatabase) {
  return [db.tombstones, db.settings, db.searches, db.citationKeys];
}

async function readBeside(db: OffprintDatabase): Promise<Omit<Everything, 'records'>> {
  const here = new Set([
    ...(await db.papers.toCollection().primaryKeys()),
    ...(await db.trash.toCollection().primaryKeys()),
  ]);
  const gone = (await db.tombstones.toArray()).filter(({ id }) => !here.has(id));
  const rows = [
    ...colourRows(await tagColours(db)),
    ...(await db.searches.toArray()).map(searchRow),
    ...(await optionRows(db)),
    ...(await citationKeyRows(db)),
  ];
  return { gone, rows };
}

interface Rows {
  papers: readonly Paper[];
  trash: readonly Trashed[];
  sightings: ReadonlyMap<string, readonly Sighting[]>;
  keys: ReadonlyMap<string, readonly string[]>;
}

function recordsOf({ papers, trash, sightings, keys }: Rows): LibraryRecord[] {
  return [
    ...papers.map((paper) => ({
      ...{ paper, sightings: [...(sightings.get(paper.id) ?? [])], keys: [...(keys.get(paper.id) ?? [])] },
    })),
    ...trash.map((row) => ({
      ...{ paper: row.paper, sightings: row.sightings, keys: [...(keys.get(row.id) ?? [])] },
      trashedAt: row.trashedAt,
    })),
  ];
}

function keysByPaper(aliases: readonly Alias[]): Map<string, string[]> {
  const byPaper = groupBy(aliases, ({ paper }) => paper);
  return new Map([...byPaper].map(([paper, rows]) => [paper, rows.map(({ key }) => key)]));
}

function searchRow(row: SavedSearchRow): LibraryRow {
  return { kind: 'search', ...row };
}
