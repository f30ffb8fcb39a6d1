/**
 * Tags of the whole library. One tag may be written in several ways (`tagKey`): files bring them. What is typed here takes
 * the spelling that is there.
 */
import type { Edit } from '@/utils/paper/edit';
import { colourOf, tagKey } from '@/utils/paper/tags';
import type { Entry } from './commands';
import { allTagCounts, countedShare, type TagPapers } from './counts';
import type { OffprintDatabase } from './database';
import { checkedEdits, editAll } from './edit';
import { tagColours, tagsUsed } from './tag-notes';

/** A tag with the number of papers that have it, trash not counted. */
export interface TagCount extends TagPapers {
  /** When it was given last (ISO), as far as that is remembered. */
  usedAt?: string;
  /** A number below `TAG_COLOURS`, and whether a person chose it. */
  colour: number;
  chosen: boolean;
}

/** READ: all tags, by name. Works inside `liveQuery`. No paper is read. */
export async function allTags(db: OffprintDatabase): Promise<TagCount[]> {
  return db.transaction('r', db.counts, db.papers, db.settings, async () => {
    const tags = (await countedShare(db)) < 1 ? await countedByIndex(db) : await allTagCounts(db);
    const [used, colours] = [await tagsUsed(db), await tagColours(db)];
    return tags.map(({ tag, papers }) => {
      const key = tagKey(tag);
      const own = colours[key]?.colour ?? undefined;
      const usedAt = used[key];
      return {
        tag,
        papers,
        ...(usedAt && { usedAt }),
        colour: own ?? colourOf(tag),
        chosen: own !== undefined,
      };
    });
  });
}

/** As long as a library of an older version is not counted yet; this takes the longer the more papers have tags. */
async function countedByIndex(db: OffprintDatabase): Promise<TagPapers[]> {
  const found = new Map<string, TagPapers & { most: number }>();
  for (const tag of await spellings(db)) {
    const count = await db.papers.where('tags').equals(tag).count();
    const known = found.get(tagKey(tag));
    const shown = known && known.most >= count ? known : { tag, most: count };
    found.set(tagKey(tag), { ...shown, papers: (known?.papers ?? 0) + count });
  }
  return [...found.values()].map(({ most: _, ...tag }) => tag);
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
