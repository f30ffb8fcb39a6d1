/** What a search tells whoever opened it. */
export interface SearchEvents {
  /** Called after every change of the index, with the share of the library that it covers, 0 to 1. */
  onChange(share: number): void;
  /** The library cannot be read. */
  onError(error: unknown): void;
  /** The worker should index: many papers are new, or the index was thrown away. */
  onBehind?(): void;
  /** The index was found damaged, here or by the worker, and is built anew. Nothing of the library is lost. */
  onRepair?(): void;
}
