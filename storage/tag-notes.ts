/** What is known of tags beside their papers: own colours, and when each was given last. By `tagKey`, in `settings`. */
import { order } from '@/utils/order';
import { nextStamp, type Stamp } from '@/utils/paper/stamp';
import { tagKey } from '@/utils/paper/tags';
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
    const stamp = nextStamp(clock?.value as Stamp | undefined, Date.parse(now), String(session?.value ?? ''));
    const colours = { ...(await tagColours(db)), [tagKey(tag)]: { colour, stamp } };
    await db.settings.put({ name: 'tag colours', value: colours });
    await db.settings.put({ name: 'clock', value: stamp });
  });
}

/** Forgets what is known of tags that no paper has, here or in the trash: their names may say what was deleted for good. */
export async function forgetTags(db: OffprintDatabase): Promise<void> {
  const [used, colours] = [await tagsUsed(db), await tagColours(db)];
  if (Object.keys({ ...used, ...colours }).length === 0) return;
  const living = (await db.papers.orderBy('tags').uniqueKeys()).map(String);
  const there = new Set(living.map(tagKey));
  await db.trash.each(({ paper }) => {
    for (const tag of paper.tags) there.add(tagKey(tag));
  });
  const kept = (map: object) => Object.fromEntries(Object.entries(map).filter(([key]) => there.has(key)));
  await db.settings.put({ name: 'tags used', value: kept(used) });
  await db.settings.put({ name: 'tag colours', value: kept(colours) });
}
