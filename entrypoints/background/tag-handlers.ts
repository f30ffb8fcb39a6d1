/** What our pages may ask about tags. */
import { z } from 'zod';
import type { OffprintDatabase } from '@/storage/database';
import { setTagColour } from '@/storage/tag-notes';
import { deleteTag, renameTag } from '@/storage/tags';
import { TAG_COLOURS } from '@/utils/paper/tags';
import { answer, type Incoming, parse } from './answer';
import type { Changing } from './change';
import type { Effects } from './effects';
import { checkOwnPage } from './sender';

const Tag = z.string().max(1000);
const Rename = z.strictObject({ from: Tag, to: Tag });
const Delete = z.strictObject({ tag: Tag });
const Colour = z.strictObject({
  tag: Tag,
  colour: z
    .int()
    .min(0)
    .max(TAG_COLOURS - 1)
    .nullable(),
});

interface TagEffects extends Effects {
  change: Changing;
}

/** The handlers over one database. */
export function createTagHandlers(db: OffprintDatabase, { queue, change, runTasks, ...effects }: TagEffects) {
  const now = () => new Date().toISOString();

  async function changeTag(command: () => Promise<number | undefined>) {
    const entry = await queue.add('press', () => change(command));
    runTasks();
    return { entry };
  }

  return {
    renameTag: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { from, to } = parse(Rename, data);
        return changeTag(() => renameTag(db, from, to, now()));
      }),

    deleteTag: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { tag } = parse(Delete, data);
        return changeTag(() => deleteTag(db, tag, now()));
      }),

    setTagColour: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { tag, colour } = parse(Colour, data);
        await effects.beginSession();
        await effects.guard();
        await queue.add('press', () => setTagColour(db, tag, colour, now()));
        return null;
      }),
  };
}
