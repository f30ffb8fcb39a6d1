/** Papers that no segment holds yet, indexed in the page's memory. */
import type { Paper, Sighting } from '@/utils/paper/schema';
import { buildSegment } from '../segment/build-segment';
import { indexDocument } from '../segment/document';
import type { ChunkCache } from './chunk-cache';
import type { LiveSegment } from './snapshot';

/** Papers that become a segment in one go: 20 ms. */
const BATCH = 100;
/** More segments than this are made one. */
const MOST = 8;

interface Part extends Omit<LiveSegment, 'base'> {
  gone: Uint8Array;
  /** The papers by document. */
  papers: { id: string; revision: number }[];
}

export class Memory {
  #parts: Part[] = [];
  #next = -1;
  readonly #chunks: ChunkCache;

  constructor(chunks: ChunkCache) {
    this.#chunks = chunks;
  }

  get segments(): readonly Omit<LiveSegment, 'base'>[] {
    return this.#parts.map((part) => ({ ...part, gone: part.gone.slice() }));
  }

  /**
   * Holds these papers and no others; lets others have their turn between batches. What it holds no more stays pinned,
   * for a snapshot may still be searched that has it.
   */
  async keep(papers: readonly Paper[], sightings: (paper: Paper) => Sighting[]): Promise<void> {
    const wanted = new Map(papers.map((paper) => [paper.id, paper]));
    if (this.#parts.length >= MOST) this.#parts = [];
    for (const part of this.#parts)
      for (const [doc, { id, revision }] of part.papers.entries()) {
        part.gone[doc] = wanted.get(id)?.revision === revision ? 0 : 1;
        if (part.gone[doc] === 0) wanted.delete(id);
      }
    this.#parts = this.#parts.filter(({ gone }) => gone.includes(0));
    const fresh = [...wanted.values()];
    for (let from = 0; from < fresh.length; from += BATCH) {
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      this.#add(fresh.slice(from, from + BATCH), sightings);
    }
  }

  #add(papers: readonly Paper[], sightings: (paper: Paper) => Sighting[]): void {
    const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1));
    const { header, chunks } = buildSegment(sorted.map((paper) => indexDocument(paper, sightings(paper))));
    const id = this.#next--;
    this.#chunks.pin(id, chunks);
    this.#parts.push({
      id,
      header,
      gone: new Uint8Array(header.docs),
      papers: sorted.map(({ id, revision }) => ({ id, revision })),
    });
  }
}
