/**
 * The citation keys of papers, in a table of their own, so that giving keys to a whole library changes no record and no
 * search index. A key never moves: it is given once, and stays whatever is edited, saved or exported later. Only the
 * background worker calls those that write.
 */
import type { CitationKey, OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { order } from '@/utils/order';
import { citationKeyOf, foldKey, freeKey } from '@/utils/paper/citation-key';
import type { CitationKeyRow } from '@/utils/paper/citation-key-row';
import { isCitationKey } from '@/utils/paper/key-pattern';
import { nextStamp, type Stamp } from '@/utils/paper/stamp';
import type { LibraryRow } from '@/utils/query/library-row';

/** Papers that get their keys in one transaction. */
const PART = 500;

/** READ: the keys of those papers that have one. */
export async function keysOfPapers(
  db: OffprintDatabase,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.citationKeys.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.paper, row.key] as const] : [])));
}

/**
 * WRITE: gives a key to each of these papers that has none, or to all papers of the library. The paper that was saved
 * first gets the plain one of several that are alike. `now` is a moment (ISO).
 */
export async function giveCitationKeys(
  db: OffprintDatabase,
  ids: readonly string[] | undefined,
  pattern: string,
  now: string,
): Promise<void> {
  const wanted = ids ?? (await db.papers.orderBy('savedAt').primaryKeys());
  const known = await keysOfPapers(db, wanted);
  const without = wanted.filter((id) => !known.has(id));
  const papers = ids ? await inOrderOfSaving(db, without) : without;
  for (let from = 0; from < papers.length; from += PART)
    await giveSome(db, papers.slice(from, from + PART), pattern, now);
}

async function inOrderOfSaving(db: OffprintDatabase, ids: readonly string[]): Promise<string[]> {
  const papers = (await db.papers.bulkGet([...ids])).filter((paper) => paper !== undefined);
  return papers.sort((a, b) => order(a.savedAt, b.savedAt) || order(a.id, b.id)).map(({ id }) => id);
}

async function giveSome(
  db: OffprintDatabase,
  ids: readonly string[],
  pattern: string,
  now: string,
): Promise<void> {
  await db.transaction('rw', db.papers, db.citationKeys, db.settings, async () => {
    const given = await newKeys(db, ids, pattern);
    if (given.length === 0) return;
    const stamp = await tick(db, now);
    for (const { former } of given) if (former !== undefined) await db.citationKeys.delete(former);
    await db.citationKeys.bulkPut(
      given.map(({ paper, key }) => ({ paper, key, folded: foldKey(key), stamp })),
    );
  });
}

/** READ: the keys that papers have, or would be given now. */
export async function proposedKeys(
  db: OffprintDatabase,
  ids: readonly string[],
  pattern: string,
): Promise<Map<string, string>> {
  const keys = await keysOfPapers(db, ids);
  for (const { paper, key } of await newKeys(db, ids, pattern)) keys.set(paper, key);
  return keys;
}

/** Keys for those of some papers that have none. `former` is a record from which the key moves, since it became a part of the paper. */
async function newKeys(
  db: OffprintDatabase,
  ids: readonly string[],
  pattern: string,
): Promise<{ paper: string; key: string; former?: string }[]> {
  const papers = (await db.papers.bulkGet([...ids])).filter((paper) => paper !== undefined);
  const known = await keysOfPapers(db, ids);
  const wanted = papers
    .filter(({ id }) => !known.has(id))
    .map((paper) => ({ paper, key: citationKeyOf(paper, pattern) }));
  const taken = await takenBeside(
    db,
    wanted.map(({ key }) => key),
  );
  // Of a record that the person joined with another, the key stays: texts cite the paper by it.
  const joined = await db.citationKeys.bulkGet(wanted.flatMap(({ paper: { same = [] } }) => same));
  const given: { paper: string; key: string; former?: string }[] = [];
  for (const { paper, key } of wanted) {
    const former = joined.find((row) => row && paper.same?.includes(row.paper));
    const own = former?.key ?? freeKey(key, (folded) => taken.has(folded));
    taken.add(foldKey(own));
    given.push({ paper: paper.id, key: own, ...(former && { former: former.paper }) });
  }
  return given;
}

/** All keys in use that begin like one of these. */
async function takenBeside(db: OffprintDatabase, keys: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const folded of new Set(keys.map(foldKey)))
    for (const key of await db.citationKeys.where('folded').startsWith(folded).keys()) taken.add(String(key));
  return taken;
}

/**
 * WRITE: gives a paper the key that the person typed. Throws `refused` for a text that is no key, and `keyTaken` if
 * another paper has it.
 */
export async function setCitationKey(
  db: OffprintDatabase,
  paper: string,
  key: string,
  now: string,
): Promise<void> {
  if (!isCitationKey(key)) throw new Failure('refused');
  await db.transaction('rw', db.papers, db.citationKeys, db.settings, async () => {
    const other = await db.citationKeys.where('folded').equals(foldKey(key)).first();
    if (other && other.paper !== paper && (await db.papers.get(other.paper)))
      throw new Failure('keyTaken', { about: other.paper });
    // The key of a paper that is not in the library any more is free.
    if (other && other.paper !== paper) await db.citationKeys.delete(other.paper);
    await db.citationKeys.put({ paper, key, folded: foldKey(key), stamp: await tick(db, now) });
  });
}

/**
 * WRITE: gives papers the keys that a bibliography has for them, in the transaction of its import. A paper that has a key
 * keeps it, and so does the paper that has this key already.
 */
export async function takeCitationKeys(
  db: OffprintDatabase,
  wanted: readonly { paper: string; key: string }[],
  now: string,
): Promise<void> {
  if (wanted.length === 0) return;
  const known = await keysOfPapers(
    db,
    wanted.map(({ paper }) => paper),
  );
  const used = await db.citationKeys
    .where('folded')
    .anyOf(wanted.map(({ key }) => foldKey(key)))
    .keys();
  const taken = new Set(used.map(String));
  const given: Omit<CitationKey, 'stamp'>[] = [];
  for (const { paper, key } of wanted) {
    const folded = foldKey(key);
    if (known.has(paper) || taken.has(folded) || !isCitationKey(key)) continue;
    known.set(paper, key);
    taken.add(folded);
    given.push({ paper, key, folded });
  }
  if (given.length === 0) return;
  const stamp = await tick(db, now);
  await db.citationKeys.bulkPut(given.map((row) => ({ ...row, stamp })));
}

/** READ: the rows as a backup has them. */
export async function citationKeyRows(db: OffprintDatabase): Promise<CitationKeyRow[]> {
  const rows = await db.citationKeys.toArray();
  return rows.map(({ paper, key, stamp }) => ({ kind: 'citation key', paper, key, stamp }));
}

/**
 * Joins the keys of a backup with those here, in the transaction of the import: a paper's later key counts, and of two
 * papers with one key the one whose key is older keeps it.
 */
export async function joinCitationKeys(db: OffprintDatabase, rows: readonly LibraryRow[]): Promise<void> {
  const theirs = rows.filter((row) => row.kind === 'citation key');
  if (theirs.length === 0) return;
  const here = new Map((await db.citationKeys.toArray()).map((row) => [row.paper, row]));
  const joined = new Map(here);
  for (const { paper, key, stamp } of theirs)
    if (stamp > (joined.get(paper)?.stamp ?? ''))
      joined.set(paper, { paper, key, folded: foldKey(key), stamp });
  const taken = new Set<string>();
  const changed: CitationKey[] = [];
  for (const row of [...joined.values()].sort((a, b) => order(a.stamp, b.stamp) || order(a.paper, b.paper))) {
    const key = freeKey(row.key, (folded) => taken.has(folded));
    taken.add(foldKey(key));
    if (key !== here.get(row.paper)?.key) changed.push({ ...row, key, folded: foldKey(key) });
  }
  await db.citationKeys.bulkPut(changed);
}

/** The next stamp of the library's clock. */
async function tick(db: OffprintDatabase, now: string): Promise<Stamp> {
  const [clock, session] = await db.settings.bulkGet(['clock', 'session']);
  const stamp = nextStamp(
    clock?.value as Stamp | undefined,
    Date.parse(now),
    typeof session?.value === 'string' ? session.value : '',
  );
  await db.settings.put({ name: 'clock', value: stamp });
  return stamp;
}
