/** The contract of a style of citations: a row in index.ts. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import type { Run } from './piece';

export interface CitationStyle {
  id: string;
  /** What the menu calls it: a proper name, the same in every language. */
  name: string;
  /** What a bibliography is sorted by. Without it the order is as given. */
  sortKeys?(item: CslItem): readonly string[];
  /** What stands before an item in a bibliography with numbers, counted from 1. */
  number?(place: number): string;
  cite(item: CslItem): Run[];
}
