/** Computes which documents a plan finds and how well they fit. Everything that it needs was read before. */

import type { Snapshot } from '../page/snapshot';
import type { Node } from './plan';

/** Documents by number. */
export interface Match {
  /** 1 where it matches. */
  hits: Uint8Array;
  /** Undefined where nothing is ranked. */
  scores: Float64Array | undefined;
  /** Which words of the query matched, as bits: the same for all documents, or one by one. */
  bits: number | Uint32Array;
}

/** What leaves match. `phrase` is asked with whether it stands behind an odd number of `not`s. */
export interface Leaves {
  term(word: number, mask: number): { hits: Uint8Array; scores: Float64Array };
  phrase(phrase: number, negated: boolean): Uint8Array;
  filter(filter: Extract<Node, { kind: 'filter' }>['filter']): Uint8Array;
}

export function evaluate(snapshot: Snapshot, node: Node, leaves: Leaves, negated = false): Match {
  switch (node.kind) {
    case 'all':
      return unranked(all(snapshot));
    case 'none':
      return unranked(new Uint8Array(snapshot.size));
    case 'term':
      return { ...leaves.term(node.word, node.mask), bits: node.bit };
    case 'phrase':
      return unranked(leaves.phrase(node.phrase, negated));
    case 'filter':
      return unranked(and(all(snapshot), leaves.filter(node.filter)));
    case 'not': {
      const { hits } = evaluate(snapshot, node.node, leaves, !negated);
      const rest = all(snapshot);
      for (let doc = 0; doc < rest.length; doc++) if (hits[doc] === 1) rest[doc] = 0;
      return unranked(rest);
    }
    case 'and':
    case 'or': {
      const [first, ...others] = node.nodes;
      if (!first) return unranked(node.kind === 'and' ? all(snapshot) : new Uint8Array(snapshot.size));
      let match = evaluate(snapshot, first, leaves, negated);
      for (const other of others)
        match = combine(node.kind, match, evaluate(snapshot, other, leaves, negated));
      return match;
    }
  }
}

/** A document's number of different words that matched, by which its score is multiplied. */
export function wordsMatched({ bits }: Match, doc: number): number {
  let rest = typeof bits === 'number' ? bits : (bits[doc] as number);
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Adds `b` to `a`, which is used up. */
function combine(kind: 'and' | 'or', a: Match, b: Match): Match {
  const scores = kind === 'and' ? summed(a, b) : summedOr(a, b);
  const bits = kind === 'and' ? andBits(a, b) : orBits(a, b);
  const { hits } = a;
  if (kind === 'and') and(hits, b.hits);
  else
    for (let doc = 0; doc < hits.length; doc++) hits[doc] = (hits[doc] as number) | (b.hits[doc] as number);
  return { hits, scores, bits };
}

/** Sums for documents that match both; what stands at others does not matter. */
function summed(a: Match, b: Match): Float64Array | undefined {
  if (!a.scores || !b.scores) return a.scores ?? b.scores;
  for (let doc = 0; doc < a.scores.length; doc++)
    a.scores[doc] = (a.scores[doc] as number) + (b.scores[doc] as number);
  return a.scores;
}

function summedOr(a: Match, b: Match): Float64Array | undefined {
  if (!a.scores && !b.scores) return undefined;
  const sums = new Float64Array(a.hits.length);
  for (let doc = 0; doc < sums.length; doc++)
    sums[doc] =
      (a.hits[doc] === 1 ? (a.scores?.[doc] ?? 0) : 0) + (b.hits[doc] === 1 ? (b.scores?.[doc] ?? 0) : 0);
  return sums;
}

function andBits(a: Match, b: Match): number | Uint32Array {
  if (typeof a.bits === 'number' && typeof b.bits === 'number') return a.bits | b.bits;
  const bits = new Uint32Array(a.hits.length);
  for (let doc = 0; doc < bits.length; doc++) bits[doc] = bitsAt(a, doc) | bitsAt(b, doc);
  return bits;
}

function orBits(a: Match, b: Match): number | Uint32Array {
  if (a.bits === 0 && b.bits === 0) return 0;
  const bits = new Uint32Array(a.hits.length);
  for (let doc = 0; doc < bits.length; doc++)
    bits[doc] = (a.hits[doc] === 1 ? bitsAt(a, doc) : 0) | (b.hits[doc] === 1 ? bitsAt(b, doc) : 0);
  return bits;
}

function bitsAt({ bits }: Match, doc: number): number {
  return typeof bits === 'number' ? bits : (bits[doc] as number);
}

function unranked(hits: Uint8Array): Match {
  return { hits, scores: undefined, bits: 0 };
}

function and(a: Uint8Array, b: Uint8Array): Uint8Array {
  for (let doc = 0; doc < a.length; doc++) a[doc] = (a[doc] as number) & (b[doc] as number);
  return a;
}

/** All documents that are not deleted. */
function all({ segments, size }: Snapshot): Uint8Array {
  const hits = new Uint8Array(size).fill(1);
  for (const { base, gone } of segments)
    for (let doc = gone?.indexOf(1) ?? -1; doc >= 0; doc = gone?.indexOf(1, doc + 1) ?? -1)
      hits[base + doc] = 0;
  return hits;
}
