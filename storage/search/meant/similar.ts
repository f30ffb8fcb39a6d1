/** Finds similar papers by the rarest words that they share with a paper. It uses the same postings, and no model. */
import type { Paper } from '@/utils/paper/schema';
import { fieldTexts } from '@/utils/paper/searched-texts';
import { isFunctionWord } from '@/utils/text/function-words';
import { stemOf } from '@/utils/text/stem';
import { queryTerms, tokenise } from '@/utils/text/tokens';
import { fieldMask } from '../families/papers-index';
import { expand } from '../query/expand';
import { holdPostings } from '../query/hold-postings';
import { lookUp } from '../query/look-up';
import { topDocuments } from '../query/top';
import type { Snapshot } from '../snapshot/snapshot';
import { type FieldWeights, type RankedWord, type RankOptions, Ranks } from './rank-words';

/** How many of the paper's words are searched. */
const MOST_WORDS = 30;
/** The fields that say what a paper is about, and how often a word in each is counted. */
const ABOUT = { title: 3, abstract: 1, tags: 3, authors: 3 } as const; // who wrote about something writes about it again
const ABOUT_FIELDS = ['title', 'abstract', 'tags', 'authors'] as const;
const FIELDS: FieldWeights = {
  title: { boost: 4, b: 0.6 },
  abstract: { boost: 1, b: 0.6 },
  authors: { boost: 3, b: 0.6 },
  tags: { boost: 3, b: 0.6 },
  note: { boost: 0, b: 0 },
  identifiers: { boost: 0, b: 0 },
  places: { boost: 0, b: 0 },
  people: { boost: 0, b: 0 },
};
const MASK = fieldMask(ABOUT_FIELDS);
const OPTIONS: RankOptions = { fields: FIELDS, form: 0.4, exact: 0, delta: 0 };

/**
 * Besides function words: the commonest words of English abstracts that do not say what a paper is about (from 309 real
 * abstracts, 2026-11-22). In a library of some hundred papers their frequency shows it; in a library of ten they are as
 * rare as others.
 */
const ABSTRACT_WORDS = new Set(
  `achieve additionally address al approach approaches art available based better beyond code com compared
  demonstrate different down due effective effectiveness established et even existing experiments extensive find
  first furthermore github high https including introduce known large last let low method methods nevertheless
  new novel number ours outperform paper performance present problem propose proposed provide recent result
  results second show significant still study theirs themselves third three throughout use used using various vs
  work`.split(/\s+/),
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
  const others = new Uint8Array(snapshot.size).fill(1);
  const own = (await snapshot.find([paper.id])).get(paper.id);
  if (own !== undefined) others[own] = 0;
  const ranks = await Ranks.over(snapshot, others, OPTIONS);
  const held = new Map<string, Uint8Array>();
  const words = await tellingWords(snapshot, ranks, held, significantWords(paper));
  for (const word of words) ranks.add(held, word, 32);
  const keys = Float64Array.from(ranks.docs, (doc) => ranks.scores[doc] as number);
  const top = await topDocuments(snapshot, Uint32Array.from(ranks.docs), keys, limit);
  return { top, terms: new Set(words.flatMap(({ expansions }) => expansions.map(({ term }) => term))) };
}

/** Those of a paper's words that tell most, with their forms in other papers. `held` gets their postings. */
async function tellingWords(
  snapshot: Snapshot,
  ranks: Ranks,
  held: Map<string, Uint8Array>,
  own: readonly SignificantWord[],
): Promise<(SignificantWord & RankedWord)[]> {
  const known = await lookUp(
    snapshot,
    own.flatMap(({ terms }) => terms),
  );
  const ranked = own
    .map((word) => {
      const frequency = Math.max(...word.terms.map((term) => known.get(term)?.frequency ?? 0));
      return { ...word, worth: frequency > 0 ? word.weight * Math.log(1 + snapshot.live / frequency) : 0 };
    })
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.stem < b.stem ? -1 : 1));
  // A word that no other paper has finds nothing; one that a fifth of all papers have says nothing.
  const most = Math.max(4, snapshot.live / 5);
  const chosen: (SignificantWord & RankedWord)[] = [];
  for (let from = 0; from < ranked.length && chosen.length < MOST_WORDS; from += MOST_WORDS) {
    const next = ranked.slice(from, from + MOST_WORDS);
    const forms = await expand(
      snapshot,
      next.map(({ terms: [term = ''] }) => ({ term, forms: true, prefix: false, fuzzy: false })),
    );
    const found = next.map((word, index) => {
      const all = new Map((forms[index] ?? []).map((one) => [one.term, one]));
      for (const term of word.terms) {
        const one = known.get(term);
        if (one) all.set(term, one);
      }
      return { ...word, expansions: [...all.values()], exact: new Set(word.terms) };
    });
    await holdPostings(
      snapshot,
      found.flatMap(({ expansions }) => expansions),
      held,
    );
    for (const word of found) {
      const elsewhere = word.expansions.filter((one) => ranks.count(held, [one], MASK) > 0);
      const papers = ranks.count(held, elsewhere, MASK);
      if (papers > 0 && papers <= most && chosen.length < MOST_WORDS)
        // What tells most counts more than its rarity says (nDCG on CACM's odd papers: 0.351 to 0.354).
        chosen.push({
          ...word,
          weight: word.weight * Math.sqrt(word.worth),
          expansions: elsewhere,
          fields: MASK,
        });
    }
  }
  return chosen;
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

/** What a paper is about and who wrote it, by word. Compounds are split, as their joined form is not in the text. */
function significantWords(paper: Paper): SignificantWord[] {
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
  return [...words.values()];
}

function isSignificant(term: string): boolean {
  return (
    /.\p{L}|\p{L}./u.test(term) && !isFunctionWord(term) && !ABSTRACT_WORDS.has(term) && !GRAMMAR.test(term)
  );
}
