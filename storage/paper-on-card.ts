/** READ: the saved paper that a card shows. */
import { strongKeys } from '@/utils/paper/identity';
import { normalise, saidBy } from '@/utils/paper/normalise';
import type { PaperCard } from '@/utils/paper/schema';
import { findMatches } from './change/matches';
import { readDraftAlone } from './change/read-draft';
import type { OffprintDatabase } from './database';

/** The id of a card's paper, one with an identifier of the card before one with its title; undefined if none is saved. */
export async function paperOnCard(
  db: OffprintDatabase,
  card: PaperCard,
  now: string,
): Promise<string | undefined> {
  const statement = normalise(card, now);
  if (!statement) return undefined;
  const said = saidBy(statement);
  const draft = await readDraftAlone(db, [said]);
  const strong = strongKeys(said);
  const papers = findMatches(draft, said).filter(({ id }) => draft.get('papers', id));
  return (papers.find((paper) => strongKeys(paper).some((key) => strong.includes(key))) ?? papers[0])?.id;
}
