/**
 * Papers that have most of a query's plain words, for when too few have all of them. Half-remembered words and questions
 * pull in opposite directions: of few words a paper should have nearly all, of many only those that tell something.
 * README.md says where the figures come from.
 */
import type { Paper } from '@/utils/paper/schema';
import type { Query } from '@/utils/query/query-tree';
import { type Found, findDocuments } from '../query/find';
import { holdPostings } from '../query/hold-postings';
import type { ReadPapers } from '../query/phrases';
import { planQuery } from '../query/plan';
import type { Scorer } from '../query/score';
import { topDocuments } from '../query/top';
import type { Snapshot } from '../snapshot/snapshot';
import { furtherWords } from './feedback';
import { nearness, neighboursIn } from './nearness';
import { asksOnly, isEmptyWord, type PlainWord, type PlainWords, plainWords } from './plain-words';
import { type FieldWeights, type RankedWord, type RankOptions, Ranks } from './rank-words';
import { type FoundWord, saidOften, termsOfWords } from './word-terms';

export interface Meant extends Found {
  /** For each paper's id, the words that it has not, as typed; of long texts none are told. */
  missing: ReadonlyMap<string, readonly string[]>;
}

export interface MeantOptions {
  limit: number;
  /** Documents that are shown already. */
  known: readonly Uint32Array[];
  signal?: AbortSignal | undefined;
}

const FIELDS: FieldWeights = {
  title: { boost: 5, b: 0.4 },
  abstract: { boost: 1, b: 0.5 },
  authors: { boost: 2, b: 0.3 },
  tags: { boost: 3, b: 0.3 },
  note: { boost: 1, b: 0.5 },
  identifiers: { boost: 1, b: 0 },
  places: { boost: 1, b: 0.3 },
  people: { boost: 1, b: 0.3 },
};
/** A query of more different words is a question or a text. */
const FEW = 4;
const FOR_FEW: RankOptions = { fields: FIELDS, form: 0.1, exact: 1, delta: 0.5 };
const FOR_MANY: RankOptions = { fields: FIELDS, form: 0.7, exact: 0.5, delta: 0 };
/** Of few words, so much of their rarity must be there. */
const LEAST_SHARE = 0.4;
/** Of few words, what a paper lacks lowers its score. */
const SHARE_POWER = 0.25;
/** Papers whose text is read. */
const READ = 100;
/** Papers that are taken for good answers, and those that they put into another order. */
const GOOD = 8;
const REORDERED = 200;

/**
 * The best papers with most of the plain words of a query; undefined if it has fewer than two. Conditions always hold, but
 * if nothing at all is found for a text of many words, its phrases are plain words, too. Throws the signal's reason once it
 * is aborted.
 */
export async function findMeant(
  snapshot: Snapshot,
  scorer: Scorer,
  query: Query,
  options: MeantOptions,
  read: ReadPapers,
): Promise<Meant | undefined> {
  const words = plainWords(query);
  if (words.words.length < 2) return undefined;
  const found = await withWords(snapshot, scorer, words, options, read);
  if (found.total > 0 || options.known.some(({ length }) => length > 0)) return found;
  const text = plainWords(query, true);
  if (isShort(text.words) || text.words.length === words.words.length) return found;
  return withWords(snapshot, scorer, text, options, read);
}

function isShort(words: readonly PlainWord[]): boolean {
  return words.filter((word) => !isEmptyWord(word)).length <= FEW;
}

async function withWords(
  snapshot: Snapshot,
  scorer: Scorer,
  { words, conditions, order }: PlainWords,
  { limit, known, signal }: MeantOptions,
  read: ReadPapers,
): Promise<Meant> {
  await snapshot.prepare();
  const asked = words.filter((word) => !isEmptyWord(word));
  const few = isShort(words);
  const found = await termsOfWords(snapshot, asked.length > 0 && !few ? asked : words);
  signal?.throwIfAborted();
  const among = await allowed();
  const ranks = await Ranks.over(snapshot, among, few ? FOR_FEW : FOR_MANY);
  const counted = found.filter((word) => asked.length === 0 || counts(word));
  const held = await holdPostings(
    snapshot,
    counted.flatMap(({ expansions }) => expansions),
  );
  signal?.throwIfAborted();
  const rarities = new Map<string, number>();
  for (const [bit, word] of counted.entries()) rarities.set(word.stem, ranks.add(held, weighed(word), bit));
  const telling = counted.filter((word) => !isEmptyWord(word) || rarities.get(word.stem));
  const mass = massOf(telling.map(({ stem }) => rarities.get(stem) ?? 0));
  const docs = few
    ? ranks.docs.filter((doc) => (ranks.mass[doc] as number) >= LEAST_SHARE * mass)
    : ranks.docs;
  if (few)
    for (const doc of docs)
      ranks.scores[doc] = (ranks.scores[doc] as number) * ((ranks.mass[doc] as number) / mass) ** SHARE_POWER;
  const best = await bestOf(docs, Math.max(limit, REORDERED));
  await addNearness(best.slice(0, READ));
  best.sort(byScore);
  if (!few) await addFurther();
  const top = best
    .sort(byScore)
    .slice(0, limit)
    .map(({ doc, id }) => ({ doc, id, key: ranks.scores[doc] as number }));
  return {
    top,
    total: top.length,
    docs: Uint32Array.from(top, ({ doc }) => doc),
    keys: Float64Array.from(top, ({ key }) => key),
    terms: new Set(counted.flatMap(({ expansions }) => expansions.map(({ term }) => term))),
    missing: new Map(top.map(({ doc, id }) => [id, missingIn(doc)])),
  };

  /** Marks what meets the conditions and is not shown already. */
  async function allowed(): Promise<Uint8Array> {
    const plan = planQuery(conditions, false);
    const { docs } = await findDocuments(snapshot, scorer, plan, { limit: 0, sort: 'saved', signal }, read);
    const marks = new Uint8Array(snapshot.size);
    for (const doc of docs) marks[doc] = 1;
    for (const shown of known) for (const doc of shown) marks[doc] = 0;
    return marks;
  }

  /** Of few words, those that hold a sentence together count unless nearly every paper has them. */
  function counts(word: FoundWord): boolean {
    const most = word.expansions.reduce((sum, { frequency }) => sum + frequency, 0);
    return !isEmptyWord(word) || most <= snapshot.live / 10;
  }

  function weighed(word: FoundWord): RankedWord {
    const { expansions, exact, count } = word;
    return { expansions, exact, weight: few ? 1 : saidOften(count) * (asksOnly(word) ? 0.5 : 1) };
  }

  async function bestOf(docs: readonly number[], most: number): Promise<{ doc: number; id: string }[]> {
    const keys = Float64Array.from(docs, (doc) => ranks.scores[doc] as number);
    return topDocuments(snapshot, Uint32Array.from(docs), keys, most);
  }

  async function addNearness(some: readonly { doc: number; id: string }[]): Promise<void> {
    const pairs = neighboursIn(order, rarities);
    if (pairs.length === 0) return;
    const papers = await read(some.map(({ id }) => id));
    signal?.throwIfAborted();
    for (const [index, { doc }] of some.entries()) {
      const paper = papers[index];
      if (paper) ranks.scores[doc] = (ranks.scores[doc] as number) + nearness(paper, pairs);
    }
  }

  async function addFurther(): Promise<void> {
    const papers = await read(best.slice(0, GOOD).map(({ id }) => id));
    const words = await furtherWords(
      snapshot,
      papers.filter((paper): paper is Paper => paper !== undefined),
    );
    const marks = new Uint8Array(snapshot.size);
    for (const { doc } of best) marks[doc] = 1;
    const further = await Ranks.over(snapshot, marks, FOR_MANY);
    const held = await holdPostings(
      snapshot,
      words.flatMap(({ expansions }) => expansions),
    );
    signal?.throwIfAborted();
    for (const word of words) further.add(held, word, 32);
    for (const { doc } of best)
      ranks.scores[doc] = (ranks.scores[doc] as number) + (further.scores[doc] as number);
  }

  function byScore(a: { doc: number; id: string }, b: { doc: number; id: string }): number {
    const [one, other] = [ranks.scores[a.doc] as number, ranks.scores[b.doc] as number];
    return other - one || (a.id < b.id ? -1 : 1);
  }

  function missingIn(doc: number): string[] {
    if (counted.length > 31) return [];
    const has = ranks.bits[doc] as number;
    const lacking = new Map<string, boolean>();
    for (const [bit, word] of counted.entries())
      if (!asksOnly(word))
        lacking.set(word.text, (lacking.get(word.text) ?? true) && (has & (1 << bit)) === 0);
    return [...lacking].filter(([, lacks]) => lacks).map(([text]) => text);
  }
}

/** The rarity of all words. One that the library does not know counts as the others do on average. */
function massOf(rarities: readonly number[]): number {
  const known = rarities.filter((rarity) => rarity > 0);
  const sum = known.reduce((mass, rarity) => mass + rarity, 0);
  return (sum * rarities.length) / Math.max(1, known.length);
}
