/** What our pages may ask about citation keys. */
import { z } from 'zod';
import { giveCitationKeys, setCitationKey } from '@/storage/citation-keys';
import type { OffprintDatabase } from '@/storage/database';
import { libraryOptions } from '@/storage/options';
import { DEFAULTS } from '@/utils/options';
import { answer, type Incoming, parse } from './answer';
import type { Effects } from './effects';
import { checkOwnPage } from './sender';

const Id = z.string().max(1200);
const Papers = z.strictObject({ ids: z.array(Id).max(200_000).optional() });
const Key = z.strictObject({ id: Id, key: z.string().max(1000) });

type CitationEffects = Pick<Effects, 'queue' | 'beginSession' | 'guard'>;

/** The handlers over one database. */
export function createCitationHandlers(db: OffprintDatabase, { queue, ...effects }: CitationEffects) {
  async function write(work: (now: string) => Promise<void>): Promise<null> {
    await effects.beginSession();
    await effects.guard();
    await queue.add('press', () => work(new Date().toISOString()));
    return null;
  }

  return {
    giveCitationKeys: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids } = parse(Papers, data);
        const { keyPattern } = { ...DEFAULTS, ...(await libraryOptions(db)) };
        return write((now) => giveCitationKeys(db, ids, keyPattern, now));
      }),

    setCitationKey: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { id, key } = parse(Key, data);
        return write((now) => setCitationKey(db, id, key.trim(), now));
      }),
  };
}
