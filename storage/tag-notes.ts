/** What is known of tags beside their papers: own colours, and when each was given last. By `tagKey`, in `settings`. */
import { order } from '@/utils/order';
import { nextStamp, type Stamp } from '@/utils/paper/stamp';
import type { TagColourRow } from '@/utils/paper/tag-colour-row';
import { tagKey } from '@/utils/paper/tags';
import type { LibraryRow } from '@/utils/query/library-row';
import type { OffprintDatabase } from './database';

/** A colour as a person chose it; null is the one of its name. Of two, the later counts. */
export interface TagColour {
  colour: number | null;
  stamp: Stamp;
}

export type TagColours = Readonly<Record<string, TagColour>>;

/** Tags whose last use is remembered, the latest. */
const MOST_USED = 500;

/** When tags were given last, by key: moments (ISO). */
export async function tagsUsed(db: OffprintDatabase): Promise<Record<string, string>> {
  return ((await db.settings.get('tags used'))?.value ?? {}) as Record<string, string>;
}

/** Notes that tags were given to a paper, in the transaction that does it. `now` is ISO. */
export async function noteTagsUsed(
  db: OffprintDatabase,
  tags: readonly string[],
  now: string,
): Promise<void> {
  if (tags.length === 0) return;
  const used = { ...(await tagsUsed(db)), ...Object.fromEntries(tags.map((tag) => [tagKey(tag), now])) };
  const latest = Object.entries(used)
    .sort(([, a], [, b]) => order(b, a))
    .slice(0, MOST_USED);
  await db.settings.put({ name: 'tags used', value: Object.fromEntries(latest) });
}

/** The colours that tags were given, by key. */
export async function tagColours(db: OffprintDatabase): Promise<TagColours> {
  return ((await db.settings.get('tag colours'))?.value ?? {}) as TagColours;
}

/** Gives a tag a colour in all its spellings; null takes it back. `now` is ISO. */
export async function setTagColour(
  db: OffprintDatabase,
  tag: string,
  colour: number | null,
  now: string,
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const [clock, session] = await db.settings.bulkGet(['clock', 'session']);
    const known = await tagColours(db);
    const [last] = [clock?.value as Stamp | undefined, known[tagKey(tag)]?.stamp].sort((a, b) =>
      order(b ?? '', a ?? ''),
    );
    const stamp = nextStamp(last, Date.parse(now), String(session?.value ?? ''));
    const colours = { ...known, [tagKey(tag)]: { colour, stamp } };
    await db.settings.put({ name: 'tag colours', value: colours });
    await db.settings.put({ name: 'clock', value: stamp });
  });
}

/** Colours as a backup has them. */
export function colourRows(colours: TagColours): TagColourRow[] {
  return Object.entries(colours).map(([tag, { colour, stamp }]) => ({
    kind: 'tag colour',
    ...{ tag, colour, stamp },
  }));
}

/** Joins the colours of a backup with those here, in the transaction of the import and after its papers. */
export async function joinTagColours(db: OffprintDatabase, rows: readonly LibraryRow[]): Promise<void> {
  const later = await laterColours(db, rows);
  if (later.length === 0) return;
  const colours = new Map(Object.entries(await tagColours(db)));
  for (const { tag, colour, stamp } of later) colours.set(tag, { colour, stamp });
  await db.settings.put({ name: 'tag colours', value: Object.fromEntries(colours) });
}

/**
 * Those of a backup's colours that count: of two of one tag the later. Colours that may have been forgotten since the
 * backup was made stay away until a paper has the tag again, here or, by its key, among `coming`.
 */
export async function laterColours(
  db: OffprintDatabase,
  rows: readonly LibraryRow[],
  coming: ReadonlySet<string> = new Set(),
): Promise<TagColourRow[]> {
  if (rows.length === 0) return [];
  const [known, forgotten] = [await tagColours(db), await forgottenUntil(db)];
  const carried = forgotten === '' ? coming : new Set([...coming, ...(await carriedTags(db))]);
  const latest = new Map<string, TagColourRow>();
  for (const row of rows) {
    if (row.kind !== 'tag colour') continue;
    const before = latest.get(row.tag)?.stamp ?? known[row.tag]?.stamp ?? '';
    const wanted = row.stamp > forgotten || carried.has(row.tag);
    if (wanted && row.stamp > before) latest.set(row.tag, row);
  }
  return [...latest.values()];
}

/** The latest stamp of all colours that were forgotten; '' if none was. The names of their tags are not kept. */
async function forgottenUntil(db: OffprintDatabase): Promise<Stamp | ''> {
  return ((await db.settings.get('colours forgotten'))?.value ?? '') as Stamp | '';
}

/** The keys of all tags that a paper has, here or in the trash. */
async function carriedTags(db: OffprintDatabase): Promise<Set<string>> {
  const living = (await db.papers.orderBy('tags').uniqueKeys()).map(String);
  const carried = new Set(living.map(tagKey));
  await db.trash.each(({ paper }) => {
    for (const tag of paper.tags) carried.add(tagKey(tag));
  });
  return carried;
}

/** Forgets what is known of tags that no paper has, here or in the trash: their names may say what was deleted for good. */
export async function forgetTags(db: OffprintDatabase): Promise<void> {
  const [used, colours] = [await tagsUsed(db), await tagColours(db)];
  if (Object.keys({ ...used, ...colours }).length === 0) return;
  const carried = await carriedTags(db);
  const kept = (map: object) => Object.fromEntries(Object.entries(map).filter(([key]) => carried.has(key)));
  await db.settings.put({ name: 'tags used', value: kept(used) });
  await db.settings.put({ name: 'tag colours', value: kept(colours) });
  const stamps = Object.entries(colours).flatMap(([key, { stamp }]) => (carried.has(key) ? [] : stamp));
  const latest = [await forgottenUntil(db), ...stamps].sort(order).at(-1);
  if (latest) await db.settings.put({ name: 'colours forgotten', value: latest });
}
