/** A paper's nearest ones by the rarest words that they share: the same postings, no model. */
import type { Paper } from '@/utils/paper/schema';
import { queryTerms, tokenise } from '@/utils/text/tokens';
import { textsOf } from '../segment/document';
import { FIELDS } from '../segment/segment';
import type { Snapshot } from '../snapshot/snapshot';
import { type Expansion, expand } from './expand';
import type { Scorer } from './score';
import { postingKeys } from './sources';
import { topDocuments } from './top';

/** Terms of the paper that are looked for. */
const MOST_TERMS = 16;
/** Where likeness is looked for: what a paper says, not who wrote it or where it is. */
const ABOUT = ['title', 'abstract', 'tags'] as const;
const MASK = ABOUT.reduce((mask, field) => mask | (1 << FIELDS.indexOf(field)), 0);

/**
 * The commonest words of English abstracts that say nothing of what a paper is about (309 real ones, 2026-11-22). Some
 * hundred papers tell these words by their number; in a library of ten they are as rare as others.
 */
const EMPTY = new Set(
  `a about above achieve across additionally address after again against al all already also although always am
  among an and another any approach approaches are art as at available based be because been before being below
  better between beyond both but by can cannot code com compared could demonstrate did different do does doing
  done down due during each effective effectiveness either else established et etc even ever every existing
  experiments extensive few find first for from further furthermore github had has have having he hence her
  here high his how however https if in including instead into introduce is it its itself just known large last
  less let low many may me method methods might more moreover most much must my near neither never nevertheless
  new no nor not novel now number of off often on once one only onto or other others our ours out outperform
  over own paper per performance present problem propose proposed provide rather recent result results same
  second several shall she should show significant since so some still study such than that the their theirs
  them themselves then there thereby therefore these they third this those though three through throughout thus
  to together too toward towards two under until up upon us use used using various versus very via vs was we
  well were what when where whereas whether which while who whom whose why will with within without work would
  yet you your`.split(/\s+/),
);
/** Pairs of hiragana are endings and particles. */
const GRAMMAR = /^\p{scx=Hira}+$/u;

/** The `limit` papers most like this one, and the terms by which they were found, the most telling first. */
export async function similarDocuments(
  snapshot: Snapshot,
  scorer: Scorer,
  paper: Paper,
  limit: number,
): Promise<{ top: { id: string }[]; terms: ReadonlySet<string> }> {
  await snapshot.prepare();
  const counts = tellingTerms(paper);
  const [found, places] = await Promise.all([
    expand(
      snapshot,
      [...counts.keys()].map((term) => ({ term, prefix: false, fuzzy: false })),
    ),
    snapshot.find([paper.id]),
    scorer.prepare(MASK),
  ]);
  const ranked = found
    .flat()
    .map((expansion) => ({ expansion, worth: worthOf(expansion, counts, snapshot.live) }))
    .sort((a, b) => b.worth - a.worth || (a.expansion.term < b.expansion.term ? -1 : 1))
    .map(({ expansion }) => expansion);
  // A term that this paper alone has leads nowhere; one that a fifth of all have tells nothing.
  const most = Math.max(4, snapshot.live / 5);
  const own = places.get(paper.id);
  const chosen: Expansion[] = [];
  const held = new Map<string, Uint8Array>();
  for (let from = 0; from < ranked.length && chosen.length < MOST_TERMS; from += MOST_TERMS) {
    const next = ranked.slice(from, from + MOST_TERMS);
    await snapshot.chunks.hold(postingKeys(snapshot, next), held);
    for (const expansion of next) {
      const others = scorer.score(held, [expansion], MASK).docs.filter((doc) => doc !== own).length;
      if (others > 0 && others <= most && chosen.length < MOST_TERMS) chosen.push(expansion);
    }
  }
  const { docs, scores } = scorer.score(held, chosen, MASK);
  const top = await topDocuments(snapshot, docs, scores, limit + 1);
  return {
    top: top.filter(({ id }) => id !== paper.id).slice(0, limit),
    terms: new Set(chosen.map(({ term }) => term)),
  };
}

/** Those of the terms, in their order, that tell what a paper is about. */
export function sharedTerms(paper: Paper, terms: ReadonlySet<string>): Set<string> {
  const own = new Set(
    ABOUT.flatMap((field) => textsOf(paper, field).flatMap((text) => tokenise(text).map(({ term }) => term))),
  );
  return new Set([...terms].filter((term) => own.has(term)));
}

/** What a paper says, by how often; a compound by its parts, for the word that these make is nowhere to be read. */
function tellingTerms(paper: Paper): Map<string, number> {
  const counts = new Map<string, number>();
  for (const field of ABOUT)
    for (const term of textsOf(paper, field).flatMap(queryTerms))
      if (isTelling(term)) counts.set(term, (counts.get(term) ?? 0) + (field === 'abstract' ? 1 : 2));
  return counts;
}

function isTelling(term: string): boolean {
  return /.\p{L}|\p{L}./u.test(term) && !EMPTY.has(term) && !GRAMMAR.test(term);
}

function worthOf({ term, frequency }: Expansion, counts: ReadonlyMap<string, number>, live: number): number {
  return Math.log1p(counts.get(term) ?? 0) * Math.log(1 + live / frequency);
}
