/** Which records a statement or another record speaks of. */
import { contradict, type Identifiable, keysOf, strongKeys } from '@/utils/identity';
import type { Paper } from '@/utils/paper';
import type { OffprintDatabase } from './database';

/**
 * For each of `things` its records in the library or in the trash, the one saved first in front. Two reads, however
 * many things there are.
 */
export async function findMatches(
  db: OffprintDatabase,
  things: readonly Identifiable[],
  place: 'papers' | 'trash' = 'papers',
): Promise<Paper[][]> {
  const keys = new Set(things.flatMap(keysOf));
  const aliases = await db.aliases
    .where('key')
    .anyOf([...keys])
    .toArray();
  const ids = [...new Set(aliases.map((alias) => alias.paper))];
  const rows =
    place === 'papers'
      ? await db.papers.bulkGet(ids)
      : (await db.trash.bulkGet(ids)).map((trashed) => trashed?.paper);
  const papers = new Map(rows.flatMap((paper) => (paper ? [[paper.id, paper]] : [])));
  return things.map((said) => {
    const strong = new Set(strongKeys(said));
    const mine = new Set(keysOf(said));
    const found = aliases.filter(({ key }) => mine.has(key));
    const certain = new Set(found.filter(({ key }) => strong.has(key)).map((alias) => alias.paper));
    const records = [...new Set(found.map((alias) => alias.paper))]
      .flatMap((id) => papers.get(id) ?? [])
      .sort((a, b) => Number(certain.has(b.id)) - Number(certain.has(a.id)) || savedFirst(a, b));
    // What shares only a title must contradict neither the thing nor what it is known to speak of.
    const joined: Paper[] = [];
    for (const paper of records) {
      const contradicted = [said, ...joined].some((other) => contradict(other, paper));
      if (certain.has(paper.id) || !contradicted) joined.push(paper);
    }
    return joined.sort(savedFirst);
  });
}

function savedFirst(a: Paper, b: Paper): number {
  return a.savedAt < b.savedAt || (a.savedAt === b.savedAt && a.id < b.id) ? -1 : 1;
}
