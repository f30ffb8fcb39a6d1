/**
 * Tags of the whole library. One tag may be written in several ways (`tagKey`): files bring them. What is typed here takes
 * the spelling that is there.
 */
import type { Edit } from '@/utils/paper/edit';
import { colourOf, tagKey } from '@/utils/paper/tags';
import type { Entry } from './commands';
import type { OffprintDatabase } from './database';
import { checkedEdits, editAll } from './edit';
import { tagColours, tagsUsed } from './tag-notes';

/** A tag with the number of papers that have it, trash not counted. */
export interface TagCount {
  /** As most papers have it. */
  tag: string;
  papers: number;
  /** When it was given last (ISO), as far as that is remembered. */
  usedAt?: string;
  /** A number below `TAG_COLOURS`, and whether a person chose it. */
  colour: number;
  chosen: boolean;
}

/** READ: all tags, by name. Works inside `liveQuery`. No paper is read: the index has the tags. */
export async function allTags(db: OffprintDatabase): Promise<TagCount[]> {
  return db.transaction('r', db.papers, db.settings, async () => {
    const names = await spellings(db);
    const counts = await Promise.all(names.map((name) => db.papers.where('tags').equals(name).count()));
    const [used, colours] = [await tagsUsed(db), await tagColours(db)];
    const byKey = new Map<string, TagCount & { most: number }>();
    for (const [index, tag] of names.entries()) {
      const [key, count = 0] = [tagKey(tag), counts[index]];
      const known = byKey.get(key);
      const papers = (known?.papers ?? 0) + count;
      if (known && known.most >= count) byKey.set(key, { ...known, papers });
      else {
        const own = colours[key]?.colour ?? undefined;
        const usedAt = used[key];
        byKey.set(key, {
          ...{ tag, papers, most: count, colour: own ?? colourOf(tag), chosen: own !== undefined },
          ...(usedAt && { usedAt }),
        });
      }
    }
    return [...byKey.values()].map(({ most: _, ...tag }) => tag);
  });
}

/** WRITE: gives a tag another name on all papers, those in the trash too, in one step. Two tags may become one. */
export async function renameTag(db: OffprintDatabase, from: string, to: string, now: string): Promise<Entry> {
  const edits = checkedEdits({ remove: { tags: [from] }, add: { tags: [to] } });
  return retag(db, from, edits, now);
}

/** WRITE: takes a tag away from all papers, those in the trash too, in one step. */
export async function deleteTag(db: OffprintDatabase, tag: string, now: string): Promise<Entry> {
  return retag(db, tag, checkedEdits({ remove: { tags: [tag] } }), now);
}

async function retag(db: OffprintDatabase, tag: string, edits: Edit[], now: string): Promise<Entry> {
  const key = tagKey(tag);
  const [named] = edits.filter(({ how }) => how === 'add');
  const to = named && 'to' in named ? named.to : undefined;
  const is = (name: string) => name !== to && tagKey(name) === key;
  const ids = await db.transaction('r', db.papers, db.trash, async () => {
    const names = (await spellings(db)).filter(is);
    const living = await Promise.all(names.map((name) => db.papers.where('tags').equals(name).primaryKeys()));
    const trashed = await db.trash.filter(({ paper }) => paper.tags.some(is)).primaryKeys();
    return [...new Set([...living.flat(), ...trashed])];
  });
  if (ids.length === 0) return undefined;
  return editAll(db, { ids, edits, revive: false }, now);
}

async function spellings(db: OffprintDatabase): Promise<string[]> {
  return (await db.papers.orderBy('tags').uniqueKeys()).map(String);
}
