/** READ: the whole library, as a backup has it. */
import type { Everything } from '@/utils/formats/json/write-backup';
import type { LibraryRow } from '@/utils/query/library-row';
import type { SavedSearchRow } from '@/utils/query/saved-search';
import { citationKeyRows } from './citation-keys';
import type { OffprintDatabase } from './database';
import { papersWithSightings } from './library';
import { optionRows } from './options';
import { colourRows, tagColours } from './tag-notes';

/** All records with all that is kept of them, those in the trash too, the ids of those that are gone, and the rows beside papers. */
export async function everything(db: OffprintDatabase): Promise<Everything> {
  const tables = [
    db.papers,
    db.sightings,
    db.aliases,
    db.trash,
    db.tombstones,
    db.settings,
    db.searches,
    db.citationKeys,
  ];
  return db.transaction('r', tables, async () => {
    const keys = new Map<string, string[]>();
    await db.aliases.each(({ key, paper }) => keys.set(paper, [...(keys.get(paper) ?? []), key]));
    const { papers, sightings } = await papersWithSightings(db);
    const trash = await db.trash.toArray();
    const here = new Set([...papers, ...trash].map(({ id }) => id));
    const living = papers.map((paper) => ({
      ...{ paper, sightings: sightings.get(paper.id) ?? [], keys: keys.get(paper.id) ?? [] },
    }));
    const removed = trash.map(({ id, trashedAt, paper, sightings }) => ({
      ...{ paper, sightings, keys: keys.get(id) ?? [], trashedAt },
    }));
    const gone = (await db.tombstones.toArray()).filter(({ id }) => !here.has(id));
    return {
      records: [...living, ...removed],
      gone,
      rows: [
        ...colourRows(await tagColours(db)),
        ...(await db.searches.toArray()).map(searchRow),
        ...(await optionRows(db)),
        ...(await citationKeyRows(db)),
      ],
    };
  });
}

function searchRow(row: SavedSearchRow): LibraryRow {
  return { kind: 'search', ...row };
}
