/** Computes which documents match a plan, and their scores. All that it needs has been read. */
import type { Among } from '../snapshot/among';
import type { Snapshot } from '../snapshot/snapshot';
import type { Filter, Node } from './plan';

/** The documents that match, each once, in any order. All arrays have the same order. */
export interface Match {
  docs: Uint32Array;
  /** Undefined if nothing is ranked. */
  scores: Float64Array | undefined;
  /** Which words of the query matched, as bits: the same for all documents, or for each. */
  bits: number | Uint32Array;
}

/** What the leaves of a plan match. */
export interface Leaves {
  /** The documents that have a term of a word in a field of `mask`, of `among` or of all; and their scores. */
  term(word: number, mask: number, among: Among | undefined): { docs: Uint32Array; scores: Float64Array };
  /** How many postings a word has. */
  postings(word: number): number;
  /** Marks the documents with a phrase. `negated` says that it is inside an odd number of `not`s. */
  phrase(phrase: number, negated: boolean): Uint8Array;
  /** Marks the documents that pass a filter. */
  filter(filter: Filter): Uint8Array;
}

/** The documents that a node matches, of `among` or of all. */
export function evaluate(
  snapshot: Snapshot,
  node: Node,
  leaves: Leaves,
  among?: Among,
  negated = false,
): Match {
  const docs = () => among?.docs ?? liveDocuments(snapshot);
  switch (node.kind) {
    case 'all':
      return unranked(docs());
    case 'none':
      return unranked(new Uint32Array(0));
    case 'term':
      return { ...leaves.term(node.word, node.mask, among), bits: node.bit };
    case 'phrase':
      return unranked(marked(docs(), leaves.phrase(node.phrase, negated)));
    case 'filter':
      return unranked(marked(docs(), leaves.filter(node.filter)));
    case 'not': {
      const allBut = (all: Among) => {
        const others = evaluate(snapshot, node.node, leaves, all, !negated);
        return unranked(not(snapshot, all.docs, others.docs));
      };
      return among ? allBut(among) : snapshot.tables.among(liveDocuments(snapshot), allBut);
    }
    case 'and': {
      // The rarest part comes first. The others are evaluated only for the documents that are left.
      const parts = node.nodes
        .map((part) => ({ part, most: mostOf(part, leaves) }))
        .sort((a, b) => a.most - b.most);
      let found: Match | undefined;
      for (const { part } of parts) {
        const before = found;
        found = before
          ? snapshot.tables.among(before.docs, (rest) =>
              both(before, rest, evaluate(snapshot, part, leaves, rest, negated)),
            )
          : evaluate(snapshot, part, leaves, among, negated);
        if (found.docs.length === 0) return found;
      }
      return found ?? unranked(docs());
    }
    case 'or':
      return either(
        snapshot,
        node.nodes.map((part) => evaluate(snapshot, part, leaves, among, negated)),
      );
  }
}

/** The scores, each multiplied by the number of different words that matched. */
export function weighed({ docs, scores, bits }: Match): Float64Array {
  const same = typeof bits === 'number' ? bitsSet(bits) : undefined;
  if (scores && same === 1) return scores;
  const weighed = scores?.slice() ?? new Float64Array(docs.length);
  for (let place = 0; place < weighed.length; place++)
    weighed[place] = (weighed[place] as number) * (same ?? bitsSet((bits as Uint32Array)[place] as number));
  return weighed;
}

/** A match without these documents. */
export function without(snapshot: Snapshot, match: Match, docs: Uint32Array): Match {
  const rest = unranked(not(snapshot, match.docs, docs));
  return snapshot.tables.among(match.docs, (among) => both(match, among, rest));
}

/** `docs` without `others`. */
function not({ tables }: Snapshot, docs: Uint32Array, others: Uint32Array): Uint32Array {
  return tables.among(others, ({ placeOf }) => kept(docs, (doc) => placeOf[doc] === 0));
}

function bitsSet(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** At most so many documents match a node, as far as it is known beforehand. */
function mostOf(node: Node, leaves: Leaves): number {
  if (node.kind === 'none') return 0;
  if (node.kind === 'term') return leaves.postings(node.word);
  if (node.kind === 'and') return Math.min(...node.nodes.map((part) => mostOf(part, leaves)));
  if (node.kind === 'or') return node.nodes.reduce((sum, part) => sum + mostOf(part, leaves), 0);
  return Number.POSITIVE_INFINITY;
}

/** The documents of `b`, all of which are in `a`, with the scores and bits of both. */
function both(a: Match, { placeOf }: Among, b: Match): Match {
  const one = typeof a.bits === 'number' && typeof b.bits === 'number' ? a.bits | b.bits : undefined;
  if (!a.scores && one === b.bits) return b;
  const scores = a.scores || b.scores ? new Float64Array(b.docs.length) : undefined;
  const bits = one ?? new Uint32Array(b.docs.length);
  for (let place = 0; place < b.docs.length; place++) {
    const other = (placeOf[b.docs[place] as number] as number) - 1;
    if (scores) scores[place] = (a.scores?.[other] ?? 0) + (b.scores?.[place] ?? 0);
    if (typeof bits !== 'number') bits[place] = bitsAt(a, other) | bitsAt(b, place);
  }
  return { docs: b.docs, scores, bits };
}

/** The documents of all matches, with their scores and bits added up. */
function either(snapshot: Snapshot, matches: readonly Match[]): Match {
  const most = Math.min(
    snapshot.size,
    matches.reduce((sum, { docs }) => sum + docs.length, 0),
  );
  const docs = new Uint32Array(most);
  const placeOf = snapshot.tables.take();
  const scores = matches.some((match) => match.scores) ? new Float64Array(most) : undefined;
  const bits = matches.some((match) => match.bits !== 0) ? new Uint32Array(most) : 0;
  let size = 0;
  for (const match of matches)
    for (let place = 0; place < match.docs.length; place++) {
      const doc = match.docs[place] as number;
      if (placeOf[doc] === 0) {
        docs[size++] = doc;
        placeOf[doc] = size;
      }
      const at = (placeOf[doc] as number) - 1;
      if (scores) scores[at] = (scores[at] as number) + (match.scores?.[place] ?? 0);
      if (typeof bits !== 'number') bits[at] = (bits[at] as number) | bitsAt(match, place);
    }
  const found = docs.subarray(0, size);
  snapshot.tables.giveBack(placeOf, found);
  return {
    docs: found,
    scores: scores?.subarray(0, size),
    bits: typeof bits === 'number' ? bits : bits.subarray(0, size),
  };
}

function bitsAt({ bits }: Match, place: number): number {
  return typeof bits === 'number' ? bits : (bits[place] as number);
}

function unranked(docs: Uint32Array): Match {
  return { docs, scores: undefined, bits: 0 };
}

function marked(docs: Uint32Array, marks: Uint8Array): Uint32Array {
  return kept(docs, (doc) => marks[doc] === 1);
}

/** Like `docs.filter(test)`, but several times faster. */
function kept(docs: Uint32Array, test: (doc: number) => boolean): Uint32Array {
  const passed = new Uint32Array(docs.length);
  let size = 0;
  for (let place = 0; place < docs.length; place++) {
    const doc = docs[place] as number;
    if (test(doc)) passed[size++] = doc;
  }
  return passed.subarray(0, size);
}

/** All documents that are not deleted. */
function liveDocuments({ segments, live }: Snapshot): Uint32Array {
  const docs = new Uint32Array(live);
  let found = 0;
  for (const { base, header, gone } of segments)
    for (let doc = 0; doc < header.docs; doc++) if (gone?.[doc] !== 1) docs[found++] = base + doc;
  return docs;
}
