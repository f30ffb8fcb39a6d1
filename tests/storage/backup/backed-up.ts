/** A library, its backups, and what a worker does with them. */
import { backupStep, beginBackup } from '@/storage/backup/make-backup';
import { createProofSteps } from '@/storage/backup/prove-backup';
import { removePapers, saveCards } from '@/storage/commands';
import { setTagColour } from '@/storage/tag-notes';
import { at, card } from '../cards';
import { freshName, openDatabase } from '../open-database';
import { openBackups } from './open-backups';

export const cards = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    card({
      identifiers: { arxiv: `2609.${String(from + index).padStart(5, '0')}` },
      title: `Lanterns over a quiet harbour, part ${from + index}`,
      authors: ['Ada Byron'],
    }),
  );

/** An empty library for one test. */
export function openScene() {
  const [db, store, scratch] = [openDatabase(), openBackups(), freshName()];
  return {
    ...{ db, store, scratch },

    /** A library of so many papers, and three more: a title alone, and two in the trash. */
    async fill(count: number): Promise<void> {
      for (let from = 0; from < count; from += 100)
        await saveCards(db, cards(from, Math.min(count, from + 100)), at(from));
      await saveCards(db, [card({ title: 'Only a title' }), card({ title: 'To the trash' })], at(1));
      const leaving = await db.papers.filter(({ title }) => title === 'To the trash').primaryKeys();
      await saveCards(db, cards(90_000, 90_001), at(3));
      await removePapers(db, [...leaving, 'arxiv:2609.90000'], at(4));
      await setTagColour(db, 'harbour', 3, at(5));
    },

    /** Makes a backup; `day` is a moment (ISO). */
    async make(day: string): Promise<void> {
      await beginBackup(db, store, day);
      while (await backupStep(db, store));
    },

    async prove(now: string): Promise<void> {
      const step = createProofSteps(store, scratch);
      while (await step(now));
    },
  };
}
