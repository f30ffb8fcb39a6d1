/** Backups, as the options ask for them. */
import { z } from 'zod';
import { answer, type Incoming, parse } from './answer';
import type { Effects } from './effects';
import { checkOwnPage } from './sender';

const Which = z.strictObject({ number: z.int().positive() });

export function createBackupHandlers({ keeper }: Pick<Effects, 'keeper'>) {
  return {
    backUp: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        await keeper.backUp();
        return null;
      }),

    deleteBackup: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        await keeper.deleteBackup(parse(Which, data).number);
        return null;
      }),
  };
}
