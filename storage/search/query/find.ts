/** Finds and ranks the documents of a snapshot for a plan. */
import type { Sort } from '@/utils/query/query-tree';
import { fieldMask } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';
import { evaluate, type Leaves, type Match, weighed, without } from './evaluate';
import { type Expansion, expand } from './expand';
import { filterDocuments, sortKeys } from './filters';
import { type GroupedKeys, type Grouping, groupedKeys } from './groups';
import { holdPostings, postingsOf } from './hold-postings';
import { phraseDocuments, type ReadPapers } from './phrases';
import { fieldsIn, type Plan } from './plan';
import type { Scorer } from './score';
import { topDocuments } from './top';

/** Few words are found in these fields. Their lengths are read only for those, so that the first query reads less. */
const SELDOM = fieldMask(['places', 'people']);

export interface Found {
  /** The ids of the best papers, and the keys that they are sorted by. */
  top: { doc: number; id: string; key: number }[];
  total: number;
  /** All documents found, and what they are sorted by. */
  docs: Uint32Array;
  keys: Float64Array;
  /** The group of a key, if they are grouped. */
  groupOf?: GroupedKeys['groupOf'] | undefined;
  /** The terms that the query's words stand for. */
  terms: ReadonlySet<string>;
}

export interface DocumentOptions {
  limit: number;
  sort: Sort;
  group?: Grouping | undefined;
  signal?: AbortSignal | undefined;
  /** Documents to leave out because they are already known. */
  known?: Uint32Array;
}

/** The documents that a plan finds. Throws the signal's reason once it is aborted. */
export async function findDocuments(
  snapshot: Snapshot,
  scorer: Scorer,
  plan: Plan,
  options: DocumentOptions,
  read: ReadPapers,
): Promise<Found> {
  await snapshot.prepare();
  const fields = fieldsIn(plan.root);
  const [expansions, filters] = await Promise.all([
    expand(snapshot, plan.words),
    filterDocuments(snapshot, plan.filters),
    scorer.prepare(fields & ~SELDOM),
  ]);
  options.signal?.throwIfAborted();
  const [held] = await Promise.all([
    holdPostings(snapshot, expansions.flat()),
    scorer.prepare(fields & fieldsOf(expansions.flat())),
  ]);
  options.signal?.throwIfAborted();
  const phrases: (Uint8Array | undefined)[] = [];
  const leaves: Leaves = {
    term: (word, mask, among) => scorer.score(held, expansions[word] ?? [], mask, among),
    postings: (word) => postingsOf(expansions[word] ?? []),
    // Before the papers are read, every candidate may have the phrase.
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
      phrases[number] = await phraseDocuments(snapshot, docs, phrase, read, options.signal);
    }
    match = evaluate(snapshot, plan.root, leaves);
  }
  return ranked(snapshot, plan, match, options, expansions);
}

/** The fields that terms are in, as bits. */
function fieldsOf(expansions: readonly Expansion[]): number {
  let fields = 0;
  for (const { ranges } of expansions) for (const { mask } of ranges) fields |= mask;
  return fields;
}

/** How many documents a query finds as written, with those that it finds by other spellings, which `fuzzy` plans for. */
export async function countDocuments(
  snapshot: Snapshot,
  scorer: Scorer,
  { written, fuzzy }: { written: Plan; fuzzy: Plan },
  read: ReadPapers,
): Promise<number> {
  const options = { limit: 0, sort: 'relevance' } as const;
  const { docs, total } = await findDocuments(snapshot, scorer, written, options, read);
  if (!fuzzy.words.some((word) => word.fuzzy)) return total;
  const others = await findDocuments(snapshot, scorer, fuzzy, { ...options, known: docs }, read);
  return total + others.total;
}

async function ranked(
  snapshot: Snapshot,
  plan: Plan,
  match: Match,
  options: DocumentOptions,
  expansions: readonly Expansion[][],
): Promise<Found> {
  const found = options.known ? without(snapshot, match, options.known) : match;
  const { docs } = found;
  const sort = plan.ranked || options.sort !== 'relevance' ? options.sort : 'saved';
  const sorted = (await sortKeys(snapshot, sort, docs)) ?? weighed(found);
  const { keys, groupOf } = options.group
    ? await groupedKeys(snapshot, options.group, docs, sorted)
    : { keys: sorted };
  const top = await topDocuments(snapshot, docs, keys, options.limit);
  const positive = [...plan.positive].flatMap((word) => expansions[word] ?? []);
  return { top, total: docs.length, docs, keys, groupOf, terms: new Set(positive.map(({ term }) => term)) };
}
