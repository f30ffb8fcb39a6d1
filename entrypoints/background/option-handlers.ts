/** What our pages may ask about options. */
import type { OffprintDatabase } from '@/storage/database';
import { setOptions } from '@/storage/options';
import { OptionChoice } from '@/utils/option-row';
import { answer, type Incoming, parse } from './answer';
import type { Effects } from './effects';
import { checkOwnPage } from './sender';

type OptionEffects = Pick<Effects, 'queue' | 'beginSession' | 'guard'>;

/** The handlers over one database. */
export function createOptionHandlers(db: OffprintDatabase, { queue, ...effects }: OptionEffects) {
  return {
    setOptions: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const change = parse(OptionChoice, data);
        await effects.beginSession();
        await effects.guard();
        await queue.add('press', () => setOptions(db, change, new Date().toISOString()));
        return null;
      }),
  };
}
