/** Real bibliography files (../shared/exchange) as an outside judge of identity: each comes twice, once disturbed. */
import { readdirSync } from 'node:fs';
import { importStaged } from '@/storage/commands';
import { stage } from '@/storage/import/staging';
import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { namedIdentifiers } from '@/utils/paper/identifiers';
import { recordOfCard } from '@/utils/paper/record';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { fold } from '@/utils/text/fold';
import { otherAbstract, otherDay, otherName, otherTitle, seeded } from './disturb';
import { readBibliography } from './read-bibliography';
import { BATCH, openDatabase, runTasks } from './storage/open-database';

export const EXCHANGE = '../shared/exchange';
const NOW = '2026-09-28T06:00:00.000Z';

/** A card of a file. */
export interface Known {
  card: PaperCard;
  /** Cards of one work have this in common. */
  works: string[];
}

/** The papers of real bibliography files, file by file; what has no title is a test of readers. */
export function exchangeFiles(): Known[][] {
  const files = readdirSync(EXCHANGE).map((name) => readBibliography(`${EXCHANGE}/${name}`));
  return files.map((cards) =>
    cards.flatMap((card) => {
      const [author = ''] = card.authors ?? [];
      const written = `${fold(card.title?.replace(/<[^<>]+>/g, '') ?? '')} ${fold(author.split(',')[0] ?? '')}`;
      const dois = namedIdentifiers(card.identifiers).flatMap(([name, value]) =>
        canonicalIdentifiers(name, value),
      );
      return card.title ? [{ card, works: [written, ...dois.map((doi) => doi.join(':'))] }] : [];
    }),
  );
}

/** Another source's card of the same paper: with the same identifiers, or with none and no address. */
function disturbedCard(card: PaperCard, bare: boolean, random: () => number): PaperCard {
  const { title = '', authors = [], abstract, publishedAt } = card;
  return present<PaperCard>({
    ...card,
    title: otherTitle(title, random),
    authors: authors.map((name) => otherName(name, random)),
    abstract: abstract && otherAbstract(abstract, random),
    publishedAt: publishedAt && otherDay(publishedAt, random),
    ...(bare && { identifiers: {}, url: undefined }),
  });
}

/** Imports each file once, then each again, disturbed; counts records of several works, and works in several records. */
export async function judgeExchange(
  files: readonly Known[][],
  seed: number,
  bare: boolean,
): Promise<{ works: number; joined: number; missed: number }> {
  const db = openDatabase();
  const random = seeded(seed);
  const all = files.flat();
  for (const again of [false, true])
    for (const file of files) {
      const records = file.flatMap(({ card }, place) => {
        const record = recordOfCard(again ? disturbedCard(card, bare, random) : card, NOW);
        // Joined records keep all tags: they tell which cards a record is of.
        const tags = [String(all.indexOf(file[place] as Known))];
        return record ? [{ ...record, paper: { ...record.paper, tags } }] : [];
      });
      const parts = await stage(db, BATCH, records, 'cards', () => {});
      await importStaged(db, { batch: BATCH, parts }, NOW);
      await runTasks(db, NOW);
    }
  const papers = (await db.papers.toArray()).map(({ tags }) => tags.map((tag) => all[Number(tag)] as Known));
  const joined = papers.filter((cards) => worksIn(cards) > 1).length;
  const works = worksIn(all);
  return { works, joined, missed: papers.length + joined - works };
}

/** How many works cards are of. */
function worksIn(cards: readonly Known[]): number {
  let groups: Set<string>[] = [];
  for (const { works } of cards) {
    const ours = groups.filter((group) => works.some((work) => group.has(work)));
    groups = [
      ...groups.filter((group) => !ours.includes(group)),
      new Set([...works, ...ours.flatMap((one) => [...one])]),
    ];
  }
  return groups.length;
}
