/** Finds similar papers by the rarest words that they share with a paper. It uses the same postings, and no model. */
import type { Paper } from '@/utils/paper/schema';
import { isFunctionWord } from '@/utils/text/function-words';
import { stemOf } from '@/utils/text/stem';
import { queryTerms, tokenise } from '@/utils/text/tokens';
import { fieldTexts } from '../families/papers-index';
import { type Expansion, expand } from '../query/expand';
import { holdPostings } from '../query/hold-postings';
import { lookUp } from '../query/look-up';
import { topDocuments } from '../query/top';
import type { Snapshot } from '../snapshot/snapshot';
import { type FieldWeights, type RankOptions, Ranks, rarityOf } from './rank-words';

/** How many of the paper's words are searched. */
const MOST_WORDS = 30;
/** The fields that say what a paper is about, and how often a word in each is counted. */
const ABOUT = { title: 3, abstract: 1, tags: 3, authors: 3 } as const;
type AboutField = keyof typeof ABOUT;
const ABOUT_FIELDS = Object.keys(ABOUT) as AboutField[];
const FIELDS: FieldWeights = {
  title: { boost: 4, b: 0.6 },
  abstract: { boost: 1, b: 0.6 },
  authors: { boost: 3, b: 0.6 },
  tags: { boost: 3, b: 0.6 },
  note: { boost: 0, b: 0 },
  identifiers: { boost: 0, b: 0 },
};
const OPTIONS: RankOptions = { fields: FIELDS, form: 0.7, exact: 0, delta: 0 };

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
  paper: Paper,
  limit: number,
): Promise<{ top: { id: string }[]; terms: ReadonlySet<string> }> {
  await snapshot.prepare();
  const [words, documents] = await Promise.all([tellingWords(snapshot, paper), snapshot.find([paper.id])]);
  const among = new Uint8Array(snapshot.size).fill(1);
  const own = documents.get(paper.id);
  if (own !== undefined) among[own] = 0;
  const ranks = await Ranks.over(snapshot, among, OPTIONS);
  const held = await holdPostings(
    snapshot,
    words.flatMap(({ expansions }) => expansions),
  );
  for (const word of words) ranks.add(held, word, 32);
  const keys = Float64Array.from(ranks.docs, (doc) => ranks.scores[doc] as number);
  const top = await topDocuments(snapshot, Uint32Array.from(ranks.docs), keys, limit);
  return { top, terms: new Set(words.flatMap(({ expansions }) => expansions.map(({ term }) => term))) };
}

interface TellingWord {
  expansions: Expansion[];
  exact: ReadonlySet<string>;
  weight: number;
}

/** The words of a paper that tell most about it, the most significant first. */
async function tellingWords(snapshot: Snapshot, paper: Paper): Promise<TellingWord[]> {
  const own = significantWords(paper);
  const known = await lookUp(
    snapshot,
    [...own.values()].flatMap(({ terms }) => [...terms]),
  );
  // A word that no other paper has finds nothing; one that a fifth of all papers have says nothing.
  const most = Math.max(4, snapshot.live / 5);
  const best = [...own.values()]
    .map((word) => {
      const frequency = Math.max(...[...word.terms].map((term) => known.get(term)?.frequency ?? 0));
      return { ...word, frequency, worth: word.weight * rarityOf(snapshot.live, frequency) };
    })
    .filter(({ frequency }) => frequency > 0 && frequency <= most)
    .sort((a, b) => b.worth - a.worth || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_WORDS);
  const forms = await expand(
    snapshot,
    best.map(({ terms: [term = ''] }) => ({ term, forms: true, prefix: false, fuzzy: false })),
  );
  return best.map(({ terms, weight }, index) => {
    const found = new Map((forms[index] ?? []).map((one) => [one.term, one]));
    for (const term of terms) {
      const one = known.get(term);
      if (one) found.set(term, one);
    }
    return { expansions: [...found.values()], exact: new Set(terms), weight };
  });
}

/** Those of the terms, in their order, that a paper has in the fields that say what it is about. */
export function sharedTerms(paper: Paper, terms: ReadonlySet<string>): Set<string> {
  const own = new Set(
    ABOUT_FIELDS.flatMap((field) =>
      fieldTexts(paper, field).flatMap((text) => tokenise(text).map(({ term }) => term)),
    ),
  );
  return new Set([...terms].filter((term) => own.has(term)));
}

interface SignificantWord {
  stem: string;
  terms: string[];
  /** What it counts before its rarity is known. */
  weight: number;
}

/** A paper's significant words by stem. Compounds are split, as their joined form is not in the text. */
function significantWords(paper: Paper): Map<string, SignificantWord> {
  const words = new Map<string, SignificantWord & { count: number }>();
  for (const field of ABOUT_FIELDS)
    for (const term of fieldTexts(paper, field).flatMap(queryTerms)) {
      if (!isSignificant(term)) continue;
      const stem = stemOf(term);
      const word = words.get(stem) ?? { stem, terms: [], weight: 0, count: 0 };
      words.set(stem, word);
      word.count += ABOUT[field];
      word.weight = 1 + Math.log(word.count);
      if (!word.terms.includes(term)) word.terms.push(term);
    }
  return words;
}

function isSignificant(term: string): boolean {
  return /.\p{L}|\p{L}./u.test(term) && !isFunctionWord(term) && !STOP_WORDS.has(term) && !GRAMMAR.test(term);
}
