/** Answers a query on one snapshot. */
import type { Paper } from '@/utils/paper/schema';
import type { Sort } from '@/utils/query/query-tree';
import type { Snapshot } from '../snapshot/snapshot';
import { evaluate, type Leaves, type Match, weighed, without } from './evaluate';
import { type Expansion, expand } from './expand';
import { filterDocuments, sortKeys } from './filters';
import { hasPhrase } from './phrases';
import type { Filter, Node, Plan } from './plan';
import type { Scorer } from './score';
import { postingKeys, postingsOf } from './sources';
import { topDocuments } from './top';

/** What a pass found. */
export interface Found {
  /** The best papers, by id. `key` is what they are sorted by. */
  top: { id: string; key: number }[];
  total: number;
  /** All that were found. */
  docs: Uint32Array;
  /** The terms that words of the query stand for. */
  terms: ReadonlySet<string>;
}

export interface Wish {
  limit: number;
  sort: Sort;
  signal?: AbortSignal | undefined;
  /** Documents that are already known, so that only others are wanted. */
  known?: Uint32Array;
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
  const [expansions, filters] = await Promise.all([
    expand(snapshot, plan.words),
    filtered(snapshot, plan.filters),
    scorer.prepare(masksIn(plan.root)),
  ]);
  wish.signal?.throwIfAborted();
  const held = await snapshot.chunks.hold(postingKeys(snapshot, expansions.flat()));
  wish.signal?.throwIfAborted();
  const phrases: (Uint8Array | undefined)[] = [];
  const leaves: Leaves = {
    term: (word, mask, among) => scorer.score(held, expansions[word] ?? [], mask, among),
    postings: (word) => postingsOf(expansions[word] ?? []),
    // Until the texts were looked through: all that is possible.
    phrase: (phrase, negated) => phrases[phrase] ?? new Uint8Array(snapshot.size).fill(negated ? 0 : 1),
    filter: (filter) => filters.get(filter) ?? new Uint8Array(snapshot.size),
  };
  let match = evaluate(snapshot, plan.root, leaves);
  if (plan.phrases.length > 0) {
    const possible = match.docs;
    for (const [number, phrase] of plan.phrases.entries()) {
      const { docs } = snapshot.tables.among(possible, (among) =>
        evaluate(snapshot, phrase.candidates, leaves, among),
      );
      const test = (paper: Paper) => hasPhrase(paper, phrase);
      phrases[number] = await verified(snapshot, docs, test, read, wish.signal);
    }
    match = evaluate(snapshot, plan.root, leaves);
  }
  return ranked(snapshot, plan, match, wish, expansions);
}

async function ranked(
  snapshot: Snapshot,
  plan: Plan,
  match: Match,
  wish: Wish,
  expansions: readonly Expansion[][],
): Promise<Found> {
  const column = await sortKeys(snapshot, plan.ranked || wish.sort !== 'relevance' ? wish.sort : 'saved');
  const found = wish.known ? without(snapshot, match, wish.known) : match;
  const { docs } = found;
  const top = await topDocuments(
    snapshot,
    docs,
    column ? valuesAt(column, docs) : weighed(found),
    wish.limit,
  );
  const positive = [...plan.positive].flatMap((word) => expansions[word] ?? []);
  return { top, total: docs.length, docs, terms: new Set(positive.map(({ term }) => term)) };
}

function valuesAt(column: Float64Array, docs: Uint32Array): Float64Array {
  const values = new Float64Array(docs.length);
  for (let place = 0; place < docs.length; place++) values[place] = column[docs[place] as number] as number;
  return values;
}

async function filtered(
  snapshot: Snapshot,
  filters: readonly Filter[],
): Promise<ReadonlyMap<Filter, Uint8Array>> {
  const hits = await Promise.all(filters.map((filter) => filterDocuments(snapshot, filter)));
  return new Map(filters.map((filter, index) => [filter, hits[index] ?? new Uint8Array(0)]));
}

/** Marks those of the documents whose papers pass the test. */
async function verified(
  snapshot: Snapshot,
  docs: Uint32Array,
  test: (paper: Paper) => boolean,
  read: ReadPapers,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const passed = new Uint8Array(snapshot.size);
  for (let from = 0; from < docs.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = [...docs.subarray(from, from + BATCH)];
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
