/** Finds similar papers by the rarest words that they share with a paper. It uses the same postings, and no model. */
import type { Paper } from '@/utils/paper/schema';
import { queryTerms, tokenise } from '@/utils/text/tokens';
import { fieldMask, fieldTexts } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';
import { type Expansion, expand } from './expand';
import { holdPostings } from './hold-postings';
import type { Scorer } from './score';
import { topDocuments } from './top';

/** How many of the paper's terms are searched. */
const MOST_TERMS = 16;
/** The fields that say what a paper is about. */
const ABOUT = ['title', 'abstract', 'tags'] as const;
const MASK = fieldMask(ABOUT);

/**
 * Stop words: the commonest words of English abstracts that do not say what a paper is about (from 309 real abstracts,
 * 2026-11-22). In a library of some hundred papers their frequency shows it; in a library of ten they are as rare as
 * others.
 */
const STOP_WORDS = new Set(
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
/** Pairs of hiragana: grammatical endings and particles. */
const GRAMMAR = /^\p{scx=Hira}+$/u;

/** The `limit` papers most similar to this one, and the terms by which they were found, the most significant first. */
export async function similarDocuments(
  snapshot: Snapshot,
  scorer: Scorer,
  paper: Paper,
  limit: number,
): Promise<{ top: { id: string }[]; terms: ReadonlySet<string> }> {
  await snapshot.prepare();
  const counts = significantTerms(paper);
  const [found, documents] = await Promise.all([
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
  // A term that no other paper has finds nothing; one that a fifth of all papers have says nothing.
  const most = Math.max(4, snapshot.live / 5);
  const own = documents.get(paper.id);
  const chosen: Expansion[] = [];
  const held = new Map<string, Uint8Array>();
  for (let from = 0; from < ranked.length && chosen.length < MOST_TERMS; from += MOST_TERMS) {
    const next = ranked.slice(from, from + MOST_TERMS);
    await holdPostings(snapshot, next, held);
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

/** Those of the terms, in their order, that a paper has in the fields that say what it is about. */
export function sharedTerms(paper: Paper, terms: ReadonlySet<string>): Set<string> {
  const own = new Set(
    ABOUT.flatMap((field) =>
      fieldTexts(paper, field).flatMap((text) => tokenise(text).map(({ term }) => term)),
    ),
  );
  return new Set([...terms].filter((term) => own.has(term)));
}

/** A paper's significant terms, and how much each counts. Compounds are split, as their joined form is not in the text. */
function significantTerms(paper: Paper): Map<string, number> {
  const counts = new Map<string, number>();
  for (const field of ABOUT)
    for (const term of fieldTexts(paper, field).flatMap(queryTerms))
      if (isSignificant(term)) counts.set(term, (counts.get(term) ?? 0) + (field === 'abstract' ? 1 : 2));
  return counts;
}

function isSignificant(term: string): boolean {
  return /.\p{L}|\p{L}./u.test(term) && !STOP_WORDS.has(term) && !GRAMMAR.test(term);
}

function worthOf({ term, frequency }: Expansion, counts: ReadonlyMap<string, number>, live: number): number {
  return Math.log1p(counts.get(term) ?? 0) * Math.log(1 + live / frequency);
}
