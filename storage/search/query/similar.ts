/** A paper's nearest ones by the rarest words that they share: the same postings, no model. */
import type { Paper } from '@/utils/paper';
import { tokenise } from '@/utils/tokens';
import type { Snapshot } from '../page/snapshot';
import { textsOf } from '../segment/document';
import { FIELDS } from '../segment/segment';
import { type Expansion, expand } from './expand';
import type { Scorer } from './score';
import { postingKeys } from './sources';
import { topDocuments } from './top';

/** Terms of the paper that are looked for. */
const MOST_TERMS = 16;
/** Where likeness is looked for: what a paper says, not who wrote it or where it is. */
const ABOUT = ['title', 'abstract', 'tags'] as const;
const MASK = ABOUT.reduce((mask, field) => mask | (1 << FIELDS.indexOf(field)), 0);

/** The `limit` papers most like this one, and the terms by which they were found. */
export async function similarDocuments(
  snapshot: Snapshot,
  scorer: Scorer,
  paper: Paper,
  limit: number,
): Promise<{ top: { id: string }[]; terms: ReadonlySet<string> }> {
  await snapshot.prepare();
  const counts = new Map<string, number>();
  for (const field of ABOUT)
    for (const text of textsOf(paper, field))
      for (const { term } of tokenise(text))
        if (term.length > 2) counts.set(term, (counts.get(term) ?? 0) + (field === 'abstract' ? 1 : 2));
  const terms = [...counts.keys()];
  const found = await expand(
    snapshot,
    terms.map((term) => ({ term, prefix: false, fuzzy: false })),
  );
  // A term that this paper alone has leads nowhere; one that a fifth of all have tells nothing.
  const chosen = found
    .flat()
    .filter(({ frequency }) => frequency > 1 && frequency < Math.max(5, snapshot.live / 5))
    .map((expansion) => ({ expansion, worth: worthOf(expansion, counts, snapshot.live) }))
    .sort((a, b) => b.worth - a.worth || (a.expansion.term < b.expansion.term ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ expansion }) => expansion);
  const [held] = await Promise.all([
    snapshot.chunks.hold(postingKeys(snapshot, chosen)),
    scorer.prepare(MASK),
  ]);
  const { docs, scores } = scorer.score(held, chosen, MASK);
  const top = await topDocuments(snapshot, docs, scores, limit + 1);
  return {
    top: top.filter(({ id }) => id !== paper.id).slice(0, limit),
    terms: new Set(chosen.map(({ term }) => term)),
  };
}

function worthOf({ term, frequency }: Expansion, counts: ReadonlyMap<string, number>, live: number): number {
  return Math.log1p(counts.get(term) ?? 0) * Math.log(1 + live / frequency);
}
