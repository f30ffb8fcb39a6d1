/** Answers a query on one snapshot. */
import type { Paper } from '@/utils/paper';
import type { Sort } from '@/utils/query/query-tree';
import type { Snapshot } from '../page/snapshot';
import { evaluate, type Leaves, type Match, wordsMatched } from './evaluate';
import { type Expansion, expand } from './expand';
import { filterDocuments, sortKeys } from './filters';
import { hasPhrase } from './phrases';
import type { Filter, Node, Plan } from './plan';
import { postingKeys, type Scorer } from './score';
import { topDocuments } from './top';

/** What a pass found. */
export interface Found {
  /** The best papers, by id. `key` is what they are sorted by. */
  top: { id: string; key: number }[];
  total: number;
  /** Marks all that were found, by document. */
  hits: Uint8Array;
  /** The terms that words of the query stand for. */
  terms: ReadonlySet<string>;
}

export interface Wish {
  limit: number;
  sort: Sort;
  signal?: AbortSignal | undefined;
  /** Documents that are already known, so that only others are wanted. */
  known?: Uint8Array;
}

export type ReadPapers = (ids: readonly string[]) => Promise<(Paper | undefined)[]>;

/** Papers whose text is looked through for phrases in one go. */
const BATCH = 200;

/** The documents that a plan finds. Throws the signal's reason once it is aborted. */
export async function findDocuments(
  snapshot: Snapshot,
  scorer: Scorer,
  plan: Plan,
  wish: Wish,
  read: ReadPapers,
): Promise<Found> {
  await snapshot.prepare();
  const expansions = await expand(snapshot, plan.words);
  wish.signal?.throwIfAborted();
  const [held, filters] = await Promise.all([
    snapshot.chunks.hold(postingKeys(snapshot, expansions.flat())),
    filtered(snapshot, plan.filters),
    scorer.prepare(masksIn(plan.root)),
  ]);
  wish.signal?.throwIfAborted();
  const phrases: (Uint8Array | undefined)[] = [];
  const borrowed: Float64Array[] = [];
  const leaves: Leaves = {
    term(word, mask) {
      const match = { hits: new Uint8Array(snapshot.size), scores: scorer.borrow() };
      borrowed.push(match.scores);
      scorer.score(held, expansions[word] ?? [], mask, match.scores, match.hits);
      return match;
    },
    // Until the texts were looked through: all that is possible.
    phrase: (phrase, negated) =>
      phrases[phrase]?.slice() ?? new Uint8Array(snapshot.size).fill(negated ? 0 : 1),
    filter: (filter) => filters.get(filter) ?? new Uint8Array(snapshot.size),
  };
  let match = evaluate(snapshot, plan.root, leaves);
  if (plan.phrases.length > 0) {
    const possible = match.hits;
    for (const [number, phrase] of plan.phrases.entries()) {
      const { hits } = evaluate(snapshot, phrase.candidates, leaves);
      for (let doc = 0; doc < hits.length; doc++) if (possible[doc] !== 1) hits[doc] = 0;
      phrases[number] = await verified(
        snapshot,
        hits,
        (paper) => hasPhrase(paper, phrase),
        read,
        wish.signal,
      );
    }
    match = evaluate(snapshot, plan.root, leaves);
  }
  const found = await ranked(snapshot, plan, match, wish, expansions);
  scorer.giveBack(borrowed);
  return found;
}

async function ranked(
  snapshot: Snapshot,
  plan: Plan,
  match: Match,
  wish: Wish,
  expansions: readonly Expansion[][],
): Promise<Found> {
  const { hits, scores } = match;
  const { known } = wish;
  let total = 0;
  for (let doc = 0; doc < hits.length; doc++) {
    if (known?.[doc] === 1) hits[doc] = 0;
    else total += hits[doc] as number;
  }
  let keys = await sortKeys(snapshot, plan.ranked || wish.sort !== 'relevance' ? wish.sort : 'saved');
  let factor = 1; // where it is the same for all, it does not change their order
  if (!keys && scores) {
    keys = scores;
    if (typeof match.bits === 'number') factor = Math.max(1, wordsMatched(match, 0));
    else
      for (let doc = 0; doc < hits.length; doc++)
        if (hits[doc] === 1) scores[doc] = (scores[doc] as number) * Math.max(1, wordsMatched(match, doc));
  }
  const best = await topDocuments(snapshot, hits, keys, wish.limit);
  const top = best.map(({ id, key }) => ({ id, key: key * factor }));
  const positive = [...plan.positive].flatMap((word) => expansions[word] ?? []);
  return { top, total, hits, terms: new Set(positive.map(({ term }) => term)) };
}

async function filtered(
  snapshot: Snapshot,
  filters: readonly Filter[],
): Promise<ReadonlyMap<Filter, Uint8Array>> {
  const hits = await Promise.all(filters.map((filter) => filterDocuments(snapshot, filter)));
  return new Map(filters.map((filter, index) => [filter, hits[index] ?? new Uint8Array(0)]));
}

/** Those of the marked documents whose papers pass the test. */
async function verified(
  snapshot: Snapshot,
  hits: Uint8Array,
  test: (paper: Paper) => boolean,
  read: ReadPapers,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const docs: number[] = [];
  for (let doc = hits.indexOf(1); doc >= 0; doc = hits.indexOf(1, doc + 1)) docs.push(doc);
  const passed = new Uint8Array(hits.length);
  for (let from = 0; from < docs.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = docs.slice(from, from + BATCH);
    const papers = await read(await snapshot.ids(batch));
    for (const [index, doc] of batch.entries()) {
      const paper = papers[index];
      if (paper && test(paper)) passed[doc] = 1;
    }
  }
  return passed;
}

/** All fields that terms are looked for in. */
function masksIn(node: Node): number {
  if (node.kind === 'term') return node.mask;
  if (node.kind === 'not') return masksIn(node.node);
  if (node.kind === 'and' || node.kind === 'or')
    return node.nodes.reduce((mask, inner) => mask | masksIn(inner), 0);
  return 0;
}
