/** What our pages may ask about which records are one paper. */
import { z } from 'zod';
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { joinPapers, takeApart, tellApart } from '@/storage/links';
import { Choices } from '@/utils/paper/choices';
import { answer, type Incoming, parse } from './answer';
import type { Changing } from './change';
import type { Effects } from './effects';
import { checkOwnPage } from './sender';

/** Records of which a person may say at once that they are one, or not. */
const MOST = 20;
const Id = z.string().max(1200);
const ids = z
  .array(Id)
  .min(2)
  .max(MOST)
  .refine((all) => new Set(all).size === all.length);
const Join = z.strictObject({ ids, choices: Choices.optional() });
const Apart = z.strictObject({ ids });
const Take = z.strictObject({ id: Id, merge: z.int().positive() });

interface LinkEffects extends Pick<Effects, 'queue'> {
  change: Changing;
}

/** The handlers over one database. */
export function createLinkHandlers(db: OffprintDatabase, { queue, change }: LinkEffects) {
  const now = () => new Date().toISOString();

  async function entryOf(command: () => Promise<number | undefined>): Promise<{ entry: number }> {
    const entry = await queue.add('press', () => change(command));
    if (entry === undefined) throw new Failure('refused'); // it was said before
    return { entry };
  }

  return {
    joinPapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids, choices } = parse(Join, data);
        return entryOf(() => joinPapers(db, ids, now(), choices));
      }),

    tellApart: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids } = parse(Apart, data);
        return entryOf(() => tellApart(db, ids, now()));
      }),

    takeApart: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { id, merge } = parse(Take, data);
        return entryOf(() => takeApart(db, id, merge, now()));
      }),
  };
}
