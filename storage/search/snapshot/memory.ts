/** Segments in a page's memory: papers that no stored segment covers yet. */
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { IndexFamily } from '../rows/index-store';
import { buildSegment } from '../segment/build-segment';
import type { ChunkCache } from './chunk-cache';
import type { LiveSegment } from './snapshot';

/** Papers per segment: 20 ms of work. */
const BATCH = 100;
/** With this many segments more than the papers fill, all are built anew. */
const MOST = 8;

interface MemorySegment extends Omit<LiveSegment, 'base'> {
  gone: Uint8Array;
  /** The papers by document. */
  papers: { id: string; revision: number }[];
}

export class Memory {
  readonly #family: IndexFamily;
  #segments: MemorySegment[] = [];
  #next = -1;
  readonly #chunks: ChunkCache;

  constructor(family: IndexFamily, chunks: ChunkCache) {
    this.#family = family;
    this.#chunks = chunks;
  }

  get segments(): readonly Omit<LiveSegment, 'base'>[] {
    return this.#segments.map((segment) => ({ ...segment, gone: segment.gone.slice() }));
  }

  /**
   * Indexes these papers and forgets all others. Yields to other tasks between batches. The chunks of forgotten
   * segments stay pinned, because an older snapshot may still be in use.
   */
  async keep(papers: readonly Paper[], sightings: (paper: Paper) => Sighting[]): Promise<void> {
    const wanted = new Map(papers.map((paper) => [paper.id, paper]));
    if (this.#segments.length >= MOST + Math.ceil(papers.length / BATCH)) this.#segments = [];
    for (const segment of this.#segments)
      for (const [doc, { id, revision }] of segment.papers.entries()) {
        segment.gone[doc] = wanted.get(id)?.revision === revision ? 0 : 1;
        if (segment.gone[doc] === 0) wanted.delete(id);
      }
    this.#segments = this.#segments.filter(({ gone }) => gone.includes(0));
    const fresh = [...wanted.values()];
    for (let from = 0; from < fresh.length; from += BATCH) {
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      this.#add(fresh.slice(from, from + BATCH), sightings);
    }
  }

  #add(papers: readonly Paper[], sightings: (paper: Paper) => Sighting[]): void {
    const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1));
    const documents = sorted.map((paper) => this.#family.document(paper, sightings(paper)));
    const { header, chunks } = buildSegment(this.#family, documents);
    const id = this.#next--;
    this.#chunks.pin(id, chunks);
    this.#segments.push({
      id,
      header,
      gone: new Uint8Array(header.docs),
      papers: sorted.map(({ id, revision }) => ({ id, revision })),
    });
  }
}
